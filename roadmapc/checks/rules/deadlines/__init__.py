"""Rules about the words of deadlines and what they mean."""
