"""Names in hidden cells of workbooks, by which they are read back."""

KEY, FINGERPRINTS = "roadmapc-key", "roadmapc-fingerprints"
