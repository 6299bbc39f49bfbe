"""Word files, workbooks and pasted tables that offices already have → roadmaps in YAML, no word of them lost."""
