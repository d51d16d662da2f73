"""The mod-log entry: what a moderator sees of a case. Built from values, sent by the mod log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.desk.buttons import ruling_buttons
from bot.desk.quoting import length_of, named, quoted
from bot.policy import Action, Decision
from bot.posts import Carrier, Post
from bot.recognition.verdict import FoundClaim, Verdict
from bot.store import TAKEN_BACK, Case, CaseState, Ruling, SilencedPost

COUNT_ID, RULING_ID = 90, 91
"""Component ids of the lines for what the cool-down silenced and for the ruling: an edit finds them again."""

MOST_CLAIMS = 6
MOST_LINKS = 5
MOST_FILES = 3
LONGEST_ENTRY = 4_000
"""Characters that Discord allows in all texts of a message with components."""
ADDED_LATER = 700
"""Characters kept free for the count with its links and for the ruling, which come when the entry stands."""
LONG_PASSAGE = 1_000
"""Characters above which the entry says from where on a claim stands."""
BEGINNING = 100
"""Characters that count as its beginning."""

_PLAIN = frozenset({Carrier.CONTENT, Carrier.TITLE, Carrier.TAGS, Carrier.ADDRESS})

_VERY_LIKELY, _LIKELY = 0.9, 0.7

_HEADLINES = {
    CaseState.NOTED: "Note sent",
    CaseState.OBSERVED: "Observed, nothing sent",
    CaseState.REFUSED: "Could not write here",
    CaseState.DELETED_FIRST: "The post was gone first",
    CaseState.SENDING: "Note on its way",
    CaseState.LAPSED: "Too late for a note",
    CaseState.SILENCED: "Covered by an earlier note",
    CaseState.WITHDRAWN: "Note withdrawn",
    CaseState.CLEANED: "Changed, no pitch any more",
    CaseState.DELETED: "The post was deleted",
    CaseState.WAITING: "Waiting for a moderator",
    CaseState.UNRELEASED: "Never released, nothing sent",
}
_GONE = frozenset({CaseState.DELETED, CaseState.DELETED_FIRST})
_QUOTES_GONE = "Its quotes and the writer's name went with it."
_NOTE_TOO = "Its note, its quotes and the writer's name go with it."
_CHANGED = "The post was edited and no longer reads as a pitch"
_CHANGED_IN_PART = (
    "One of its messages was edited or deleted, and what I may read of the rest is no pitch with it any more"
)
_PART_GONE = "Part of the post was edited or deleted, so the quotes and the writer's name went."
_FOLLOWS = {
    Ruling.CONFIRMED: "it is on this server's list of known pitches.",
    Ruling.DISMISSED: "near copies get no note here.",
}
_OVER_WITH_THE_POST = {
    Ruling.CONFIRMED: "with the post, it left this server's list of known pitches.",
    Ruling.DISMISSED: "with the post, near copies are judged like others again.",
}
_EXPIRED = "**Expired**\nThis case is kept no longer; its quotes and the writer's name went with it."


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a post with its verdict, the decision on it and where the case stands.

    writer_id: shown in the entry alone and stored nowhere.
    """

    case_id: int
    guild_id: int
    channel_id: int
    message_id: int
    writer_id: int
    post: Post
    verdict: Verdict
    decision: Decision
    state: CaseState


def link(guild_id: int, channel_id: int, message_id: int) -> str:
    """Return the address of a message, as Discord's client opens it."""
    return f"https://discord.com/channels/{guild_id}/{channel_id}/{message_id}"


def entry(subject: Subject, titles: Mapping[str, str]) -> ui.LayoutView:
    """Build the entry of one case. titles: the claims of the topic in words, by id."""
    post, verdict, decision, state = subject.post, subject.verdict, subject.decision, subject.state
    address = link(subject.guild_id, subject.channel_id, subject.message_id)
    lines = [
        f"**{_HEADLINES[state]}** · {verdict.topic}",
        f"[The post]({address}) by <@{subject.writer_id}> in <#{subject.channel_id}>{_carried_in(post)}",
        f"Score: {_score_in_words(verdict.score)} ({verdict.score:.2f})",
    ]
    if verdict.article:
        lines.append(f"Nearest known article: {quoted(verdict.article.name)} ({verdict.article.likeness})")
    said = [f"Decision: {_decided(decision, state)} – {decision.reason.value}", *_unread(post)]
    container: ui.Container[ui.LayoutView] = ui.Container(ui.TextDisplay("\n".join(lines)))
    if verdict.claims:
        room = LONGEST_ENTRY - ADDED_LATER - length_of(*lines, *said)
        container.add_item(ui.TextDisplay(_claims(post, verdict, titles, room)))
    container.add_item(ui.TextDisplay("\n".join(said)))
    container.add_item(ruling_buttons(subject.case_id))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def struck(
    case: Case, count: int, first: Sequence[SilencedPost], *, note_to_go: bool = False
) -> ui.LayoutView:
    """Build the entry of a case whose post no longer says what it was opened for: no quotes, no writer.

    count, first: as in `refreshed`. note_to_go: its note stands still and is to be withdrawn.
    """
    place = f"<#{case.channel_id}>"
    if case.state not in _GONE:
        place = f"[The post]({link(case.guild_id, case.channel_id, case.message_id)}) in {place}"
    headline = _HEADLINES[CaseState.CLEANED if note_to_go else case.state]
    container: ui.Container[ui.LayoutView] = ui.Container(
        ui.TextDisplay(f"**{headline}** · {case.topic}\n{place}\n{_why_struck(case, note_to_go=note_to_go)}")
    )
    _bring_up_to_date(container, case, count, first)
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def _why_struck(case: Case, *, note_to_go: bool) -> str:
    if case.state in _GONE:
        return _NOTE_TOO if case.state is CaseState.DELETED and case.notes_sent else _QUOTES_GONE
    stays = case.state not in TAKEN_BACK or case.ruling is Ruling.DISMISSED
    if stays and not note_to_go:
        return _PART_GONE
    changed = _CHANGED if case.pieces == 1 else _CHANGED_IN_PART
    if note_to_go:
        return f"{changed}. Its note could not be deleted yet: I try again."
    return f"{changed}, so the quotes went."


def expired() -> ui.LayoutView:
    """Build what is left of the entry of a case that has expired."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay(_EXPIRED)))
    return view


def refreshed(shown: discord.Message, case: Case, count: int, first: Sequence[SilencedPost]) -> ui.LayoutView:
    """Rebuild an entry that stands in the log with what holds of its case now; its quotes stay as they are.

    count: posts in its channel that the case stands for. first: a few of them.
    """
    view = ui.LayoutView.from_message(shown, timeout=None)
    for container in [item for item in view.children if isinstance(item, ui.Container)]:
        # Buttons read from a message are plain ones, which discord.py would keep in memory for each entry.
        for row in [item for item in container.children if isinstance(item, ui.ActionRow)]:
            container.remove_item(row)
        _bring_up_to_date(container, case, count, first)
    return view


def _bring_up_to_date(
    container: ui.Container[ui.LayoutView], case: Case, count: int, first: Sequence[SilencedPost]
) -> None:
    """Write the lines that change with time, and below them the buttons that there is still a use for."""
    line = container.find_item(COUNT_ID)
    if count:
        _put(container, COUNT_ID, _counted(case, count, first))
    elif line is not None:
        container.remove_item(line)
    if case.ruling is not None:
        _put(container, RULING_ID, _ruled(case, case.ruling))
    if case.state not in _GONE:
        container.add_item(ruling_buttons(case.id))


def _put(container: ui.Container[ui.LayoutView], line_id: int, text: str) -> None:
    """Change the line with this id, or add it."""
    line = container.find_item(line_id)
    if isinstance(line, ui.TextDisplay):
        line.content = text
    else:
        container.add_item(ui.TextDisplay(text, id=line_id))


def _counted(case: Case, count: int, first: Sequence[SilencedPost]) -> str:
    line = f"+{count} {'post' if count == 1 else 'posts'} since"
    if case.state not in {CaseState.REFUSED, CaseState.OBSERVED}:
        line += ", silenced by the cool-down"
    links = " · ".join(
        f"[{number}]({link(case.guild_id, silenced.channel_id, silenced.message_id)})"
        for number, silenced in enumerate(first, start=1)
    )
    return f"{line}: {links}" if links else line


def _ruled(case: Case, ruling: Ruling) -> str:
    follows = _OVER_WITH_THE_POST if case.state in _GONE else _FOLLOWS
    line = f"**{ruling.value.capitalize()}** by <@{case.ruled_by}>: {follows[ruling]}"
    return f"{line} The note was withdrawn." if case.state is CaseState.WITHDRAWN else line


def _decided(decision: Decision, state: CaseState) -> str:
    if decision.action is Action.NOTE and state is not CaseState.NOTED:
        return f"{decision.action.value}, not sent"
    return decision.action.value


def _score_in_words(score: float) -> str:
    if score >= _VERY_LIKELY:
        return "very likely a pitch"
    return "likely a pitch" if score >= _LIKELY else "possibly a pitch"


def _carried_in(post: Post) -> str:
    """Say how the post arrived, where it is more than a message's own text."""
    places = list(
        dict.fromkeys(each.place for each in post.passages if each.carrier not in _PLAIN or each.forwarded)
    )
    carried = f", in {', '.join(_first_few([named(place) for place in places]))}" if places else ""
    if post.pieces > 1:
        carried += f", as {post.pieces} messages read together"
    cut = any(passage.cut for passage in post.passages)
    return f"{carried} (only its beginning was read)" if cut else carried


def _claims(post: Post, verdict: Verdict, titles: Mapping[str, str], room: int) -> str:
    """List the first claims, as many as the room allows. room: characters."""
    lines, last = ["Claims:"], "- and {} more"
    for claim in verdict.claims[:MOST_CLAIMS]:
        line = f"- {titles.get(claim.id, claim.id)}: “{quoted(claim.quote)}”{_place(post, claim)}"
        if length_of(*lines, line, last) > room:
            break
        lines.append(line)
    if (more := len(verdict.claims) + 1 - len(lines)) > 0:
        lines.append(last.format(more))
    return "\n".join(lines)


def _place(post: Post, claim: FoundClaim) -> str:
    """Say where in the post a claim stands, and in a long passage from which character on."""
    where = post.passages[claim.passage]
    if where.carrier is Carrier.CONTENT and not where.forwarded:
        return ""
    place = f"in {named(where.place)}"
    if len(where.text) > LONG_PASSAGE:
        at_first = claim.start < BEGINNING
        place += ", at its beginning" if at_first else f", from {_spaced(claim.start)} characters on"
    return f" ({place})"


def _spaced(number: int) -> str:
    """Write a number for people, its thousands set apart."""
    return f"{number:,}".replace(",", "\u202f")


def _unread(post: Post) -> list[str]:
    return _first_few([f"Not read: {named(file.name)}, because {file.why.value}." for file in post.unread])


def _first_few(items: list[str]) -> list[str]:
    more = len(items) - MOST_FILES
    return [*items[:MOST_FILES], f"and {more} more"] if more > 0 else items
