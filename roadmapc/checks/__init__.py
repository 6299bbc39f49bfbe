"""Rules and what they need: how they run, what they find, what is chosen, waived or known."""
