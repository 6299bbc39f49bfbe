"""How marks are known on disk: light, so that folders are looked through without loading what reads them."""

SUFFIX = ".marks.yaml"
