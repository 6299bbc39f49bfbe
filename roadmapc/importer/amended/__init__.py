"""An amending order read as people read it, and carried out on the text that it amends: the proof of what was written.

It knows nothing of the changes that the order was made of: Word files go in, and the text that they make comes out.
"""

from roadmapc.importer.amended.carrying_out import amended_text
from roadmapc.importer.amended.texts import WordText, text_of
from roadmapc.importer.amended.words import Misread

__all__ = ["Misread", "WordText", "amended_text", "text_of"]
