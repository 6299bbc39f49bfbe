"""A project that remembers what was checked, and what is judged in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.workspace import cache
from roadmapc.workspace.judging import Judge

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
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are judged, as they come."""
    names: list[str] = []
    alone = Judge.alone

    def counted(self: Judge, name: Path, data: bytes) -> cache.Record:
        names.append(name.name)
        return alone(self, name, data)

    monkeypatch.setattr(Judge, "alone", counted)
    return names
