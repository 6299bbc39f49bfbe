"""Proves that pictures are told by their first bytes, under limits, and that a form with another one names its part."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from roadmapc.word.package.base_form import FormError, load_form
from roadmapc.word.package.pictures import MOST_BYTES, Picture, picture_of
from tests.word.pictures import jpeg, office_form, png

EXIF = b"\xff\xe1\0\x06Exif" + b"\xff" + b"\xff\xdb\0\x04\0\0" + b"\xff\xc4\0\x04\0\0"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (png(), Picture("png", 60, 72)),
        (jpeg(), Picture("jpeg", 60, 72)),
        (jpeg(4000, 3000, EXIF), Picture("jpeg", 4000, 3000)),
    ],
)
def test_what_a_picture_is(data: bytes, found: Picture) -> None:
    """Kind and dots; what a camera puts before them is passed over."""
    assert picture_of(data) == found


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "neither a PNG nor a JPEG"),
        (b"GIF89a\x01\0\x01\0", "neither a PNG nor a JPEG"),
        (b"<svg/>", "neither a PNG nor a JPEG"),
        (png()[:20], "neither a PNG nor a JPEG"),
        (png(1, 1, promised=(0, 5)), "neither a PNG nor a JPEG"),
        (jpeg()[:24], "neither a PNG nor a JPEG"),
        (jpeg(0, 0), "neither a PNG nor a JPEG"),
        (b"\xff\xd8\xff\xda" + bytes(20), "neither a PNG nor a JPEG"),
        (b"\xff\xd8" + b"\xff" * 5000, "neither a PNG nor a JPEG"),
        (png(1, 1, promised=(50_000, 50_000)), "it has 50000 × 50000 dots: more than 40 million"),
        (jpeg(65535, 65535), "more than 40 million"),
        (png() + bytes(MOST_BYTES), "it is larger than 5 MB"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    """Other kinds, broken heads, too many bytes, and a small file that promises billions of dots."""
    found = picture_of(data)
    assert not isinstance(found, Picture)
    assert why in found


def changed(data: bytes, **changes: Callable[[bytes], bytes]) -> bytes:
    """Return a form with some parts changed, by the end of their names with «_» for «.»."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as file:
        for part in source.namelist():
            change = changes.get(part.rpartition("/")[2].replace(".", "_").replace("-", "_"), bytes)
            file.writestr(part, change(source.read(part)))
    return target.getvalue()


def linked(target: str, kind: str = IMAGE) -> Callable[[bytes], bytes]:
    """Return what adds a relation to another place to a list."""
    relation = f'<Relationship Id="far" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return lambda data: data.replace(b"</Relationships>", relation.encode())


FILE = "file:" + 3 * "/"
TEMPLATE = IMAGE.replace("image", "attachedTemplate")
WITH_BOTH = office_form(header=png(), body=png(30, 30))


@pytest.mark.parametrize(
    ("form", "why"),
    [
        (
            changed(WITH_BOTH, image1_png=lambda _: b"GIF89a"),
            "media/image1.png of the form cannot be used: it is neither",
        ),
        (changed(WITH_BOTH, image2_png=lambda _: jpeg()), "its name says another kind than it is: jpeg"),
        (
            changed(WITH_BOTH, image1_png=lambda _: png(1, 1, promised=(9_000, 9_000))),
            "it has 9000 × 9000 dots",
        ),
        (changed(WITH_BOTH, document_xml_rels=linked("a.png")), "word/document.xml is only linked"),
        (changed(WITH_BOTH, header_first_xml_rels=linked("\\\\host\\a.png")), "header-first.xml is only linked"),
        (changed(WITH_BOTH, document_xml_rels=linked("\\\\host\\a.dotx", TEMPLATE)), "refers to another computer"),
        (changed(WITH_BOTH, document_xml_rels=linked("file://host/a.dotx", TEMPLATE)), "refers to another computer"),
        (changed(WITH_BOTH, document_xml_rels=linked(f"{FILE}/host/a.dotx", TEMPLATE)), "refers to another computer"),
        (changed(WITH_BOTH, document_xml_rels=linked("https://host/a.dotx", TEMPLATE)), "refers to another computer"),
    ],
)
def test_a_form_that_a_roadmap_names_is_proved(form: bytes, why: str) -> None:
    """The part is named; nothing that Word would fetch when a document is opened goes into documents."""
    with pytest.raises(FormError) as caught:
        load_form(form, named=True)
    assert why in caught.value.message
    assert load_form(form)  # one that no roadmap names is taken as it ever was


@pytest.mark.parametrize("target", [f"{FILE}C:\\Office\\a.dotm", "C:\\a.dotm", "Normal.dotm", f"{FILE}home/a.dotx"])
def test_a_template_of_this_computer_is_let_be(target: str) -> None:
    """Word writes it into most of its files."""
    assert load_form(changed(WITH_BOTH, document_xml_rels=linked(target, TEMPLATE)), named=True)
