"""An edition: the whole text of a roadmap as an act has signed it, kept beside the roadmap that goes on changing."""

from __future__ import annotations

from roadmapc.source.model.fields import DateText, Line, ProseText, Record, described
from roadmapc.source.model.roadmap import Roadmap


class EditionBase(Record):
    """The base plan that the roadmap extended when it was signed; its rows stand in the edition."""

    file: Line = described("Файл", "Как его называла дорожная карта.", "../model-plan.yaml", printed=False)
    digest: Line = described("Отпечаток", "Отпечаток базового плана.", "0f3c…", printed=False)


class EditionAct(Record):
    """The act by which this text is in force, and what tells that nobody has changed it since."""

    kind: Line = described("Вид акта", "Каким актом утвержден или изменен документ.", "приказ", printed=False)
    date: DateText = described("Дата", "Дата акта: с этого дня действует этот текст.", "20.10.2022", printed=False)
    number: Line | None = described("Номер", "Без знака №.", "01-07/93", default=None, printed=False)
    title: ProseText | None = described(
        "Заголовок", "О чем акт, без точки.", "О внесении изменений в Дорожную карту …", default=None, printed=False
    )
    digest: Line = described(
        "Отпечаток", "SHA-256 остального содержания файла: по нему видно, что файл правили.", "9b1f…", printed=False
    )
    base: EditionBase | None = described(
        "Базовый план", "На чем карта стояла, когда ее подписали; его строки уже здесь.", default=None, printed=False
    )


class _Signed(Record):
    """What an edition begins with; a record of its own, for the keys of a base class come first."""

    edition: EditionAct = described("Редакция", "Каким актом и с какого дня действует этот текст.", printed=False)


class Edition(Roadmap, _Signed):
    """`editions/<id>/<date>-<number>.yaml`: all of a roadmap's keys, with numbers and owners as they were printed."""
