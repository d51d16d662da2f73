"""Carrying a moderator's ruling out: ledger first, then the notes, then the mod-log entry."""

from dataclasses import dataclass
from datetime import datetime

from bot.desk.mod_log import ModLog
from bot.desk.suggestions import Suggestions
from bot.desk.withdrawal import Withdrawal
from bot.store import Case, CaseState, Copies, Ledger, Retractions, Ruling
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Ruled:
    """What came of a ruling. case: as it stands now. again: it was ruled so before. stands: a note does.

    copies: near copies in other channels that lost their notes with it.
    """

    case: Case
    again: bool
    stands: bool
    copies: int = 0

    def answer(self, texts: Texts) -> str:
        """Say to the moderator what came of it."""
        return self._confirmed(texts) if self.case.ruling is Ruling.CONFIRMED else self._dismissed(texts)

    def _confirmed(self, texts: Texts) -> str:
        number = str(self.case.id)
        if self.again:
            return texts("case-confirmed-before", number=number, moderator=f"<@{self.case.ruled_by}>")
        said = [texts("case-confirmed", number=number)]
        if self.case.state is CaseState.WITHDRAWN:
            said.append(texts("case-confirmed-withdrawn"))
        elif self.case.state is CaseState.WAITING:
            said.append(texts("case-confirmed-waiting"))
        return " ".join(said)

    def _dismissed(self, texts: Texts) -> str:
        number = str(self.case.id)
        if self.again and not self.stands:
            return texts("case-dismissed-before", number=number, moderator=f"<@{self.case.ruled_by}>")
        said = [texts("case-dismissed", number=number)]
        if self.stands:
            said.append(texts("case-dismissed-stands"))
        elif self.case.state is CaseState.WITHDRAWN:
            said.append(texts("case-dismissed-withdrawn"))
        elif self.case.state in {CaseState.WAITING, CaseState.UNRELEASED}:
            said.append(texts("case-dismissed-unreleased"))
        if self.copies:
            said.append(texts("case-copies-withdrawn", number=self.copies))
        return " ".join(said)


class Rulings:
    """Takes rulings and withdraws the notes of dismissed cases.

    What is ruled on an entry holds for the near copies that it counts as well.
    Invariant: a note of a dismissed case is to be withdrawn for as long as the store knows it to stand; so
    nothing else has to be remembered when Discord is in trouble or the process ends in between.
    """

    __slots__ = ("_copies", "_ledger", "_mod_log", "_retractions", "_suggestions", "_withdrawal")

    def __init__(
        self,
        ledger: Ledger,
        retractions: Retractions,
        withdrawal: Withdrawal,
        mod_log: ModLog,
        copies: Copies,
        suggestions: Suggestions,
    ) -> None:
        self._ledger = ledger
        self._retractions = retractions
        self._withdrawal = withdrawal
        self._mod_log = mod_log
        self._copies = copies
        self._suggestions = suggestions

    async def take(self, case_id: int, guild_id: int, ruling: Ruling, by: int, at: datetime) -> Ruled | None:
        """Rule a case. by: id of the moderator. None if this server has no such case, or no longer."""
        ruled = await self._ledger.rule(case_id, guild_id, ruling, by, at)
        if ruled is None:
            return None
        copies = await self._copies.rule_like(ruled.case)
        if ruling is Ruling.DISMISSED:
            for each in (ruled.case, *copies):
                await self._retractions.dismissed(each)
        own = await self._withdraw(case_id)
        others = [done for each in copies for done in await self._withdraw(each.id)]
        await self._mod_log.refresh_now(case_id)
        await self._suggestions.consider(guild_id)
        case = await self._ledger.get(case_id) or ruled.case
        stands = not all([*own, *others])
        return Ruled(case, again=not ruled.new, stands=stands, copies=sum(others))

    async def _withdraw(self, case_id: int) -> list[bool]:
        return [await self._withdrawal.of(note) for note in await self._retractions.to_withdraw(case_id)]
