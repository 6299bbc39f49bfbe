"""An amending order and the signed texts → the texts as they are after it; what is not understood is told."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping

from roadmapc.importer.amended.items import Item, items_of
from roadmapc.importer.amended.preface_changes import PrefaceText
from roadmapc.importer.amended.table_changes import TableText
from roadmapc.importer.amended.texts import TextParagraph, WordText
from roadmapc.importer.amended.words import Misread, apply_words, unquoted

MAIN = ""
"""The name of the approved document itself among the texts; further attachments go by their numbers."""
_INTO = re.compile(r"Внести в (?P<what>.+?),? следующ(?:ее изменение|ие изменения):", re.DOTALL)
_WHOLE = re.compile(
    r"Изложить (?P<what>.+?),? в новой редакции согласно приложению(?: № (?P<n>\d+))? к настоящему", re.DOTALL
)
_NEW = re.compile(
    r"Дополнить .+? приложением № (?P<name>\S+) согласно приложению(?: № (?P<n>\d+))? к настоящему", re.DOTALL
)
_GONE = re.compile(r"Приложение № (?P<name>\S+) к .+? (?:исключить|признать утратившим силу)\.", re.DOTALL)
_FURTHER = re.compile(r"приложение № (?P<name>\S+) к ")
_OF_PART = re.compile(r"(?:графы|раздела) ")
_TITLE = re.compile(r"(?P<in>в наименовании|наименование) (?P<rest>.+)", re.DOTALL)


def amended_text(order: WordText, signed: Mapping[str, WordText]) -> dict[str, WordText]:
    """Return the texts that an order makes of the signed ones, by their names; raises Misread."""
    texts = {name: copy.deepcopy(text) for name, text in signed.items()}
    items, attached = items_of(order)
    for item in items:
        text = item.text
        if found := _INTO.match(text):
            name = _name(found["what"])
            try:
                _carry_out(_known(texts, name), item)
            except Misread as error:
                error.name = name
                raise
        elif found := _WHOLE.match(text):
            texts[_name(found["what"])] = _attachment(attached, found["n"])
        elif found := _NEW.match(text):
            texts[found["name"]] = _attachment(attached, found["n"])
        elif found := _GONE.match(text):
            texts.pop(found["name"], None)
    return texts


def _name(what: str) -> str:
    found = _FURTHER.match(what)
    return found["name"] if found else MAIN


def _known(texts: dict[str, WordText], name: str) -> WordText:
    if name not in texts:
        raise Misread(f"приложение № {name}")
    return texts[name]


def _attachment(attached: list[WordText], number: str | None) -> WordText:
    at = int(number) - 1 if number else 0
    if at >= len(attached):
        raise Misread(f"приложение № {number}")
    return attached[at]


def _carry_out(text: WordText, item: Item) -> None:
    """Carry out the changes of one text: all addresses are those of the text before."""
    table, preface = TableText(text), PrefaceText(text)
    for change in item.items:
        if not (change.rows or change.items) and preface.take(re.sub(r"[;.]$", "", change.text)):
            continue
        found = _TITLE.match(change.text)
        if found and not _OF_PART.match(found["rest"]):
            _retitle(text, found["in"] == "в наименовании", found["rest"])
            continue
        table.take(change)
    table.finish()
    preface.finish()


def _retitle(text: WordText, within: bool, rest: str) -> None:
    title = next((one for one in text.blocks if isinstance(one, TextParagraph) and one.is_title), None)
    if title is None:
        raise Misread(rest)
    rest = re.sub(r"[;.]$", "", rest)
    if within:
        title.text = apply_words(" ".join(title.text.split()), rest)
    else:
        title.text = unquoted(rest.partition("изложить в следующей редакции: ")[2])
