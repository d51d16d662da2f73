"""What moderators can do with a case by a press, each answered in private and in their own language."""

from collections.abc import Awaitable, Callable

from bot.desk.explaining import Explaining
from bot.desk.press import Answer, Press
from bot.desk.recalling import Recalling
from bot.desk.releasing import Releasing
from bot.desk.removal import Removal
from bot.desk.rulings import Rulings
from bot.store import Case, Ledger, Ruling


class Presses:
    """Finds the case of a press and hands it to who carries it out.

    Invariant: a case of another server is as if it were not there.
    """

    __slots__ = ("_explaining", "_ledger", "_recalling", "_releasing", "_removal", "_rulings")

    def __init__(
        self,
        ledger: Ledger,
        rulings: Rulings,
        recalling: Recalling,
        releasing: Releasing,
        explaining: Explaining,
        removal: Removal,
    ) -> None:
        self._ledger = ledger
        self._rulings = rulings
        self._recalling = recalling
        self._releasing = releasing
        self._explaining = explaining
        self._removal = removal

    async def rule(self, press: Press, ruling: Ruling) -> Answer:
        """Confirm or dismiss a case."""
        ruled = await self._rulings.take(press.case_id, press.guild_id, ruling, press.by.id, press.at)
        return Answer(press.texts("case-none") if ruled is None else ruled.answer(press.texts))

    async def withdraw(self, press: Press) -> Answer:
        """Take a case's note back, without a ruling."""
        return await self._with_case(press, self._recalling.take_back)

    async def release(self, press: Press) -> Answer:
        """Send the note of a case that waits."""
        return await self._with_case(press, self._releasing.release)

    async def explain(self, press: Press) -> Answer:
        """Say why a case is one."""
        return await self._with_case(press, self._explaining.explain)

    async def ask_to_delete(self, press: Press) -> Answer:
        """Ask once more before a case's post is deleted."""
        return await self._with_case(press, self._removal.ask)

    async def delete(self, press: Press) -> Answer:
        """Delete a case's post."""
        return await self._with_case(press, self._removal.delete)

    async def _with_case(self, press: Press, carry_out: Callable[[Press, Case], Awaitable[Answer]]) -> Answer:
        case = await self._ledger.get(press.case_id)
        if case is None or case.guild_id != press.guild_id:
            return Answer(press.texts("case-none"))
        return await carry_out(press, case)
