"""Rules about the form of a document: numbers, titles, columns, approval."""
