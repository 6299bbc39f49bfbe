"""`roadmapc import --into`: what differs between a roadmap and a Word file that somebody edited by hand."""
