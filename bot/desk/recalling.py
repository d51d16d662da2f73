"""Taking a note back for a moderator, without a ruling on its case."""

from bot.desk.hands import Hands
from bot.desk.mod_log import ModLog
from bot.desk.press import Answer, Press
from bot.desk.withdrawal import Withdrawal
from bot.store import Case, CaseState, Copies, Deed, Handled, Ledger, Retractions


class Recalling:
    """Withdraws the one note of a case; its near copies keep theirs, and nothing is learned from it.

    Invariant: the store is told first, so that the note goes and stays away whatever Discord does.
    """

    __slots__ = ("_copies", "_handled", "_hands", "_ledger", "_mod_log", "_retractions", "_withdrawal")

    def __init__(
        self,
        ledger: Ledger,
        handled: Handled,
        copies: Copies,
        retractions: Retractions,
        withdrawal: Withdrawal,
        mod_log: ModLog,
        hands: Hands,
    ) -> None:
        self._ledger = ledger
        self._handled = handled
        self._copies = copies
        self._retractions = retractions
        self._withdrawal = withdrawal
        self._mod_log = mod_log
        self._hands = hands

    async def take_back(self, press: Press, case: Case) -> Answer:
        """Withdraw the note of a case of the presser's server."""
        texts, number = press.texts, str(case.id)
        async with self._hands.of([case.message_id]):
            stood = await self._handled.note_stands(case.id)
            recalled = await self._handled.withdraw(case.id, press.guild_id, press.by.id, press.at)
            if recalled is None:
                return await self._nothing(press, case)
            notes = await self._retractions.to_withdraw(case.id)
            withdrawn = all([await self._withdrawal.of(note) for note in notes])
        await self._mod_log.refresh_now(case.id)
        if not stood:
            return Answer(texts("case-withdrawn-nothing", number=number))
        said = [texts("case-withdrawn" if withdrawn else "case-withdrawn-stands", number=number)]
        copies = [each for each in await self._copies.of(case.id) if each.state is CaseState.NOTED]
        if copies:
            said.append(texts("case-withdrawn-copies", number=len(copies)))
        return Answer(" ".join(said))

    async def _nothing(self, press: Press, case: Case) -> Answer:
        """Say why there is nothing to take back."""
        now = await self._ledger.get(case.id) or case
        by = (await self._handled.deeds_on(now)).get(Deed.WITHDRAWAL)
        if now.state is CaseState.RECALLED and by is not None:
            return Answer(press.texts("case-withdrawn-before", number=str(case.id), moderator=f"<@{by}>"))
        return Answer(press.texts("case-withdrawn-nothing", number=str(case.id)))
