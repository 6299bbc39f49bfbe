"""Rules about wording and typography."""
