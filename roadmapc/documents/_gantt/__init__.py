"""What the picture of a plan is made of: its rows, the marks of their days, sheets of paper, SVG."""
