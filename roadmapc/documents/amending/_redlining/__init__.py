"""Two editions of a document, printed by the same template → one block tree in which all that changed is marked."""
