"""The reference page of the source format, `docs/format.md`: every key, its meaning, an example, its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docs.generate import schemes
from docs.generate.format_in_english import BASE, BASE_RULES, EDITIONS, INTRO, MARKS, MEANINGS, SHARED, WORDS
from roadmapc.source.model import Base, EditionAct, EditionBase, Marks, Roadmap, SharedDirectory, Waiver
from roadmapc.source.model.fields import Mark, fields_of
from roadmapc.source.model.samples import record_in, records_in, sample, takes_text

ELSEWHERE = {
    "approval.by.position": "вместо акта: гриф «УТВЕРЖДАЮ»",
    "approval.by.name": "вместо акта: гриф «УТВЕРЖДАЮ»",
    "order.acquaintance.name": "лист ознакомления",
    "order.acquaintance.position": "лист ознакомления",
    "order.agreement.position": "лист согласования",
    "order.agreement.name": "лист согласования",
    "owners.name": "чек-лист",
    "owners.contacts": "чек-лист",
    "municipality.name": "календари .ics, письма",
    "municipality.region": "не печатается: по нему различаются одноименные районы",
    "document.period": "календари .ics; по нему считаются сроки",
    "waivers.until": "не печатается",
    "sections.deadline": "как у мероприятия",
    "sections.owners": "как у мероприятия",
    "sections.result": "как у мероприятия",
    "sections.result.text": "как у мероприятия",
    "terms": "не печатается",
    "table.columns.heading": "шапка таблицы",
    "table.notes": "под таблицей",
    "approval.year": "в пустой дате грифа",
    "approval.beside.word": "левее грифа",
    "approval.beside.act": "левее грифа",
    "approval.beside.date": "левее грифа",
    "approval.beside.number": "левее грифа",
    "indicators.title": "перед таблицей мероприятий или в строке паспорта",
    "indicators.years": "перед таблицей мероприятий или в строке паспорта",
    "indicators.rows.name": "перед таблицей мероприятий или в строке паспорта",
    "indicators.rows.unit": "перед таблицей мероприятий или в строке паспорта",
    "indicators.rows.values": "перед таблицей мероприятий или в строке паспорта",
    "indicators.columns.number": "шапка таблицы показателей",
    "indicators.columns.name": "шапка таблицы показателей",
    "indicators.columns.unit": "шапка таблицы показателей",
    "passport.columns": "шапка паспорта",
    "passport.rows.indicators": "в строке паспорта",
    "attachments.number": "отдельное приложение",
    "attachments.title": "отдельное приложение",
}
"""Keys that no scheme shows, and where they are printed."""

_TITLES = {
    "order": "Приказ",
    "attachment": "Приложение",
}
_INTRO = """\
Дорожная карта – один текстовый файл: ключи со значениями. Здесь каждый ключ, его смысл, пример и место в документах.
Файл с пояснениями у каждого ключа пишет `roadmapc new`; в редакторе ключи подсказывает схема. Все значения – текст:
`1.10` остаётся 1.10, `№ 5` не нуждается в кавычках; в кавычки берут текст с двоеточием и пробелом, с решёткой после
пробела и тот, что начинается со служебного знака: `'Цель: развитие'`."""
_SHARED = """\
Файл `owners.yaml` рядом с дорожными картами: то, что встречается в нескольких. Записи самой карты важнее."""

_BASE = """\
То, что регион даёт всем муниципалитетам, стоит в одном файле; карты называют его ключом `extends:`. Он не принадлежит
ни одному муниципалитету и сам не собирается; о его ошибках `check` говорит один раз, сколько бы карт на нём ни
стояло. Карта пишет то, что в ней иначе: названные ключи становятся на место ключей базового плана, остальное берётся
из него. Разделы и строки изменяют по их id, поэтому дайте их всем: это делает `fmt --ids`."""
_BASE_RULES = """\
Своя строка становится в конец списка или за той, которую называет `after:`; `removed:` исключает строку и говорит,
почему. На место роли становится тот, кого называют `roles:` или `owners:` карты под именем роли. Записи (`document`,
`table`, `calendar`, `passport`) изменяют по ключам, всякое другое значение – целиком. Уровень один: базовый план не
расширяет другого. Подписанная карта хранит отпечаток базового плана в `extends: {file, digest}`: если он изменится,
ничего не собирается, пока не решено, что действует."""
_BASE_EXAMPLE = """\
```yaml
# model-plan.yaml
base: 1
document: {kind: дорожная карта, period: 2025-2027}
owners: {coordinator: Муниципальный координатор}
sections:
  - id: monitoring
    title: Мониторинг
    activities:
      - {id: survey, activity: Провести опрос педагогов, deadline: до 15 октября 2025, owners: coordinator}
      - {id: analysis, activity: Подготовить анализ, deadline: ноябрь 2025, owners: coordinator}
      - {id: gymnasiums, activity: Описать опыт гимназий, deadline: декабрь 2025, owners: coordinator}
```

```yaml
# roadmaps/ivanovsky.yaml
roadmapc: 1
extends: ../model-plan.yaml
municipality: {name: Ивановский район}
owners: {umo: Начальник учебно-методического отдела}
roles: {coordinator: umo}
sections:
  - id: monitoring
    activities:
      - {id: analysis, deadline: до 20 ноября 2025}
      - {id: gymnasiums, removed: гимназий в районе нет}
      - {after: survey, activity: Обсудить итоги опроса, deadline: октябрь 2025, owners: umo}
```"""


_MARKS = """\
Что сделано по подписанному плану, стоит рядом с ним: `plan.marks.yaml` рядом с `plan.yaml`. Сам план остаётся таким,
каким подписан. Отметка называет строку по id или по номеру вместе с первыми словами мероприятия: если номер окажется
у другой строки, программа скажет об этом. Если у строки несколько сроков, `due:` называет, который из них. Состояние
(исполнено, не исполнено, срок не наступил …) не пишут: оно следует из дат. Отметки дописывает `roadmapc mark`."""
_MARKS_EXAMPLE = """\
```yaml
# plan.marks.yaml
marks:
  - at: 2.3
    activity: Разработка и реализация плана-графика
    done: 28.04.2023
    result: План-график утвержден, обучены 12 специалистов.
    documents: приказ от 12.05.2023 № 01-05/44
  - at: 3.3
    activity: Проведение внутреннего мониторинга
    due: 30.11.2022
    done: 05.12.2022
    reason: Карантин в двух школах.
  - at: 1.3
    activity: Разработка системы оценки
    moved: {to: 01.10.2023, act: приказ, date: 20.05.2023, number: 01-05/51, reason: Ждем показателей региона}
  - at: 5
    activity: Региональная конференция
    removed: {date: 12.05.2023, by: заместитель начальника, ground: Мероприятие проведено регионом}
```"""


_EDITIONS = """\
Подписанный текст хранится целиком: `editions/<id>/<дата>-<номер>.yaml` рядом с дорожной картой. Его пишет
`roadmapc freeze`, когда приказ подписан, и руками его не правят: `check` сверяет отпечаток. В нём все ключи дорожной
карты, номера – как напечатаны, строки базового плана и ответственные из `owners.yaml` – на своих местах, так что он не
зависит ни от одного другого файла. С редакцией `check` сравнивает карту, по редакции, действующей на день, считают
`status`, `due`, `report` и `remind`."""
_EDITIONS_EXAMPLE = """\
```yaml
# editions/plan/2022-10-20-01-07-93.yaml
edition:
  kind: приказ
  date: 20.10.2022
  number: 01-07/93
  digest: 5b0c…
roadmapc: 1
id: plan
# … все остальное, как в дорожной карте
```"""


class _Part(NamedTuple):
    """A record of the format: where it stands first, and everywhere else."""

    record: type[BaseModel]
    paths: list[str]


def page(*, english: bool = False) -> str:
    """Return the page in Markdown, in Russian unless it is to be in English."""
    say = _English() if english else str
    parts = [f"# {say('Формат дорожной карты')}", say(_INTRO)]
    parts += [part for name in schemes.SCHEMES for part in _picture(name, say)]
    parts += [text for part in _parts(Roadmap) for text in _section(part, say, english)]
    parts += [f"## {say('Общий справочник')}: owners.yaml", say(_SHARED)]
    parts += [_table(_Part(SharedDirectory, [""]), say, english)]
    parts += [f"## {say('Базовый план')}: extends", say(_BASE), _BASE_EXAMPLE, say(_BASE_RULES)]
    parts += [_table(_Part(Base, [""]), say, english)]
    parts += [f"## {say('Отметки об исполнении')}: plan.marks.yaml", say(_MARKS), _MARKS_EXAMPLE]
    parts += [_table(_Part(Marks, [""]), say, english)]
    parts += [text for part in _parts(Marks)[1:] if part.record is not Waiver for text in _section(part, say, english)]
    parts += [f"## {say('Редакции')}: editions", say(_EDITIONS), _EDITIONS_EXAMPLE]
    parts += [_table(_Part(record, [path]), say, english) for record, path in _OF_EDITIONS]
    return "\n\n".join(parts) + "\n"


_OF_EDITIONS = ((EditionAct, "edition"), (EditionBase, "edition.base"))


class _English:
    """Says the page's own sentences in English."""

    def __call__(self, text: str) -> str:
        pages = {_INTRO: INTRO, _SHARED: SHARED, _BASE: BASE, _BASE_RULES: BASE_RULES, _MARKS: MARKS}
        return (pages | {_EDITIONS: EDITIONS}).get(text) or WORDS[text]


def _picture(name: str, say: Any) -> Iterator[str]:
    yield f"## {say('Где что печатается')}: {say(_TITLES[name])}"
    yield f"![{say(_TITLES[name])}](images/format-{name}.svg)"


def _parts(root: type[BaseModel]) -> list[_Part]:
    """Return the records of the format in the order in which they come first, each once with all its places."""
    found: dict[type[BaseModel], _Part] = {root: _Part(root, [""])}
    pending = [(root, "")]
    while pending:
        record, path = pending.pop(0)
        for key, field in fields_of(record).items():
            here = f"{path}.{key}".lstrip(".")
            for inside in records_in(field.annotation) if here.count(".activities") < 2 else ():
                if inside in found:
                    found[inside].paths.append(here)
                    continue
                found[inside] = _Part(inside, [here])
                pending.append((inside, here))
    return list(found.values())


def _section(part: _Part, say: Any, english: bool) -> Iterator[str]:
    first = part.paths[0]
    yield f"## `{first}`" if first else f"## {say('Ключи верхнего уровня')}"
    if first:
        others = ", ".join(f"`{path}`" for path in part.paths[1:])
        if others:
            yield f"{say('Так же пишутся')} {others}."
        if takes_text(part.record):
            yield say("Если нужен только первый ключ, вместо записи пишут один текст.")
    yield _table(part, say, english)


def _table(part: _Part, say: Any, english: bool) -> str:
    head = (say("Ключ"), say("Что это"), say("Пример"), say("Где печатается"))
    lines = [f"| {' | '.join(head)} |", "| --- | --- | --- | --- |"]
    for key, field in fields_of(part.record).items():
        must = f" **{say('обязателен')}**" if field.is_required() else ""
        cells = (
            f"`{key}`{must}",
            _meaning(part.record, key, field, english),
            _example(key, field),
            _printed(part, key, field, say),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _meaning(record: type[BaseModel], key: str, field: FieldInfo, english: bool) -> str:
    title, text = field.title or "", field.description or ""
    if english:
        title, text = MEANINGS[f"{record.__name__}.{key}"]
    return f"**{title}.** {text}".replace("|", "\\|").strip()


def _example(key: str, field: FieldInfo) -> str:
    lines = sample(key, field)
    return "<br/>".join(f"`{line}`" for line in lines).replace("|", "\\|")


def _printed(part: _Part, key: str, field: FieldInfo, say: Any) -> str:
    """Return where a key is printed, by the pictures."""
    if Mark.UNPRINTED in field.metadata:
        return str(say("не печатается"))
    if part.paths[0].startswith("marks"):
        return str(say("отчет об исполнении"))
    known = schemes.numbers()
    found = []
    for path in part.paths:
        full = f"{path}.{key}".lstrip(".")
        if full in known:
            scheme, number = known[full]
            found.append(f"{say(_TITLES[scheme])}, {number}")
        elif full in ELSEWHERE:
            found.append(say(ELSEWHERE[full]))
    if not found and record_in(field.annotation):
        return f"{say('см.')} `{f'{part.paths[0]}.{key}'.lstrip('.')}`"
    return "; ".join(dict.fromkeys(found)) or str(say("не печатается"))


def unplaced() -> list[str]:
    """Return the printed keys whose place neither a picture nor the table tells: there must be none."""
    known: Mapping[str, Any] = {**schemes.numbers(), **ELSEWHERE}
    return [
        f"{part.paths[0]}.{key}".lstrip(".")
        for part in _parts(Roadmap)
        for key, field in fields_of(part.record).items()
        if Mark.UNPRINTED not in field.metadata
        and not any(f"{path}.{key}".lstrip(".") in known for path in part.paths)
        and not record_in(field.annotation)
        and not part.paths[0].startswith(("calendar", "waivers"))
    ]
