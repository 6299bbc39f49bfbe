"""Rules about the management cycle: indicators, monitoring, analysis, measures."""
