"""The schemas of ECMA-376, 1st edition, and what is made of them to judge a .docx.

Part 4 of the standard (wml.xsd and what it imports; it is what later editions call transitional) judges what is written
in WordprocessingML, part 2 (opc-*.xsd) the relationships and the content types. `.ci/schemas` fetches them; they are
not kept here. The properties in docProps/core.xml are judged by neither: their schema leans on that of Dublin Core,
which is not among the files.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from lxml.etree import XMLSchema
from lxml.etree import _Element as Element

SCHEMAS = Path(__file__).parents[2] / ".cache" / "ecma-376"
FETCH = "needs the schemas of ECMA-376: .ci/schemas fetches them"

_XSD = "{http://www.w3.org/2001/XMLSchema}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_XML = "http://www.w3.org/XML/1998/namespace"
_XML_SCHEMA = f"""<xs:schema xmlns:xs="{_XSD[1:-1]}" targetNamespace="{_XML}">
<xs:attribute name="lang" type="xs:string"/>
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
<xs:enumeration value="default"/><xs:enumeration value="preserve"/>
</xs:restriction></xs:simpleType></xs:attribute>
</xs:schema>"""

# Which schema judges the parts whose root is in a namespace.
_JUDGES = {
    _W: "wml.xsd",
    "{http://schemas.openxmlformats.org/package/2006/relationships}": "opc-relationships.xsd",
    "{http://schemas.openxmlformats.org/package/2006/content-types}": "opc-contentTypes.xsd",
}


def judged(data: bytes) -> dict[str, list[str]]:
    """Return the parts of a .docx that the schemas judge, each with what is wrong with it."""
    found = {}
    with ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(file.read(name))
                judge = _JUDGES.get(root.tag.partition("}")[0] + "}")
                if judge:
                    schema = _schemas()[judge]
                    schema.validate(_of_the_first_edition(root))
                    found[name] = str(schema.error_log).replace(_W, "w:").splitlines()
    return found


def refusals(data: bytes) -> list[str]:
    """Return what is wrong with all parts of a .docx; nothing where every part is valid."""
    return [f"{name}: {line}" for name, lines in judged(data).items() for line in lines]


def _of_the_first_edition(root: Element) -> Element:
    """Return a part as a reader of the 1st edition sees it.

    What a part declares ignorable is left out, as part 5 of the standard (markup compatibility) has it. So is
    w:compatSetting, and nothing else: a later edition brought it (17.15.3.4), and every Word since 2010 writes it.
    """
    ignorable = {root.nsmap.get(prefix) for prefix in str(root.attrib.pop(_IGNORABLE, "")).split()}
    for element in list(root.iter(etree.Element)):
        for key in list(element.attrib):
            if etree.QName(key).namespace in ignorable:
                del element.attrib[key]
        parent = element.getparent()
        if parent is not None and (etree.QName(element).namespace in ignorable or element.tag == f"{_W}compatSetting"):
            parent.remove(element)
    return root


@cache
def _schemas() -> dict[str, XMLSchema]:
    """Return the compiled schemas by the names of their files.

    A parser of schemas follows one import a namespace, and the standard spreads the namespaces of DrawingML over many
    files: each such namespace gets a file that includes all of its own, and the imports lead there. The schema of
    xml:lang and xml:space, which the standard takes from elsewhere, is the short one above.
    """
    trees = {path.name: etree.parse(path) for path in SCHEMAS.glob("*.xsd") if path.name != "opc-coreProperties.xsd"}
    files = defaultdict(list)
    for name, tree in sorted(trees.items()):
        files[str(tree.getroot().get("targetNamespace"))].append(name)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "xml.xsd").write_text(_XML_SCHEMA, "utf-8")
        places = {_XML: "xml.xsd"}
        for number, (namespace, names) in enumerate(files.items()):
            places[namespace] = f"all-{number}.xsd"
            includes = "".join(f'<xs:include schemaLocation="{name}"/>' for name in names)
            whole = f'<xs:schema xmlns:xs="{_XSD[1:-1]}" targetNamespace="{namespace}">{includes}</xs:schema>'
            (folder / places[namespace]).write_text(whole, "utf-8")
        for name, tree in trees.items():
            seen = set()
            for imported in tree.getroot().findall(f"{_XSD}import"):
                namespace = str(imported.get("namespace"))
                if namespace in seen:
                    tree.getroot().remove(imported)
                imported.set("schemaLocation", places[namespace])
                seen.add(namespace)
            tree.write(folder / name)
        parser = etree.XMLParser(no_network=True)
        return {name: XMLSchema(etree.parse(folder / name, parser)) for name in _JUDGES.values()}
