"""Makes the packaged base form: `python -m docs.generate.form templates/form.docx`."""

from __future__ import annotations

import sys
from pathlib import Path

from roadmapc.word.new_form.form_parts import form_file

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(form_file())
