"""The head of an order: letterhead, act, date, number, place, heading, preamble (ГОСТ Р 7.0.97-2025)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.draft import NOWHERE, Draft, Left
from roadmapc.importing.understanding.words import one_line, prose, squeezed, texts_of
from roadmapc.russian.calendar import parse_date

_KIND = re.compile(r"(?:приказ|распоряжение|постановление|решение)\b.{0,40}", re.IGNORECASE)
_DAY = (
    r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}|[«\"]?\d{1,2}[»\"]?\s+[а-яё]+\s+\d{4}"
    r"|[«\"]?_[»\"]?\s?(?:_|[а-яё]{3,8}(?=\s20))?\s?(?:20[\d_]{1,3})?)\s?(?:года|г\.?)?"
)
_DATE = re.compile(rf"(?:от\s+)?(?P<date>{_DAY})", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:№|N)\s*(?P<number>[^\s,]*(?:\s[–—/-]\s?(?:\d[^\s,]*|о/?д\b))?(?:\s(?:о/?д|п|р|к)\b(?!\.))?)", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:г|с|п|пос|пгт|р\.?п|ст-ца|д|х|аул|село|город|посёлок|поселок|станица)\.?\s+[А-ЯЁ]\S*(?:\s\S+){0,2}|[А-ЯЁ][а-яё-]+"
)
_SUBJECT = re.compile(r"[«\"]?об?о?\s", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"(?:в\s+(?:соответстви|целях|связи|рамках)|на основании|во исполнение|руководствуясь|с целью|согласно|для "
    r"|учитывая|рассмотрев|принимая во внимание)",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    r"\bтел|факс|@|e-?mail|инн|кпп|огрн|окпо|\b\d{6}\b|\bул\.|сайт|www\.|https?:|улица|адрес|индекс", re.IGNORECASE
)


class OrderHead:
    """Reads what stands before the resolution: the letterhead, date and number, the heading, the preamble."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.order: dict[str, Any] = {}
        self.organisation: list[str] = []
        self.details: list[str] = []
        self.preamble: list[Text] = []
        self.subject: list[str] = []

    def read(self, blocks: Sequence[Text | Grid]) -> dict[str, Any]:
        """Return the keys of the order that its head gives; the preamble and the subject may be empty."""
        texts = [text for block in blocks for text in texts_of(block)]
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
        return any(one.fullmatch(words) for one in (_KIND, _DATE, _NUMBER)) or self._names_the_act(words)

    @staticmethod
    def _names_the_act(words: str) -> bool:
        """Say whether a line holds date and number of the act itself: beside them at most its kind and place."""
        date, number = _DATE.search(words), _NUMBER.search(words)
        if not (date and number):
            return False
        rest = one_line(words.replace(date[0], " ", 1).replace(number[0], " ", 1)).strip(" ,._")
        return not rest or bool(_PLACE.fullmatch(rest) or _KIND.match(rest) or _DETAILS.search(rest))

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
        if date is None and (number is None or number.start()):
            return False  # «МБОУ СОШ № 5» is whose letterhead it is
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
        place = one_line(rest.replace("_", " "))
        words = place.strip(" ,.")
        if words and _PLACE.fullmatch(place):
            self.order["place"] = place
        elif words:
            self.draft.leave("order", words, NOWHERE)
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
