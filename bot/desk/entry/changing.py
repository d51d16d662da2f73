"""The lines of an entry that change with time, and what is left of one whose post changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.desk.entry.layout import COUNT_ID, DEED_ID, GONE, HEADLINE_ID, RULING_ID, Container, put
from bot.desk.entry.opening import headline
from bot.desk.entry.subject import link
from bot.desk.speaking import claim_title
from bot.store import TAKEN_BACK, Case, CaseState, Deed, Others, Ruling
from bot.texts import Texts

_OWN_NOTES = frozenset({CaseState.REFUSED, CaseState.OBSERVED})


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of a case now.

    others: the posts that its entry counts. deeds: what moderators did by hand, and their ids. note_to_go:
    its note stands and is to be withdrawn.
    """

    case: Case
    others: Others = field(default_factory=Others)
    deeds: Mapping[Deed, int] = field(default_factory=dict[Deed, int])
    note_to_go: bool = False


def put_lines(texts: Texts, container: Container, now: Standing, *, state: CaseState | None = None) -> None:
    """Write the lines that change with time. state: to be shown, the case's own if None."""
    case = now.case
    put(container, HEADLINE_ID, headline(texts, state or case.state, case.topic, case.id))
    put(container, COUNT_ID, _counted(texts, now))
    put(container, RULING_ID, _ruled(texts, case))
    put(container, DEED_ID, _done(texts, now))


def remains(texts: Texts, now: Standing) -> str:
    """Say what is left of a case whose post no longer says what it was opened for: no quotes, no writer."""
    case = now.case
    place = f"<#{case.channel_id}>"
    if case.state not in GONE:
        address = link(case.guild_id, case.channel_id, case.message_id)
        place = texts("entry-post-alone", address=address, channel=place)
    lines = [place, _why_struck(texts, now)]
    if case.state is CaseState.DELETED and case.claims:
        titles = " · ".join(claim_title(texts, case.topic, each) for each in case.claims)
        lines.append(texts("entry-claims-named", titles=titles))
    return "\n".join(lines)


def shown_state(now: Standing) -> CaseState:
    """Return the state that a struck entry shows."""
    return CaseState.CLEANED if now.note_to_go and now.case.state is CaseState.NOTED else now.case.state


def _why_struck(texts: Texts, now: Standing) -> str:
    case = now.case
    due = shown_state(now) is CaseState.CLEANED and case.state is CaseState.NOTED
    if case.state in GONE:
        note_too = case.state is CaseState.DELETED and case.notes_sent
        return texts("entry-note-too" if note_too else "entry-quotes-gone")
    stays = case.state not in TAKEN_BACK or case.ruling is Ruling.DISMISSED
    if stays and not due:
        return texts("entry-part-gone")
    if due:
        return texts("entry-changed-note-due" if case.pieces == 1 else "entry-changed-in-part-note-due")
    return texts("entry-changed" if case.pieces == 1 else "entry-changed-in-part")


def _counted(texts: Texts, now: Standing) -> str:
    others = now.others
    if not others.posts:
        return ""
    if others.elsewhere:
        count = texts("entry-count-elsewhere", number=others.posts, channels=others.channels)
    elif now.case.state is CaseState.WAITING:
        count = texts("entry-count-waiting", number=others.posts)
    else:
        covered = now.case.state not in _OWN_NOTES
        count = texts("entry-count-silenced" if covered else "entry-count", number=others.posts)
    links = " · ".join(
        f"[{number}]({link(now.case.guild_id, post.channel_id, post.message_id)})"
        for number, post in enumerate(others.first, start=1)
    )
    return texts("entry-count-links", count=count, links=links) if links else count


def _ruled(texts: Texts, case: Case) -> str:
    if case.ruling is None:
        return ""
    over = "-over" if case.state in GONE else ""
    line = texts(f"entry-ruling-{case.ruling.value}{over}", moderator=f"<@{case.ruled_by}>")
    return f"{line} {texts('entry-note-withdrawn')}" if case.state is CaseState.WITHDRAWN else line


def _done(texts: Texts, now: Standing) -> str:
    """Say what moderators did by hand, one line each."""
    lines: list[str] = []
    for deed, by in now.deeds.items():
        due = deed is Deed.WITHDRAWAL and now.note_to_go and now.case.state is CaseState.RECALLED
        moderator = f"<@{by}>"
        if due:
            lines.append(texts("entry-deed-withdrawal-due", moderator=moderator))
        else:
            lines.append(texts(f"entry-deed-{deed.value}", moderator=moderator))
    return "\n".join(lines)
