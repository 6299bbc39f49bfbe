"""A folder of roadmaps on disk: files, settings, loading, checking, what is kept, what is written."""
