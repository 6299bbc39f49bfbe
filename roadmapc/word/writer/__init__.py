"""The block tree written as a Word file."""
