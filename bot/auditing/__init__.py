"""The audit as people read it: `/signpost audit`, a page at a time."""
