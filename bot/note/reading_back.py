"""What a note that stands in a channel shows, told from its words alone."""

from collections.abc import Collection

from bot.knowledge import Knowledge, Need, Resource
from bot.knowledge.words import Wording
from bot.note.lines import note_line, point
from bot.note.text import NoteText


def read_back(body: str, now: NoteText, knowledge: Knowledge, likely: Collection[str] = ()) -> NoteText:
    """Tell what a note shows from its words as they stand: it may be older than what holds now.

    now: the note as it would be written now. likely: ids of what else its country's notes show. Some
    countries share a line, such as the emergency number: theirs is taken whose lines these are.
    """
    words = max(knowledge.wordings.values(), key=lambda each: _ends_as(body, each))
    shown_now = (knowledge.resources[each] for each in {*now.resource_ids, *likely})
    countries = {each.country for each in shown_now if each.need is not Need.EVIDENCE}
    by_likelihood = sorted(knowledge.resources.values(), key=lambda each: each.country in countries)
    written = {note_line(words.said(each), words): each for each in by_likelihood if each.showable}
    shown = _in_points(body, written) if "\n" in body else _in_one_line(body, written)
    return NoteText.of(now.topic, body, shown, words.language)


def _ends_as(body: str, words: Wording) -> bool:
    return body.endswith((words.note.contest, words.note.short_contest))


def _in_points(body: str, written: dict[str, Resource]) -> list[Resource]:
    points = {point(line): each for line, each in written.items()}
    return [points[line] for line in body.splitlines() if line in points]


def _in_one_line(body: str, written: dict[str, Resource]) -> list[Resource]:
    """Find the one line: the longest that stands there, since one may begin as another does."""
    there = sorted((line for line in written if line in body), key=len)
    return [written[line] for line in there[-1:]]
