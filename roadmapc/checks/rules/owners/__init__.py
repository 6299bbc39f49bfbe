"""Rules about who answers for an activity."""
