"""What the operator has withdrawn from a running fleet: resources, topics, or all notes at once."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What a withdrawal takes away. Stored; never renamed once released."""

    RESOURCE = "resource"
    TOPIC = "topic"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """All that is withdrawn at one time. resources, topics: ids. everything: no note is posted at all."""

    resources: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    everything: bool = False

    def __bool__(self) -> bool:
        """Say whether anything is withdrawn."""
        return self.everything or bool(self.resources or self.topics)

    def covers(self, topic: str) -> bool:
        """Say whether notes of a topic are withdrawn; of the topic "help", those with help alone."""
        return self.everything or topic in self.topics


NOTHING = Withdrawn()
