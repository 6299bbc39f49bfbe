"""Rules about marks of execution, which lie beside the roadmap: places lead into their file."""
