"""Visiting the pages that the knowledge rests on: whether they answer, and still say what was read there."""

from bot.visiting.links import Link, links_of
from bot.visiting.visits import Found, Visit, Visits

__all__ = ["Found", "Link", "Visit", "Visits", "links_of"]
