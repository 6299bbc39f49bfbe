"""Imports that prove themselves: files → roadmaps (`roadmaps`), and back into a roadmap that is there (`into`)."""

from roadmapc.importer.roadmaps import Imported, NewRoadmap, Read, import_files

__all__ = ["Imported", "NewRoadmap", "Read", "import_files"]
