"""The package of a Word file: archive, parts, base form, pages."""
