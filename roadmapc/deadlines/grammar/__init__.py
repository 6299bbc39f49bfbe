"""From words to values: vocabulary, lexer and the productions of the language."""
