"""Rules that set roadmaps against each other."""
