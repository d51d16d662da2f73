"""The knowledge that a running bot answers from: what it ships with, less what its operator withdrew."""

from bot.knowledge.library import Knowledge
from bot.knowledge.topics import built_in
from bot.knowledge.withdrawn import NOTHING, Withdrawn


class Shelf:
    """Holds what may be shown now, for whoever answers somebody.

    Invariant: nothing that stands in `withdrawn` can be reached through `current`; with nothing withdrawn,
    `current` is `whole` itself and costs nothing.
    """

    __slots__ = ("current", "offered", "whole", "withdrawn")

    def __init__(self, whole: Knowledge) -> None:
        """whole: as it ships, for reading what stands already."""
        self.whole = whole
        self.take_back(NOTHING)

    def take_back(self, withdrawn: Withdrawn) -> None:
        """Let this be all that is withdrawn, in place of what was before."""
        self.withdrawn = withdrawn
        self.current = self.whole.without(withdrawn)
        # Who tries out the wording of notes sees them also while they are withdrawn, without the resources.
        self.offered = self.whole.without(Withdrawn(resources=withdrawn.resources))

    @property
    def topics_withdrawn(self) -> frozenset[str]:
        """Return the topics, by id, that get no note now."""
        return topics_of(self.whole) if self.withdrawn.everything else self.withdrawn.topics


def topics_of(knowledge: Knowledge) -> frozenset[str]:
    """Return all topics, by id: those that are recognised and those that there are words for."""
    worded = (topic for words in knowledge.wordings.values() for topic in words.topics)
    return frozenset((*worded, *(each.id for each in built_in())))
