"""How a worker ends: the exit statuses that parent and child agree on, and what a reader may raise."""

from enum import IntEnum


class Outcome(IntEnum):
    """A worker's exit status. Anything else means that it broke down over the file.

    UNABLE: what would read it cannot be loaded, so no file of its kind can be read.
    """

    READ = 0
    CUT = 20
    ENCRYPTED = 21
    DAMAGED = 22
    SWOLLEN = 23
    UNABLE = 24


class UnreadableError(Exception):
    """A document cannot be read, or not to its end."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.name)
        self.outcome = outcome
