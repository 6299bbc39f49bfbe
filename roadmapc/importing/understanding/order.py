"""The order (приказ): letterhead, date and number, heading, preamble, items, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.approval import begins_attachment
from roadmapc.importing.understanding.draft import MARK, NOWHERE, Draft, Left
from roadmapc.importing.understanding.persons import NAME, signature_at
from roadmapc.importing.understanding.words import is_empty, is_item, is_right, one_line, paragraph, prose, squeezed
from roadmapc.russian.calendar import parse_date

_ACT = r"(?:приказываю|приказывает|постановляю|постановляет|распоряжаюсь|обязываю|решил[аи]?|предлагаю)"
_RESOLUTION = re.compile(rf"\b(?P<word>{_ACT}) ?:?$", re.IGNORECASE)
_KIND = re.compile(r"(?:приказ|распоряжение|постановление|решение)\b.{0,40}", re.IGNORECASE)
_DAY = (
    r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}|[«\"]?\d{1,2}[»\"]?\s+[а-яё]+\s+\d{4}"
    r"|[«\"]?_[»\"]?\s?_?\s?(?:20[\d_]{1,3})?)\s?(?:года|г\.?)?"
)
_DATE = re.compile(rf"(?:от\s+)?(?P<date>{_DAY})", re.IGNORECASE)
_NUMBER = re.compile(r"(?:№|N)\s*(?P<number>[^\s,]*)")
_PLACE = re.compile(
    r"(?:г|с|п|пос|пгт|р\.?п|ст-ца|д|х|аул|село|город|посёлок|поселок|станица)\.?\s+[А-ЯЁ]\S*(?:\s\S+){0,2}|[А-ЯЁ][а-яё-]+"
)
_SUBJECT = re.compile(r"[«\"]?об?о?\s", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"(?:в\s+(?:соответстви|целях|связи|рамках)|на основании|во исполнение|руководствуясь|с целью|согласно|для )",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    r"\bтел|факс|@|e-?mail|инн|кпп|огрн|окпо|\b\d{6}\b|\bул\.|сайт|www\.|https?:|улица|адрес|индекс", re.IGNORECASE
)
_ITEM_NUMBER = re.compile(
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<end>[.)]?)(?:\s+|(?=[А-ЯЁ]))(?P<text>\S.*)", re.DOTALL
)


_LISTS = {
    "agreement": re.compile(r"согласован|проект .{0,60}(?:внес|визы)|визы", re.IGNORECASE),
    "acquaintance": re.compile(r"(?:с (?:приказом|распоряжением|постановлением) )?ознакомлен", re.IGNORECASE),
}
_NAMED = re.compile(rf"(?:_\s?/?\s?)?(?P<name>{NAME})[\s_/«»\"]{{0,20}}(?:20[\d_]{{0,3}}\s?г?\.?)?")


class OrderText(NamedTuple):
    """The order's blocks: where its resolution is, where it ends, which tables of a plan stand among its items."""

    resolution: int
    end: int
    inside: tuple[int, ...] = ()


def find_order(blocks: Sequence[Text | Grid]) -> OrderText | None:
    """Return where the order is: from the first block to its signature, or to the first attachment."""
    resolution = None
    for at, block in enumerate(blocks):
        if isinstance(block, Grid):
            if block.ruled and len(block.rows) > 2:
                break
        elif begins_attachment(block):
            break
        elif _RESOLUTION.search(one_line(block.text)):
            resolution = at
            break
    if resolution is None:
        return None
    inside: tuple[int, ...] = ()
    for at in range(resolution + 1, len(blocks)):
        block = blocks[at]
        if begins_attachment(block):
            return OrderText(resolution, at, inside)
        signed = signature_at(blocks, at)
        if signed:
            return OrderText(resolution, _tail(blocks, at + signed.blocks), inside)
        if isinstance(block, Grid) and block.ruled and len(block.rows) > 2:
            if not _goes_on_behind(blocks, at):
                return OrderText(resolution, at, inside)
            inside = (*inside, at)
    return OrderText(resolution, len(blocks), inside)


def _goes_on_behind(blocks: Sequence[Text | Grid], at: int) -> bool:
    """Tell whether the items of an order go on behind a table: a number follows, and then the signature."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(following, Text) or _numbered(following)[0] is None:
        return False
    return any(signature_at(blocks, place) for place in range(at + 2, min(at + 12, len(blocks))))


def _tail(blocks: Sequence[Text | Grid], at: int) -> int:
    """Return where what stands below an order's signature ends: who agrees, who has read it, who has written it."""
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Grid):
            if block.ruled or begins_attachment(block):
                break
        elif (
            begins_attachment(block)
            or block.align == "center"
            or block.bold
            or is_right(block)
            or len(block.words) > 200
        ):
            break
        at += 1
    return at


def read_order(blocks: Sequence[Text | Grid], found: OrderText, draft: Draft) -> dict[str, Any]:
    """Return the order; what has no place in it is left."""
    head, resolution = blocks[: found.resolution], blocks[found.resolution]
    assert isinstance(resolution, Text)  # so it was found
    match = _RESOLUTION.search(one_line(resolution.text))
    assert match is not None
    order = _Head(draft).read(head)
    before = match.string[: match.start()].strip()
    preamble = [one for one in (order.pop("preamble", ""), before) if one]
    order["preamble"] = "\n\n".join(preamble) or None
    closes = bool(before) or (match["word"].islower() and bool(preamble))
    order["resolution"] = match["word"].lower() if closes else match["word"]
    order |= _Items(draft).read(
        [
            block
            for place, block in enumerate(blocks[: found.end])
            if place > found.resolution and place not in found.inside
        ]
    )
    order["subject"] = order.get("subject") or f"{MARK} заголовок приказа"
    draft.decide("order", order["subject"], 0.95 if order.get("name") else 0.8, resolution.place)
    return {key: value for key, value in order.items() if value}


class _Head:
    """Reads what stands before the resolution."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.order: dict[str, Any] = {}
        self.organisation: list[str] = []
        self.details: list[str] = []
        self.preamble: list[Text] = []
        self.subject: list[str] = []

    def read(self, blocks: Sequence[Text | Grid]) -> dict[str, Any]:
        texts = [text for block in blocks for text in _as_texts(block)]
        last_requisite = max((at for at, text in enumerate(texts) if self._is_requisite(text)), default=-1)
        for at, text in enumerate(texts):
            if at <= last_requisite:
                self._before(text)
            else:
                self._after(text)
        order = self.order
        if self.organisation or self.details:
            letterhead = {"organisation": self.organisation or self.details[:1]}
            details = self.details if self.organisation else self.details[1:]
            order["letterhead"] = letterhead | ({"details": details} if details else {})
        order["subject"] = one_line(" ".join(self.subject)).rstrip(".")
        order["preamble"] = prose(self.preamble)
        return order

    def _is_requisite(self, text: Text) -> bool:
        words = squeezed(one_line(text.text))
        if len(words) > 90 or _SUBJECT.match(words) or _PREAMBLE.match(words):
            return False
        return (
            bool(_KIND.fullmatch(words))
            or bool(_NUMBER.search(words) and _DATE.search(words))
            or bool(_DATE.fullmatch(words))
        )

    def _before(self, text: Text) -> None:
        for line in filter(None, (squeezed(one_line(line)) for line in text.text.split("\n"))):
            if _KIND.fullmatch(line) and "name" not in self.order and not re.search(r"\d", line):
                self.order["name"] = line
            elif not self._requisites(line):
                (self.details if _DETAILS.search(line) else self.organisation).append(line)

    def _requisites(self, line: str) -> bool:
        """Take date, number and place that a line holds; say whether it holds nothing else."""
        rest = line
        date = _DATE.search(line)
        number = _NUMBER.search(line)
        if date is None and number is None:
            return False
        if _DETAILS.search(line) and not (date and number):
            return False
        if date:
            rest = rest.replace(date[0], " ", 1)
            if date[0].casefold().startswith("от"):
                self.draft.repeated.append(Left("requisite", "от", NOWHERE))  # it is printed without it
            if parse_date(date["date"]):
                self.order["date"] = date["date"].strip()
        if number:
            rest = rest.replace(number[0], " ", 1)
            if number["number"].strip("_"):
                self.order["number"] = number["number"].strip("_")
        place = one_line(rest.replace("_", " ")).strip(" ,.")
        if place and _PLACE.fullmatch(one_line(rest.replace("_", " "))):
            self.order["place"] = one_line(rest.replace("_", " "))
        elif place:
            self.draft.leave("order", place, Text("").place)
        return True

    def _after(self, text: Text) -> None:
        words = one_line(text.text)
        subject_open = bool(self.subject) and not self.preamble
        if not self.subject and not self.preamble and _SUBJECT.match(words):
            self.subject.append(words)
        elif not self.subject and not self.preamble and "place" not in self.order and _PLACE.fullmatch(words):
            self.order["place"] = words
        elif (
            subject_open and not _PREAMBLE.match(words) and len(words) < 200 and (words[:1].islower() or text.bold)
        ) or (not self.subject and not self.preamble and (text.bold or text.align == "center") and len(words) < 250):
            self.subject.append(words)
        else:
            self.preamble.append(text)


def _as_texts(block: Text | Grid) -> list[Text]:
    """Return a block's paragraphs: each row of a table without lines is one."""
    if isinstance(block, Text):
        return [block] if block.words else []
    rows = []
    for row in block.rows:
        texts = [text for cell in row.cells for text in cell.texts if text.words]
        if len(texts) > 1 and all(len(cell.texts) <= 1 for cell in row.cells):
            rows.append(texts[0]._replace(text=" ".join(text.words for text in texts)))
        else:
            rows += texts
    return rows


class _Tail:
    """Reads what stands below the signature: who agrees to the order, who has read it; the rest is left."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.found: dict[str, Any] = {}
        self.key = ""

    def take(self, text: Text) -> None:
        words = one_line(text.text)
        key = next((key for key, pattern in _LISTS.items() if pattern.match(words)), "")
        named = None if key else _NAMED.fullmatch(squeezed(words))
        if named and self.key == "acquaintance":
            self.found.setdefault("acquaintance", []).append({"name": named["name"]})
            return
        self.key = key or self.key
        self.draft.leave("after the signature", paragraph(text), text.place)

    def person(self, person: dict[str, str], block: Text | Grid) -> None:
        """Take a post with a name."""
        if self.key == "acquaintance":
            person = {"name": person["name"], "position": person["position"]}
        if self.key:
            self.found.setdefault(self.key, []).append(person)
        else:
            self.draft.leave("after the signature", " ".join(person.values()), block.place)


class _Items:
    """Reads what stands behind the resolution: items with their sub-items, then the signature."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.items: list[dict[str, Any]] = []
        self.open: list[list[dict[str, Any]]] = [self.items]
        self.ends = ""  # what the numbers of the items end in: «1)» below «1.» is a list

    def read(self, blocks: Sequence[Text | Grid]) -> dict[str, Any]:
        signature = None
        tail = _Tail(self.draft)
        at = 0
        while at < len(blocks):
            block = blocks[at]
            signed = signature_at(blocks, at)
            if signed:
                person = {"position": signed.post, "name": signed.name}
                if signature:
                    tail.person(person, block)
                signature = signature or person
                at += signed.blocks
                continue
            if signature:
                for text in _as_texts(block):
                    tail.take(text)
            elif isinstance(block, Text):
                self._text(block)
            elif not is_empty(block):
                for text in _as_texts(block):
                    self._text(text)
            at += 1
        if not self.items:
            self.items.append({"text": f"{MARK} пункты приказа"})
        missing = {"position": f"{MARK} должность", "name": f"{MARK} подпись"}
        return {"items": [_plain(item) for item in self.items], "signature": signature or missing, **tail.found}

    def _text(self, text: Text) -> None:
        if not text.words:
            return
        number, words = _numbered(text)
        if number and self.ends and self.ends != _end_of(text) and "." not in number:
            number = None
        if number and not self.ends:
            self.ends = _end_of(text)
        if number is None and not self.items:
            self.items.append({"text": paragraph(text)})
            return
        if number is None:
            if is_item(text) or self._last_is_open():
                self._last()["text"] += ("\n" if is_item(text) else "\n\n") + paragraph(text)
            else:
                self.items.append({"text": paragraph(text)})
                self.open = [self.items]
            return
        depth = min(number.count(".") + 1, len(self.open) + (1 if self.items else 0))
        self._add(depth, {"text": words})

    def _last_is_open(self) -> bool:
        """Tell whether the last item may go on in the next paragraph."""
        return bool(self.items)

    def _last(self) -> dict[str, Any]:
        return self.open[-1][-1]

    def _add(self, depth: int, item: dict[str, Any]) -> None:
        while len(self.open) < depth:
            self.open.append(self._last().setdefault("items", []))
        self.open = self.open[:depth]
        self.open[-1].append(item)


def _end_of(text: Text) -> str:
    """Return what the number of a paragraph ends in: «.» or «)»."""
    match = re.match(r"\s*[\d.]*\d(?P<end>[.)]?)", text.mark or text.text)
    return match["end"] or "." if match else "."


def _numbered(text: Text) -> tuple[str | None, str]:
    """Return the number of an item without its last point, and its text."""
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*[.)]?", text.mark):
        return text.mark.rstrip(".)"), paragraph(text._replace(mark=""))
    typed = None if text.mark else _ITEM_NUMBER.match(text.text)
    if typed and not typed["end"] and "." not in typed["number"]:
        typed = None
    if typed:
        return typed["number"], paragraph(text._replace(text=typed["text"]))
    return None, ""


def _plain(item: dict[str, Any]) -> Any:
    if "items" not in item:
        return item["text"]
    return {"text": item["text"], "items": [_plain(one) for one in item["items"]]}
