"""The site of `serve`: of many roadmaps the changed ones alone are read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

from roadmapc.cli import _site_sources
from roadmapc.cli._language import translate
from roadmapc.cli._site_sources import ReadOne
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.visible import visible
from roadmapc.documents import attachment
from roadmapc.documents.web_page.data import Link, PagePlan, Unread
from roadmapc.documents.web_page.page import MOST_ROWS, page, page_name
from roadmapc.documents.web_page.region_page import REGION, region_page
from roadmapc.documents.web_page.settings import PageSettings
from roadmapc.plan.region import Asked, Member
from roadmapc.source.marks_name import marks_path
from roadmapc.source.model.criteria import Criteria
from roadmapc.workspace import bases, executions, loading, source_files, template_files
from roadmapc.workspace.edition_files import FOLDER
from roadmapc.workspace.page_server import Pages
from roadmapc.workspace.settings import FILE
from roadmapc.workspace.source_files import OWNERS_FILE

State = tuple[tuple[str, int, int], ...]
"""Files with the time and the size that they had; those that are not there have neither."""


@dataclass
class LiveSite:
    """The pages of some roadmaps, made anew where a source is another."""

    paths: list[Path]
    today: date
    settings: PageSettings
    criteria: Criteria | None = None
    """The positions of the form of each roadmap, where there are several."""
    kept: dict[Path, tuple[State, ReadOne]] = field(default_factory=dict)
    shared: State = ()
    bases: dict[Path, None] = field(default_factory=dict)
    """The base plans that were read so far."""

    def state(self) -> State:
        """Return what all pages depend on, as it is on the disk now."""
        try:
            files = source_files.sources(self.paths)
        except UserError:
            return ()
        return _state([*self._shared(files), *(one for path in files for one in _own(path))])

    def _shared(self, files: list[Path]) -> Iterator[Path]:
        """Yield what many roadmaps go by: settings, directories of owners, editions, base plans."""
        yield Path(FILE)
        yield from self.bases
        for folder in dict.fromkeys(path.parent for path in files):
            yield folder / OWNERS_FILE
            yield from sorted((folder / FOLDER).rglob("*.yaml"))

    def pages(self) -> Pages:
        """Return the pages as the sources are now; what cannot be read stands in them with its reasons."""
        source_files.forget()
        try:
            files = source_files.sources(self.paths)
        except UserError as error:
            return self.failed(error.message.text(translate))
        shared = _state(self._shared(files))
        if shared != self.shared:
            self.kept.clear()
            self.shared = shared
        unread: list[Unread] = []
        plans: dict[str, tuple[Path, PagePlan]] = {}
        told: list[Member | str] = []
        for path in files:
            one, _problems, member = self._read(path)
            if isinstance(one, Unread):
                unread.append(one)
                told.append(one.name)
            elif one.id.casefold() in plans:
                message = Message("another roadmap has its id “{id}” already", id=one.id)
                unread.append(Unread(one.municipality, (message.text(translate),)))
                told.append(visible(one.municipality))
            else:
                plans[one.id.casefold()] = path, one
                told.append(member or visible(one.municipality))
        self.kept = {path: self.kept[path] for path in files}
        unread += _site_sources.shared_unread(executions.shared_problems(files), self.shown)
        return self._served([*plans.values()], unread, _site_sources.known(told, files))

    def failed(self, why: str) -> Pages:
        """Return a page that says why there is nothing else."""
        return {"/index.html": partial(self._page, [], [Unread("roadmapc", (visible(why),))])}

    def _served(self, plans: list[tuple[Path, PagePlan]], unread: list[Unread], told: list[Member | str]) -> Pages:
        many = sum(len(one.rows) for _path, one in plans) > MOST_ROWS
        several = len(told) > 1
        page = partial(self._page, [one for _path, one in plans], unread, many=many, has_region=several)
        pages = {"/index.html": page}
        if several:
            pages[f"/{REGION}"] = partial(self._region, told)
        for path, one in plans:
            pages[f"/documents/{one.id}.html"] = partial(_document, path)
            if many:
                pages[f"/{page_name(one.id)}"] = partial(self._page, [one], [])
        return pages

    def _region(self, told: list[Member | str]) -> bytes:
        report = _site_sources.region_of(told, self.asked, source_files.settings().execution)
        return region_page(report, self.settings, translate)

    @property
    def asked(self) -> Asked:
        """Return what the roll-up of the roadmaps is asked for."""
        return Asked(self.settings.as_of, criteria=self.criteria)

    @property
    def shown(self) -> _site_sources.Shown:
        """Return what is shown: all that is for the office, and no built documents."""
        state = self.settings.as_of
        return _site_sources.Shown(state, self.today, internal=True, built=None, out=Path(), asked=self.asked)

    def _page(
        self, plans: list[PagePlan], unread: list[Unread], *, many: bool = False, has_region: bool = False
    ) -> bytes:
        return page(plans, unread, self.settings, translate, many=many, has_region=has_region)

    def _read(self, path: Path) -> ReadOne:
        state = _state(_own(path))
        kept = self.kept.get(path)
        if kept is None or kept[0] != state:
            self.kept[path] = kept = (state, self._read_anew(path))
        return kept[1]

    def _read_anew(self, path: Path) -> ReadOne:
        try:
            read = _site_sources.read_one(path, self.shown)
        except UserError as error:
            return ReadOne(Unread(visible(path.stem), (error.message.text(translate),)), [])
        self.bases |= dict.fromkeys(one.path for one in bases.found())
        if isinstance(read.made, Unread):
            return read
        link = Link(Message("The document as a page").text(translate), f"/documents/{quote(read.made.id)}.html")
        return read._replace(made=replace(read.made, files=(link,)))


def _own(path: Path) -> tuple[Path, Path]:
    return path, marks_path(path)


def _state(files: Iterable[Path]) -> State:
    found = []
    for path in dict.fromkeys(files):
        try:
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
        except OSError:
            found.append((str(path), 0, 0))
    return tuple(found)


def _document(path: Path) -> bytes:
    """Return the document of a roadmap as a page, as the roadmap is now."""
    source_files.forget()
    plan = loading.read(path).plan
    if plan is None:
        raise UserError(Message("{path} cannot be read now", path=path))
    context = template_files.output_context((), ("html",), "")
    return next(file.data for file in attachment.files(plan, context) if file.name.endswith(".html"))
