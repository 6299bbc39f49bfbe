"""Rules about days: the period, the order, the calendar, what falls due together."""
