"""The mod-log entry: what a moderator sees of a case. Built from values, sent by the mod log."""

from bot.desk.entry.changing import Standing
from bot.desk.entry.entries import Entries
from bot.desk.entry.layout import COUNT_ID, DEED_ID, HEADLINE_ID, MOST_LINKS, RULING_ID
from bot.desk.entry.subject import Subject, link

__all__ = [
    "COUNT_ID",
    "DEED_ID",
    "HEADLINE_ID",
    "MOST_LINKS",
    "RULING_ID",
    "Entries",
    "Standing",
    "Subject",
    "link",
]
