"""Material → what of a roadmap it says: one part of a document, one module."""
