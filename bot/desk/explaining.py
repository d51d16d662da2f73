"""Why?: what a post says now, read again, and everything that moved its score, for one moderator."""

from collections.abc import Iterator

from bot.desk.entry import link
from bot.desk.entry.opening import action_name, claims_block, state_name
from bot.desk.hands import Hands
from bot.desk.press import Answer, Press
from bot.desk.quoting import length_of
from bot.desk.releasing import away
from bot.desk.reopening import Reopening, Reread
from bot.desk.signals import signal_line
from bot.desk.speaking import article_line, dismissed_line, score_line
from bot.note.resources import topic_name
from bot.recognition import Verdict, case_name
from bot.store import Case, Ledger, Ruling
from bot.texts import Texts, decimal, reason_text

LONGEST_ANSWER = 1_950
"""Characters of a private answer; Discord takes 2 000."""


class Explaining:
    """Reads a case's post again and says what it was judged by. Keeps nothing of it."""

    __slots__ = ("_hands", "_ledger", "_reopening")

    def __init__(self, ledger: Ledger, reopening: Reopening, hands: Hands) -> None:
        self._ledger = ledger
        self._reopening = reopening
        self._hands = hands

    async def explain(self, press: Press, case: Case) -> Answer:
        """Explain a case of the presser's server. Raises what Discord raises."""
        async with self._hands.of([case.message_id]):
            found = await self._reopening.read(case)
            if isinstance(found, Reread):
                found = await self._reopening.by_itself(found)
        now = await self._ledger.get(case.id) or case
        if isinstance(found, Reread):
            return Answer(explanation(press.texts, now, found))
        return Answer(away(press.texts, now, found))


def explanation(texts: Texts, case: Case, found: Reread) -> str:
    """Say what a post is judged by now. Stays below LONGEST_ANSWER, however long its quotes are."""
    verdict = found.judged.verdict
    lines = [*_head(texts, case, found), *_likenesses(texts, case, verdict)]
    if verdict.claims:
        room = (LONGEST_ANSWER - length_of(*lines)) // 2
        lines.append(claims_block(texts, found.judged.post, verdict, room))
    moved = [texts("case-why-moved")]
    for signal in verdict.signals:
        line = signal_line(texts, verdict.topic, signal)
        if length_of(*lines, *moved, line) > LONGEST_ANSWER:
            break
        moved.append(line)
    return "\n".join([*lines, *(moved if len(moved) > 1 else [])])


def _head(texts: Texts, case: Case, found: Reread) -> Iterator[str]:
    address = link(case.guild_id, case.channel_id, case.message_id)
    yield texts("case-why", number=str(case.id), topic=topic_name(texts, case.topic), address=address)
    if found.edited:
        yield texts("case-why-edited" if found.is_pitch else "case-why-edited-clean")
    threshold = decimal(texts, found.settings.threshold)
    score = score_line(texts, found.judged.verdict.score)
    yield texts("case-why-score", score=score, threshold=threshold)
    stands, reason = state_name(texts, case.state), reason_text(texts, case.reason)
    yield texts("case-why-stands", state=stands, reason=reason)
    if case.ruling is Ruling.DISMISSED:
        yield texts("case-why-ruled-out")
        return
    action = action_name(texts, found.decision.action)
    yield texts("case-why-now", action=action, reason=reason_text(texts, found.decision.reason))


def _likenesses(texts: Texts, case: Case, verdict: Verdict) -> Iterator[str]:
    if verdict.article:
        yield article_line(texts, verdict.article)
    if verdict.dismissed and verdict.dismissed.name != case_name(case.id):
        yield dismissed_line(texts, verdict.dismissed)
