"""Signpost: answers pasted pitches for unproven remedies with one neutral note that points to help."""

__version__ = "0.1.0"
