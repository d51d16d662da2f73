"""Chooses among the topics that a post names: those that count in its place, by how often it does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.knowledge.topics import Topic
from bot.recognition.read_as import apart
from bot.recognition.sentences import Mention
from bot.recognition.windows import Stretch, Window

_IN_PASSING = 0.5
"""Share of the mentions of the topic named most, below which another one is only named in passing."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A topic that a post may be about. mostly: the contender that is part of it and most of its mentions."""

    topic: Topic
    windows: tuple[Window, ...]
    mostly: "Contender | None" = None

    @property
    def stretches(self) -> list[Stretch]:
        """The runs of text that its windows stand in, each once."""
        return list({id(window.stretch): window.stretch for window in self.windows}.values())

    @property
    def named(self) -> int:
        """Places where its name stands; one at least where a title or tag beside the windows names it."""
        places = sum(len(apart(stretch.mentions)) for stretch in self.stretches)
        return places or int(any(window.named for window in self.windows))

    @property
    def weight(self) -> int:
        """Places where it is named, or where it never is, hinted at."""
        return self.named or sum(len(stretch.mentions) for stretch in self.stretches)


def contending(found: Sequence[Contender], on: frozenset[str] | None) -> list[Contender]:
    """Choose which of the topics found in a post are judged, most spoken of first.

    on: ids of those that count in the post's place, None for all. A part stands for its whole where it is on
    and is most of what is spoken of; else the whole stands for it. A hint weighs less than a name. Where a
    topic that is on remains, those that are off do not compete; nor do those named in passing.
    """
    among = [*_parts_and_wholes(found, on)]
    most_named = max((each.named for each in among), default=0)
    among = [each for each in among if each.named or each.weight > most_named]
    among = [each for each in among if on is None or each.topic.id in on] or among
    most = max((each.weight for each in among), default=0)
    among = [each for each in among if each.weight >= most * _IN_PASSING]
    return sorted(among, key=lambda each: -each.weight)


def _parts_and_wholes(found: Sequence[Contender], on: frozenset[str] | None) -> list[Contender]:
    by_id = {each.topic.id: each for each in found}
    kept: dict[str, Contender] = dict(by_id)
    for part in found:
        whole = by_id.get(part.topic.part_of or "")
        if whole is None:
            continue
        is_most = _is_most_of(part, whole)
        if is_most and (on is None or part.topic.id in on):
            kept.pop(whole.topic.id, None)
        else:
            kept.pop(part.topic.id, None)
            if is_most:
                kept[whole.topic.id] = replace(whole, mostly=part)
    return [*kept.values()]


def _is_most_of(part: Contender, whole: Contender) -> bool:
    """Whether more than half of the places where the whole is named name the part, or half and the first.

    Where it is never named, the places that hint at it count.
    """
    places = apart if whole.named else _all
    of_part = {(stretch.passage, stretch.start): places(stretch.mentions) for stretch in part.stretches}
    shared = [
        any(start < other_end and other_start < end for other_start, other_end in there)
        for stretch in whole.stretches
        for there in [of_part.get((stretch.passage, stretch.start), [])]
        for start, end in places(stretch.mentions)
    ]
    return sum(shared) * 2 + shared[0] > len(shared) if shared else False


def _all(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in mentions]


def first_named(contender: Contender) -> Stretch | None:
    """Return the first run of text that names a contender; its first mention by name is in it."""
    return next((stretch for stretch in contender.stretches if apart(stretch.mentions)), None)
