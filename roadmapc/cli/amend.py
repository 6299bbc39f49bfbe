"""`roadmapc amend`: the order that changes a signed plan, its redline, the comparison, the consolidated text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadmapc.cli import _problems, _terminal, _written
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import OutFolder, TemplatesFolder, Today
from roadmapc.diagnostics import Message, UserError
from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.plan.amending.numbering import with_kept_numbers
from roadmapc.plan.changes.kinship import are_two_plans
from roadmapc.workspace import building, forms, source_files, template_files
from roadmapc.workspace.two_plans import errors_of, two_plans, unsafe_ids

if TYPE_CHECKING:
    from roadmapc.documents.amending._contents import ContentChanges
    from roadmapc.documents.amending._items import Change as SaidChange
    from roadmapc.documents.output import File, OutputContext
    from roadmapc.plan import Plan
    from roadmapc.plan.changes import Change
    from roadmapc.workspace.two_plans import NamedPlan, TwoPlans

GROUP = "change"
HELP = "Write the order that changes a signed plan, in official formulas, with redline, comparison and new text."
_FORMATS = ("docx", "html")


def command(
    files: Annotated[list[Path], typer.Argument(metavar="[OLD] NEW", help=_("The signed roadmap and the new one."))],
    since: Annotated[str | None, typer.Option(help=_("The signed text is NEW at this revision of git."))] = None,
    date_: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help=_("The day of the amending order; empty: a blank."))
    ] = None,
    number: Annotated[str, typer.Option(help=_("Its number; empty: a blank."))] = "",
    title: Annotated[str, typer.Option(help=_("What it is about; else “О внесении изменений в приказ …”."))] = "",
    preamble: Annotated[str, typer.Option(help=_("Its preamble: “В целях …”."))] = "",
    author: Annotated[
        str, typer.Option(help=_("Who makes the tracked changes; else the organisation of the letterhead."))
    ] = "",
    explain: Annotated[bool, typer.Option("--explain", help=_("Say why each formula was chosen."))] = False,
    to: Annotated[
        list[str] | None, typer.Option("--to", help=_("Formats beside Word: html; several with commas."))
    ] = None,
    out: OutFolder = Path("build"),
    templates: TemplatesFolder = None,
    draft: Annotated[bool, typer.Option("--draft", help=_("Mark every page as a draft."))] = False,
    today: Today = None,
) -> int:
    """Compare, write and prove; 1 where something cannot be said by an amending order."""
    day = _terminal.day_of(today)
    pair = two_plans(files, since)
    _problems.tell(pair.problems)
    if pair.plans is None:
        return _terminal.PROBLEMS
    if unsafe := unsafe_ids(pair, day):
        _problems.tell(unsafe)
        return _terminal.PROBLEMS
    if not draft and (errors := errors_of(pair.new, day)):
        _problems.tell(errors)
        message = Message(
            "{name}: no order is written, errors: {n}; only --draft writes it with them",
            name=pair.new.name,
            n=len(errors),
        )
        _terminal.console(stderr=True).print(message.text(_))
        return _terminal.PROBLEMS
    amendment = _amendment(*pair.plans, _act(date_, number, title, author), preamble)
    if not _is_sayable(amendment, pair.new):
        return _terminal.PROBLEMS
    if not amendment.changes:
        return _nothing_printed(amendment, pair.new)
    context = template_files.output_context(
        tuple(template_files.overrides(templates).values()), _formats(to or []), "ПРОЕКТ" if draft else ""
    )
    source = Path(pair.new.name) if pair.new.revision is None else files[-1]
    form = forms.needed_by(pair.new.read, source, templates)
    if form:
        context = template_files.with_form(context, forms.usable(form))
    with building.worded(source):
        made, contents = _files(amendment, context)
    if not any(one.is_changed for one in contents):
        return _nothing_printed(amendment, pair.new)
    for line in _told(amendment.old, contents, explain=explain):
        _terminal.say(line)
    made.append(_changes_file(amendment, pair))
    folder = out / "amendments" / amendment.new.id / _name(amendment.act)
    read = [path for path in (*files, source) if path.exists()]
    sources = _written.read_with(read, (), [form] if form else [])
    _written.write(_written.Built(source, form, folder, made), day, sources)
    return _terminal.OK


def _nothing_printed(amendment: Amendment, new: NamedPlan) -> int:
    """Tell what changed though no printed word did, as the period of a plan may: no order can say that."""
    from roadmapc.plan.changes import changes
    from roadmapc.reporters._changes import name_at

    found = changes(amendment.old, amendment.new).all
    if not found:
        _terminal.say(_("nothing changed"))
        return _terminal.OK
    out = _terminal.console(stderr=True)
    for one in found:
        name = name_at(amendment.old, one)
        message = Message("{name}: “{old}” → “{new}” changes no printed word", name=name, old=one.old, new=one.new)
        out.print(f"{new.name}: {message.text(_)}")
    out.print(_("an amending order has nothing to say: nothing is written"))
    return _terminal.PROBLEMS


def _act(day: str | None, number: str, title: str, author: str) -> AmendingAct:
    number = number.strip()
    if number and not any(sign.isalnum() for sign in number):
        raise UserError(Message("--number: “{text}” is no number of an act", text=number))
    date = _terminal.named_day(day, "--date") if day else None
    return AmendingAct(date=date, number=number, title=title, author=" ".join(author.split()))


def _amendment(old: Plan, new: Plan, act: AmendingAct, preamble: str) -> Amendment:
    kind = (old.roadmap.order.name or act.kind) if old.roadmap.order else act.kind
    act = replace(act, kind=kind.lower(), preamble=preamble)
    return Amendment(old, with_kept_numbers(old, new), act, source_files.settings().amend)


def _is_sayable(amendment: Amendment, new: NamedPlan) -> bool:
    """Say whether an amending order can say all changes; those of the base act itself are told."""
    out = _terminal.console(stderr=True)
    signed, act = amendment.old.signed, amendment.act
    if signed is None:
        raise UserError(
            Message("the old roadmap is not signed: its order has no date"),
            Message("change it freely until it is; a signed one has the date of its order"),
        )
    if act.date and act.date < signed:
        raise UserError(
            Message("the amending order is dated before the order that it changes, {day:%d.%m.%Y}", day=signed)
        )
    if are_two_plans(amendment.old, amendment.new):
        raise UserError(
            Message("these are two plans, not two editions of one: hardly a row is in both"),
            Message("compare editions of one roadmap"),
        )
    wrong = [one for one in amendment.changes.all if one.field.startswith(("order", "approval"))]
    for one in wrong:
        out.print(f"{new.name}: {_of_base_act(amendment.old, one).text(_)}")
    return not wrong


def _of_base_act(old: Plan, change: Change) -> Message:
    from roadmapc.reporters._changes import name_at

    return Message(
        "{field} is of the base act, which stays as it was signed: “{old}” → “{new}”",
        field=name_at(old, change),
        old=change.old,
        new=change.new,
    )


def _files(amendment: Amendment, context: OutputContext) -> tuple[list[File], tuple[ContentChanges, ...]]:
    from roadmapc.documents.amending._documents import further_documents
    from roadmapc.importer.proved_amendment import Unproved, proved_amendment

    try:
        proved = proved_amendment(amendment, context)
    except Unproved:
        raise UserError(
            Message("the order, read back, would not make the new text: nothing is written"),
            Message("write this amendment by hand, and tell the authors of roadmapc of it"),
        ) from None
    return [*proved.files, *further_documents(amendment, context)], proved.contents


def _changes_file(amendment: Amendment, pair: TwoPlans) -> File:
    """Return what changes for other programs, as `compare --format json` prints it."""
    from roadmapc.documents.output import File
    from roadmapc.plan.changes.comparison import compare
    from roadmapc.reporters import compare_json
    from roadmapc.reporters._changes import Side

    sides = (Side(one.name, one.revision) for one in (pair.old, pair.new))
    return File("changes.json", compare_json.report(compare(amendment.old, amendment.new), *sides).encode())


def _told(old: Plan, contents: Sequence[ContentChanges], *, explain: bool) -> list[str]:
    """Return what the order says, in lines, with the reasons where they are asked for."""
    lines = []
    for one in contents:
        if one.new is None and one.old:
            number = old.roadmap.attachments[one.old - 1].plain_number
            lines.append(Message("attachment {number} is dropped", number=number).text(_))
        elif one.old is None:
            lines.append(Message("an attachment is added").text(_))
        elif one.whole:
            lines.append(Message("given in a new edition: {why}", why=one.whole).text(_))
        lines += [change.text + (f"  – {change.why.text(_)}" if explain else "") for change in _flat(one.changes)]
    return lines


def _flat(changes: Sequence[SaidChange]) -> list[SaidChange]:
    return [inner for one in changes for inner in (one.items or (one,))]


def _name(act: AmendingAct) -> str:
    from roadmapc.russian.transliteration import slug

    day = f"{act.date:%Y-%m-%d}" if act.date else "draft"
    return f"{day}-{slug(act.number)}" if act.number else day


def _formats(named: Sequence[str]) -> tuple[str, ...]:
    words = [word.strip() for text in named for word in text.split(",")]
    wanted = {_terminal.choice(word, "--to", _FORMATS) for word in words}
    return tuple(name for name in _FORMATS if name in {"docx", *wanted})
