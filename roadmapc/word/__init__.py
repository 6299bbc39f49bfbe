"""Word documents: the only place that knows WordprocessingML."""

from roadmapc.word.package.base_form import Form, FormError, load_form
from roadmapc.word.writer.docx import write

__all__ = ["Form", "FormError", "load_form", "write"]
