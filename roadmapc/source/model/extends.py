"""What a roadmap says of the base plan that it extends: which one, and of its rows which to change, place or drop."""

from __future__ import annotations

from pydantic import ConfigDict

from roadmapc.source.model.fields import Line, ProseText, Record, described, from_text


class Extends(Record):
    """The base plan that a roadmap is built upon."""

    model_config = ConfigDict(json_schema_extra=from_text("file"))

    file: Line = described(
        "Файл", "Путь к базовому плану от этой карты, внутри проекта.", "../model-plan.yaml", printed=False
    )
    digest: Line | None = described(
        "Отпечаток",
        "Каким базовый план был при подписании: изменится он – карта не собирается, пока это не решено. "
        "Строку предлагает check.",
        default=None,
        printed=False,
    )


class Extending(Record):
    """The keys by which a row or a section takes its place in a plan that extends a base."""

    id: Line | None = described(
        "Имя", "Постоянное имя строки: латиница, цифры, дефис.", "monitoring-may", default=None, printed=False
    )
    after: Line | None = described(
        "После", "За какой строкой или разделом (id) стоит.", "monitoring-may", default=None, printed=False
    )
    removed: ProseText | None = described(
        "Исключено",
        "Почему строки или раздела базового плана здесь нет.",
        "Школ с углубленным изучением нет",
        default=None,
        printed=False,
    )
