"""Accepts or rejects all tracked changes of Word files in LibreOffice; run by the system's Python, which knows `uno`.

`office_changes.py PIPE FOLDER`: of each `<name>.docx` there `<name>.accepted.docx` and `<name>.rejected.docx` are made.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}


def main(pipe: str, folder: Path) -> None:
    """Work on all files of a folder."""
    import uno  # type: ignore[import-not-found]
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    def given(**values: object) -> tuple[object, ...]:
        return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = _connected(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for path in sorted(folder.glob("*.docx")):
        for name, command in COMMANDS.items():
            document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, given(Hidden=True))
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            target = folder / f"{path.stem}.{name}.docx"
            document.storeToURL(target.as_uri(), given(FilterName="MS Word 2007 XML"))
            document.close(True)
    desktop.terminate()


def _connected(resolver: Any, address: str) -> Any:
    """Return the office's context, once it has started."""
    for attempt in range(120):
        try:
            return resolver.resolve(address)
        except Exception:
            if attempt == 119:
                raise
            time.sleep(0.25)
    return None


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
