"""Word documents: the only place that knows WordprocessingML."""

from roadmapc.word.forms import Form, FormError, load_form
from roadmapc.word.package import write

__all__ = ["Form", "FormError", "load_form", "write"]
