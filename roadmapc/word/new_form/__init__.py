"""A base form made of answers: its parts, and the letterhead in its body."""
