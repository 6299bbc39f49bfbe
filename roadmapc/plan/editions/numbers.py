"""Numbers that the program has computed, to be written out once they are signed: from then on they may not shift."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diagnostics import Message, Route, Source
from roadmapc.plan.columns import has_column
from roadmapc.plan.plan import Plan, PlanTable
from roadmapc.plan.splicing.splices import Refused, Splice, spliced
from roadmapc.plan.splicing.yaml_edits import YamlEdits
from roadmapc.source.formatting.gaps import LayoutError
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree


class CannotFreeze(Exception):
    """The numbers cannot be written into the source; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def is_frozen_whole(table: PlanTable) -> bool:
    """Say whether freezing makes all numbers of a table written ones: where it computes them and prints a column."""
    return table.source.table.numbering == "computed" and has_column(table, "number")


def computed_numbers(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Yield where a printed number is not written, and the number; those of sections before those of their rows.

    Of a table without a column of numbers the headings of sections print theirs alone.
    """
    for table in plan.tables:
        for section in table.sections:
            if section.number and (*section.route, "number") not in plan.tree.values:
                yield section.route, section.number
            for row in section.rows if is_frozen_whole(table) else ():
                if row.number and (*row.route, "number") not in plan.tree.values:
                    yield row.route, row.number


def with_numbers(plan: Plan) -> tuple[Tree, int]:
    """Return the tree of a plan with all computed numbers written into its text, and how many; comments are kept.

    Raises CannotFreeze where the text cannot take them. A roadmap that extends a base plan keeps its numbers computed:
    those of rows that stand in another file cannot be written here; its edition has them all.
    """
    if plan.base is not None:
        return plan.tree, 0
    numbers = list(computed_numbers(plan))
    tables = [table.source.route for table in plan.tables if is_frozen_whole(table)]
    if not numbers and not tables:
        return plan.tree, 0
    edits: list[Splice] = []
    try:
        yaml = YamlEdits(plan.tree)
        for route, number in numbers:
            edits += yaml.put((*route, "number"), number)
        for route in tables:
            edits += yaml.put((*route, "numbering"), "printed")
        text = spliced(plan.tree.source.text, edits)
    except (Refused, LayoutError) as error:
        raise _refused() from error
    tree, problems = parse_yaml(Source(plan.tree.source.name, text))
    if tree is None or problems or not _says(tree, numbers, tables):
        raise _refused()
    return tree, len(numbers)


def _says(tree: Tree, numbers: list[tuple[Route, str]], tables: list[Route]) -> bool:
    wanted = [((*route, "number"), number) for route, number in numbers]
    wanted += [((*route, "numbering"), "printed") for route in tables]
    return all(route in tree.values and tree.value(route) == words for route, words in wanted)


def _refused() -> CannotFreeze:
    return CannotFreeze(Message("the file is written so that numbers cannot be put in: lay it out first: roadmapc fmt"))
