"""Rules by family: one file each, found by being there."""
