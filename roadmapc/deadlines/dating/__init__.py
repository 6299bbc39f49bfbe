"""From values to days: what a deadline means inside a period."""
