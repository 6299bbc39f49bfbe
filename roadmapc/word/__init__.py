"""Word documents: the only place that knows WordprocessingML."""
