"""What is not in the vocabulary: mistakes with the known name that is nearest to the one written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NoReturn

from roadmapc.diagnostics import Message, suggestion
from roadmapc.rendering.blocks import VOCABULARY, Tag


class Fault(Exception):
    """A mistake in the text; without an offset (in bytes) it stands where the parser is."""

    def __init__(self, message: Message, offset: int | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.offset = offset


def shown(name: str) -> str:
    """Return a tag's name as the author wrote it: «div» for «div.keep»."""
    return name.partition(".")[0]


def misplaced(name: str, inside: str) -> NoReturn:
    """Raise for a tag that is unknown, or may not stand in the tag `inside` («» for none)."""
    known = {shown(tag) for tag in VOCABULARY}
    if name not in known:
        raise Fault(Message("unknown tag <{tag}>{nearest}", tag=name, nearest=or_perhaps(name, known, "<{}>")))
    if not inside:
        raise Fault(Message("the outermost tag must be <document>, not <{tag}>", tag=name))
    raise Fault(Message("<{tag}> may not stand in <{inside}>", tag=name, inside=shown(inside)))


def division(attributes: Mapping[str, str]) -> str:
    """Return the vocabulary's name of a `<div>` with these attributes."""
    name = "div." + attributes.get("class", "")
    if name not in VOCABULARY:
        unknown_class("div", name[4:], (tag[4:] for tag in VOCABULARY if tag.startswith("div.")))
    return name


def unknown_class(tag: str, name: str, known: Iterable[str]) -> NoReturn:
    """Raise for a class that the tag does not have."""
    near = or_perhaps(name, (name for name in known if name))
    raise Fault(Message("<{tag}> has no class «{name}»{nearest}", tag=tag, name=name, nearest=near))


def check(name: str, tag: Tag, attributes: Mapping[str, str]) -> None:
    """Raise if a tag has an attribute or a class that it does not take; `<p>` and `<div>` choose by class elsewhere."""
    chosen = name == "p" or name.startswith("div.")
    for attribute, value in attributes.items():
        if attribute == "class" and (chosen or tag.classes):
            for word in value.split() if not chosen else ():
                if word not in tag.classes:
                    unknown_class(name, word, tag.classes)
        elif attribute not in tag.attributes:
            known = [*tag.attributes, "class"] if chosen or tag.classes else tag.attributes
            message, near = "<{tag}> has no attribute {name}{nearest}", or_perhaps(attribute, known)
            raise Fault(Message(message, tag=shown(name), name=attribute, nearest=near))


def or_perhaps(name: str, known: Iterable[str], form: str = "{}") -> Message | str:
    """Return «; perhaps …» with the known name that is most like `name`, or nothing."""
    near = suggestion.nearest(name, known)
    return Message("; perhaps {name}", name=form.format(near)) if near else ""
