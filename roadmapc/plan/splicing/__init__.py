"""Changes → edits of a source that say the new words, every comment and all other lines as they stand."""
