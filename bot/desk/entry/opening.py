"""The lines of a new entry: what is said of a post, in the server's language."""

from collections.abc import Sequence

from bot.desk.entry.layout import ADDED_LATER, LONGEST_ENTRY
from bot.desk.entry.subject import Subject, link
from bot.desk.quoting import length_of, named, quoted
from bot.desk.speaking import article_line, claim_title, score_line
from bot.note.resources import topic_name
from bot.policy import Action, Decision
from bot.posts import Carrier, Passage, Post
from bot.recognition.verdict import FoundClaim, Verdict
from bot.store import CaseState
from bot.texts import Texts, reason_text, unread_text

MOST_CLAIMS = 6
MOST_FILES = 3
LONG_PASSAGE = 1_000
"""Characters above which the entry says from where on a claim stands."""
BEGINNING = 100
"""Characters that count as its beginning."""

_PLAIN = frozenset({Carrier.CONTENT, Carrier.TITLE, Carrier.TAGS, Carrier.ADDRESS})


def opening(texts: Texts, subject: Subject) -> list[str]:
    """Return the blocks of lines of a new entry below its headline: the post, its claims, the decision."""
    post, verdict = subject.post, subject.verdict
    address = link(subject.guild_id, subject.channel_id, subject.message_id)
    writer, channel = f"<@{subject.writer_id}>", f"<#{subject.channel_id}>"
    lines = [
        texts("entry-post", address=address, writer=writer, channel=channel) + _carried(texts, post),
        score_line(texts, verdict.score) if post.passages else texts("entry-not-read"),
    ]
    if verdict.article:
        lines.append(article_line(texts, verdict.article))
    decided = decision_line(texts, subject.decision, subject.state)
    below = [decided, *_unread(texts, post)]
    said = headline(texts, subject.state, verdict.topic, subject.case_id)
    room = LONGEST_ENTRY - ADDED_LATER - length_of(said, *lines, *below)
    claims = [claims_block(texts, post, verdict, room)] if verdict.claims else []
    return ["\n".join(lines), *claims, "\n".join(below)]


def headline(texts: Texts, state: CaseState, topic: str | None, case_id: int) -> str:
    """Say where a case stands, on which topic it is, and its number, by which commands call it."""
    number = texts("entry-case-name", number=str(case_id))
    about = f"{topic_name(texts, topic)} · {number}" if topic else number
    return texts("entry-headline", state=state_name(texts, state), about=about)


def state_name(texts: Texts, state: CaseState) -> str:
    """Say where a case stands."""
    return texts(f"entry-state-{state.name.lower().replace('_', '-')}")


def action_name(texts: Texts, action: Action) -> str:
    """Name what is done with a post."""
    return texts(f"entry-action-{action.value}")


def decision_line(texts: Texts, decision: Decision, state: CaseState) -> str:
    """Say what was decided and why. state: a note that was decided may not have been sent."""
    unsent = decision.action is Action.NOTE and state is not CaseState.NOTED
    action = texts("entry-action-note-not-sent") if unsent else action_name(texts, decision.action)
    return texts("entry-decision", action=action, reason=reason_text(texts, decision.reason))


def _carried(texts: Texts, post: Post) -> str:
    """Say how the post arrived, where it is more than a message's own text."""
    unusual = [each for each in post.passages if each.carrier not in _PLAIN or each.forwarded]
    places = list(dict.fromkeys(_place(texts, each) for each in unusual))
    said = texts("entry-carried", places=", ".join(_first_few(texts, places))) if places else ""
    if post.pieces > 1:
        said += texts("entry-pieces", number=post.pieces)
    cut = any(passage.cut for passage in post.passages)
    return f"{said} {texts('entry-cut')}" if cut else said


def _place(texts: Texts, passage: Passage) -> str:
    """Name where in the post a passage stands: a file's name, else how it arrived."""
    if not passage.name:
        place = texts(f"entry-carrier-{passage.carrier.name.lower()}")
    elif passage.carrier is Carrier.SCREENSHOT:
        place = texts("entry-screenshot-named", name=named(passage.name))
    else:
        place = named(passage.name)
    return texts("entry-forwarded", place=place) if passage.forwarded else place


def claims_block(texts: Texts, post: Post, verdict: Verdict, room: int) -> str:
    """List the first claims, as many as the room allows. room: characters."""
    lines, all_of_them = [texts("entry-claims")], len(verdict.claims)
    longest_last = texts("entry-claims-more", number=all_of_them)
    for claim in verdict.claims[:MOST_CLAIMS]:
        line = _claim(texts, post, verdict.topic, claim)
        if length_of(*lines, line, longest_last) > room:
            break
        lines.append(line)
    if (more := all_of_them + 1 - len(lines)) > 0:
        lines.append(texts("entry-claims-more", number=more))
    return "\n".join(lines)


def _claim(texts: Texts, post: Post, topic: str | None, claim: FoundClaim) -> str:
    line = texts("entry-claim", title=claim_title(texts, topic, claim.id), quote=quoted(claim.quote))
    place = _claims_place(texts, post, claim)
    return f"{line} {texts('entry-claim-place', place=place)}" if place else line


def _claims_place(texts: Texts, post: Post, claim: FoundClaim) -> str:
    """Say where in the post a claim stands, and in a long passage from which character on."""
    where = post.passages[claim.passage]
    if where.carrier is Carrier.CONTENT and not where.forwarded:
        return ""
    place = _place(texts, where)
    if len(where.text) <= LONG_PASSAGE:
        return texts("entry-in", place=place)
    if claim.start < BEGINNING:
        return texts("entry-in-at-beginning", place=place)
    return texts("entry-in-from", place=place, start=_spaced(claim.start))


def _spaced(number: int) -> str:
    """Write a number for people, its thousands set apart."""
    return f"{number:,}".replace(",", "\u202f")


def _unread(texts: Texts, post: Post) -> list[str]:
    lines = [
        texts(
            "entry-unread",
            name=named(file.name),
            why=unread_text(texts, file.why),
        )
        for file in post.unread
    ]
    return _first_few(texts, lines)


def _first_few(texts: Texts, items: Sequence[str]) -> list[str]:
    more = len(items) - MOST_FILES
    return [*items[:MOST_FILES], texts("entry-and-more", number=more)] if more > 0 else [*items]
