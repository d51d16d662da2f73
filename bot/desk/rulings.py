"""Carrying a moderator's ruling out: ledger first, then the note, then the mod-log entry."""

from dataclasses import dataclass
from datetime import datetime

from bot import words
from bot.desk.mod_log import ModLog
from bot.desk.suggestions import Suggestions
from bot.desk.withdrawal import Withdrawal
from bot.store import Case, CaseState, Ledger, Retractions, Ruling


@dataclass(frozen=True, slots=True)
class Ruled:
    """What came of a ruling. case: as it stands now. again: it was ruled so before. stands: its note does."""

    case: Case
    again: bool
    stands: bool

    @property
    def answer(self) -> str:
        """What the moderator is told."""
        if self.case.ruling is Ruling.CONFIRMED:
            if self.again:
                return words.confirmed_before(self.case.id, self.case.ruled_by)
            return words.confirmed(self.case.id, withdrawn=self.case.state is CaseState.WITHDRAWN)
        if self.again and not self.stands:
            return words.dismissed_before(self.case.id, self.case.ruled_by)
        withdrawn = self.case.state is CaseState.WITHDRAWN
        return words.dismissed(self.case.id, withdrawn=withdrawn, stands=self.stands)


class Rulings:
    """Takes rulings and withdraws the notes of dismissed cases.

    Invariant: a note of a dismissed case is to be withdrawn for as long as the store knows it to stand; so
    nothing else has to be remembered when Discord is in trouble or the process ends in between.
    """

    __slots__ = ("_ledger", "_mod_log", "_retractions", "_suggestions", "_withdrawal")

    def __init__(
        self,
        ledger: Ledger,
        retractions: Retractions,
        withdrawal: Withdrawal,
        mod_log: ModLog,
        suggestions: Suggestions,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._withdrawal = withdrawal
        self._mod_log = mod_log
        self._suggestions = suggestions

    async def take(self, case_id: int, guild_id: int, ruling: Ruling, by: int, at: datetime) -> Ruled | None:
        """Rule a case. by: id of the moderator. None if this server has no such case, or no longer."""
        ruled = await self._ledger.rule(case_id, guild_id, ruling, by, at)
        if ruled is None:
            return None
        if ruling is Ruling.DISMISSED:
            await self._retractions.dismissed(ruled.case)
        withdrawn = [await self._withdrawal.of(note) for note in await self._retractions.to_withdraw(case_id)]
        await self._mod_log.refresh(case_id)
        await self._suggestions.consider(guild_id)
        case = await self._ledger.get(case_id) or ruled.case
        return Ruled(case, again=not ruled.new, stands=not all(withdrawn))
