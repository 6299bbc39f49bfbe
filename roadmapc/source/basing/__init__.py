"""A roadmap and the base plan that it extends → one tree, before its shape is judged.

The merged tree holds what the document will say; each of its values stands where its author wrote it, in one file or
in the other, so that all that is said of it is said at the right place.
"""
