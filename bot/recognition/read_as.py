"""Reads a topic's names out as another name, so that models which learned the talk around that one can judge.

What the models learned is stance: who sells what to whom. It is the same about another substance; its name is
not, and models take a name that they never saw for none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from bot.recognition.fold import Folded, renamed
from bot.recognition.sentences import Mention

_WORD = re.compile(r"[a-z0-9]+")


def read_as(folded: Folded, mentions: list[Mention], name: str) -> tuple[Folded, list[Mention]]:
    """Put a name in the place of each mention of the topic, with the whole words that it stands in.

    mentions: ascending. Returns the text and the mentions in it, ascending; hints stay as they are. Linear.
    """
    spans = _apart(_whole_words(folded.text, each) for each in mentions if each.kind == "topic")
    if not spans:
        return folded, mentions
    ends = [end for _, end in spans]
    grown = [0, *accumulate(len(name) - (end - start) for start, end in spans)]
    starts = [start + before for (start, _), before in zip(spans, grown, strict=False)]
    found = [Mention("topic", start, start + len(name)) for start in starts]
    for each in mentions:
        place = bisect_right(ends, each.start)
        if each.kind != "topic" and not (place < len(spans) and spans[place][0] < each.end):
            found.append(Mention(each.kind, each.start + grown[place], each.end + grown[place]))
    return renamed(folded, spans, name), sorted(found, key=lambda mention: mention.start)


def apart(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Return where the topic is named, each place once: two names may overlap."""
    return _apart((each.start, each.end) for each in mentions if each.kind == "topic")


def _whole_words(text: str, mention: Mention) -> tuple[int, int]:
    start, end = mention.start, mention.end
    while start and _WORD.match(text, start - 1):
        start -= 1
    following = _WORD.match(text, end)
    return start, following.end() if following else end


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap. spans: by their starts, nearly ascending."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
