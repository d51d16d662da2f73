"""Puts together what holds of a case now, as its entry shows it."""

from bot.desk.entry import MOST_LINKS, Standing
from bot.store import Case, CaseState, Copies, Handled, Ledger

_NOTE_MAY_BE_DUE = frozenset({CaseState.NOTED, CaseState.RECALLED})


class Standings:
    """Reads from the store where cases stand."""

    __slots__ = ("_copies", "_handled", "_ledger")

    def __init__(self, ledger: Ledger, copies: Copies, handled: Handled) -> None:
        self._ledger = ledger
        self._copies = copies
        self._handled = handled

    async def of(self, case: Case) -> Standing:
        """Return what holds of a case now."""
        return Standing(
            case,
            await self._copies.others(case, MOST_LINKS),
            await self._handled.deeds_on(case),
            case.state in _NOTE_MAY_BE_DUE and await self._ledger.note_to_go(case.id),
        )

    async def counting(self, case_id: int) -> Case | None:
        """Return the case whose entry shows this one: its own, or one of which it is a near copy."""
        case = await self._ledger.get(case_id)
        if case is None or case.counted_on is None:
            return case
        return await self._ledger.get(case.counted_on)
