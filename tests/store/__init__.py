"""The store: one file, its versions, and what it remembers."""
