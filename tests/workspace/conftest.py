"""A project that remembers what was found, and the files that are checked in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.workspace.checker import Checker
from roadmapc.workspace.file_result import FileResult

A = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
owners: {umo: Начальник УМО}
sections:
  - title: Мониторинг
    activities:
      - {activity: 'Провести опрос , обсудить', deadline: май 2022, owners: umo, result: Справка}
      - {activity: Обсудить итоги, deadline: июнь 2022, result: Протокол}
"""
B = A.replace("Карта,", "Карта развития,").replace("Район", "Город")
WAIVED = A + "waivers: [{rule: missing-owner, at: 1.2, reason: так утверждено, until: 31.12.2026}]\n"
SHARED = "owners: {umo: Начальник управления}\n"
SHARING = A.replace("owners: {umo: Начальник УМО}\n", "")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two roadmaps that remembers beside itself."""
    monkeypatch.setenv("ROADMAPC_CACHE_DIR", str(tmp_path / "kept"))
    place = tmp_path / "project"
    (place / "roadmaps").mkdir(parents=True)
    (place / "roadmaps" / "a.yaml").write_text(A, "utf-8")
    (place / "roadmaps" / "b.yaml").write_text(B, "utf-8")
    return place


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are checked, as they come."""
    names: list[str] = []
    check_one = Checker.check_one

    def counted(self: Checker, name: Path, data: bytes) -> FileResult:
        names.append(name.name)
        return check_one(self, name, data)

    monkeypatch.setattr(Checker, "check_one", counted)
    return names
