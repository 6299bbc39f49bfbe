"""From bytes to a roadmap as its author wrote it, and back to a tidy file."""
