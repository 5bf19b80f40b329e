"""Runs the units of Shelfwise on a Ray cluster, by the program's own command line, unchanged."""

__version__ = "0.2.0"
