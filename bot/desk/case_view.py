"""The open cases as a list, page by page, and one case with all that is kept of it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.desk.buttons import case_buttons
from bot.desk.entry import link
from bot.desk.preview_words import case_state, titles_in
from bot.desk.quoting import length_of
from bot.desk.speaking import score_in_words
from bot.note.resources import topic_name
from bot.store import Act, Case, CaseState, Deed, Ruling
from bot.texts import Texts, decimal, listed, reason_text

if TYPE_CHECKING:  # it is built from what is here
    from bot.client import Signpost

CASES_A_PAGE = 8
MOST_CLAIMS = 3
MOST_ACTS = 20
LONGEST_RECORD = 3_800
"""Characters of what is kept of a case; Discord allows 4 000 in all texts of a message with components."""

_GONE = frozenset({CaseState.DELETED, CaseState.DELETED_FIRST})

DEEDS = {
    Deed.RULING: "ruling",
    Deed.RELEASE: "release",
    Deed.WITHDRAWAL: "withdrawal",
    Deed.DELETION: "deletion",
    Deed.NOTE: "note",
}
"""What is done to a case, and how the catalogue calls it."""


def case_rows(bot: "Signpost", texts: Texts, case: Case) -> list[ui.ActionRow[ui.LayoutView]]:
    """Make the rows of buttons of a case, as its entry has them; none once its post is gone."""
    if case.state in _GONE:
        return []
    return case_buttons(texts, bot.seal, case.guild_id, case.id, case.state, case.ruling)


def page_text(texts: Texts, cases: Sequence[Case], count: int, page: int, pages: int) -> str:
    """List the cases of one page. count: of all pages. page: from 1 on."""
    heading = texts("cases-heading", count=count)
    if pages > 1:
        heading += f" · {texts('cases-page', page=str(page), pages=str(pages))}"
    return "\n".join([heading, *(_line(texts, case) for case in cases), texts("cases-next-step")])


def record(texts: Texts, case: Case, stands_for: int, acts: Sequence[Act]) -> str:
    """Say all that is kept of a case. stands_for: posts that its note or entry counts besides."""
    kept = [*_state(texts, case), *_what(texts, case), *_others(texts, case, stands_for)]
    done = [_act(texts, act) for act in acts]
    last = texts("record-nothing-else")
    lines = [*kept, _ruling(texts, case), *([texts("record-acts"), *done] if done else [])]
    while length_of(*lines, last) > LONGEST_RECORD:
        lines.pop()
    return "\n".join([*lines, last])


def choice(texts: Texts, case: Case) -> str:
    """Name an open case where its number is typed."""
    return texts(
        "cases-choice",
        number=str(case.id),
        state=case_state(texts, case),
        score=score_in_words(texts, case.score),
    )


def _line(texts: Texts, case: Case) -> str:
    titles = titles_in(texts, case.topic)
    claims = [titles.get(each, each) for each in case.claims]
    first = texts(
        "cases-line",
        number=str(case.id),
        state=case_state(texts, case),
        link=link(case.guild_id, case.channel_id, case.message_id),
        place=f"<#{case.channel_id}>",
        time=discord.utils.format_dt(case.opened_at, "R"),
    )
    shown = listed(texts, claims, MOST_CLAIMS) if claims else texts("cases-no-claims")
    about = texts("cases-about", score=score_in_words(texts, case.score), claims=shown)
    return f"{first}\n-# {about}"


def _state(texts: Texts, case: Case) -> Iterable[str]:
    place = f"<#{case.channel_id}>"
    yield texts("record-heading", number=str(case.id), topic=topic_name(texts, case.topic))
    yield texts("record-state", state=case_state(texts, case))
    if case.state is CaseState.WAITING and case.waits_until is not None:
        yield texts("record-waits-until", time=discord.utils.format_dt(case.waits_until))
    if case.state in _GONE:
        yield texts("record-post-gone", place=place)
        return
    post = link(case.guild_id, case.channel_id, case.message_id)
    yield texts("record-post", link=post, place=place)


def _what(texts: Texts, case: Case) -> Iterable[str]:
    yield texts("record-reason", reason=reason_text(texts, case.reason))
    if case.state not in _GONE:
        word, score = score_in_words(texts, case.score), decimal(texts, case.score)
        yield texts("record-score", word=word, score=score)
    if case.claims:
        titles = titles_in(texts, case.topic)
        named = [titles.get(each, each) for each in case.claims]
        yield texts("record-claims", claims=", ".join(named))
    yield texts("record-opened", time=discord.utils.format_dt(case.opened_at))
    if case.edited_at is not None:
        yield texts("record-edited", time=discord.utils.format_dt(case.edited_at))


def _others(texts: Texts, case: Case, stands_for: int) -> Iterable[str]:
    if case.pieces > 1:
        yield texts("record-pieces", number=case.pieces)
    if case.notes_sent:
        yield texts("record-notes-sent", number=case.notes_sent)
    if case.covered_by is not None:
        yield texts("record-covered-by", number=str(case.covered_by))
    if case.counted_on is not None:
        yield texts("record-counted-on", number=str(case.counted_on))
    if stands_for:
        yield texts("record-stands-for", number=stands_for)
    if case.entry_id is not None and case.entry_channel_id is not None:
        yield texts("record-entry", link=link(case.guild_id, case.entry_channel_id, case.entry_id))


def _ruling(texts: Texts, case: Case) -> str:
    if case.ruling is None or case.ruled_at is None:
        return texts("record-unruled")
    by, time = str(case.ruled_by), discord.utils.format_dt(case.ruled_at)
    confirmed = case.ruling is Ruling.CONFIRMED
    return texts("record-confirmed" if confirmed else "record-dismissed", by=by, time=time)


def _act(texts: Texts, act: Act) -> str:
    who = texts("signpost-itself") if act.by is None else f"<@{act.by}>"
    deed = texts(f"record-deed-{DEEDS[act.deed]}")
    return texts("record-act", deed=deed, who=who, time=discord.utils.format_dt(act.at))
