"""Rules about amending acts and the signed texts of a roadmap."""
