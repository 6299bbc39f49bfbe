"""How many times each word stands in a Word file or a workbook, counted from its XML by code that shares nothing.

The reader of documents and this room know the same files in two ways: what one of them forgets the other finds. So no
function of the reader, and no library of its, may be used here.
"""

from roadmapc.importing.counting.counter import counted
from roadmapc.importing.counting.word_count import WordCount
from roadmapc.importing.counting.words import words_of

__all__ = ["WordCount", "counted", "words_of"]
