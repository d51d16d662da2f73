"""Keeping a running bot in step with what its operator withdrew, also while the database is in trouble."""

import logging

from sqlalchemy.exc import SQLAlchemyError

from bot.knowledge import Shelf, Withdrawn
from bot.store import Places, Withdrawals

_log = logging.getLogger(__name__)

EVERY_SECONDS = 20
"""Seconds between two looks at what is withdrawn: a minute is promised, and one look may fail."""


class Withdrawing:
    """Brings what the operator withdrew to where notes are decided on and written.

    Invariant: what a failed look could not tell stays as it was: nothing comes back by a fault.
    """

    __slots__ = ("_blind", "_places", "_shelf", "_withdrawals")

    def __init__(self, withdrawals: Withdrawals, shelf: Shelf, places: Places) -> None:
        self._withdrawals = withdrawals
        self._shelf = shelf
        self._places = places
        self._blind = False

    async def begin(self) -> None:
        """Look for the first time. Raises what the database raises: nothing may be answered unlooked."""
        self._hold(await self._withdrawals.now())

    async def look(self) -> None:
        """Look again; where the database cannot be read, keep what is known, and say so once."""
        try:
            found = await self._withdrawals.now()
        except (SQLAlchemyError, ValueError) as error:  # ValueError: of a newer Signpost's words
            if not self._blind:
                _log.warning("what is withdrawn cannot be read now, so that stays as it was: %s", error)
            self._blind = True
            return
        self._blind = False
        if found != self._shelf.withdrawn:
            self._hold(found)

    def _hold(self, withdrawn: Withdrawn) -> None:
        before = self._shelf.withdrawn
        self._shelf.take_back(withdrawn)
        self._places.withdrawn_topics = self._shelf.topics_withdrawn
        if withdrawn != before:
            _log.warning("withdrawn from notes and answers: %s", _said(withdrawn))


def _said(withdrawn: Withdrawn) -> str:
    """Name what is withdrawn, for the log."""
    named = [
        *(["all notes"] if withdrawn.everything else []),
        *(f"topic {each}" for each in sorted(withdrawn.topics)),
        *(f"resource {each}" for each in sorted(withdrawn.resources)),
    ]
    return ", ".join(named) or "nothing"
