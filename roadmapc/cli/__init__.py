"""The commands: one file each. They parse options, wire the stages, run them and choose the exit code."""
