"""A page to look at: one file with everything in it, that opens from disk and asks nothing of a network."""
