"""What a moderator is told of a post that was tried: the decision first, then what it stands on."""

from collections.abc import Iterable, Sequence

import discord
from discord import ui

from bot.desk.preview import Foreseen
from bot.desk.quoting import length_of, named, quoted
from bot.desk.signals import signal_line
from bot.desk.speaking import article_line, claim_title, dismissed_line, score_in_words
from bot.knowledge.topics import claim_titles, measured_on
from bot.note.resources import topic_name
from bot.note.view import CALM_BLUE
from bot.permissions import permission_names
from bot.policy import Action, Decision
from bot.posts import Post
from bot.recognition import Verdict
from bot.store import Case
from bot.texts import Texts, decimal, listed, reason_text

LONGEST_ANSWER = 4_000
"""Characters that Discord allows in all texts of a message with components."""

MOST_CLAIMS, MOST_REASONS, MOST_FILES = 8, 8, 3

_HEADLINES = {
    Action.NOTHING: "silent",
    Action.OBSERVE: "observed",
    Action.QUEUE: "queued",
    Action.NOTE: "noted",
}


def answer(texts: Texts, foreseen: Foreseen, place: str) -> ui.LayoutView:
    """Lay out what would become of a post. place: a mention of its channel."""
    lines, note = said(texts, foreseen, place), foreseen.note
    heading = texts("check-its-note")
    taken = 0 if note is None else length_of(heading) + length_of(note.body)
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay(_within(lines, LONGEST_ANSWER - taken))))
    if note is not None:
        view.add_item(ui.TextDisplay(heading))
        view.add_item(ui.Container(ui.TextDisplay(note.body), accent_colour=CALM_BLUE))
    return view


def said(texts: Texts, foreseen: Foreseen, place: str) -> list[str]:
    """Say what would become of a post, line by line; most important first."""
    if foreseen.not_read is not None:
        return [
            texts("check-not-read", reason=reason_text(texts, foreseen.not_read)),
            texts("check-only-tried"),
        ]
    lines = [_headline(texts, foreseen)]
    if foreseen.missing:
        lines.append(
            texts("check-cannot-write", place=place, missing=permission_names(texts, foreseen.missing))
        )
    if foreseen.judged is not None:
        verdict = foreseen.judged.verdict
        lines += _found(texts, verdict, foreseen.threshold)
        lines += _read(texts, foreseen.judged.post, alone=foreseen.alone)
        lines += _reasons(texts, verdict)
    return [*lines, texts("check-only-tried")]


def case_state(texts: Texts, case: Case) -> str:
    """Say where a case stands."""
    return texts(f"cases-state-{case.state.name.lower().replace('_', '-')}")


def titles_in(texts: Texts, topic: str) -> dict[str, str]:
    """Return a topic's claims in words, by id, in the language of `texts`."""
    return claim_titles(topic, texts.language)


def _headline(texts: Texts, foreseen: Foreseen) -> str:
    if foreseen.case is not None:
        state = case_state(texts, foreseen.case)
        return texts("check-has-case", number=str(foreseen.case.id), state=state)
    if foreseen.noted or foreseen.decision is None:
        return texts("check-has-note")
    if foreseen.until is not None:
        return texts(
            "check-cooling",
            time=discord.utils.format_dt(foreseen.until, "t"),
            relative=discord.utils.format_dt(foreseen.until, "R"),
        )
    return _decided(texts, foreseen.decision)


def _decided(texts: Texts, decision: Decision) -> str:
    reason = reason_text(texts, decision.reason)
    return texts(f"check-would-{_HEADLINES[decision.action]}", reason=reason)


def _found(texts: Texts, verdict: Verdict, threshold: float) -> Iterable[str]:
    """Say the score, the claims with their quotes, and what is near."""
    if verdict.topic is None:
        return
    yield texts(
        "check-score",
        word=score_in_words(texts, verdict.score)
        if verdict.score >= threshold
        else texts("check-score-below"),
        score=decimal(texts, verdict.score),
        threshold=decimal(texts, threshold),
    )
    if verdict.claims:
        yield texts("entry-claims")
    for claim in verdict.claims[:MOST_CLAIMS]:
        title = claim_title(texts, verdict.topic, claim.id)
        yield texts("entry-claim", title=title, quote=quoted(claim.quote))
    if (more := len(verdict.claims) - MOST_CLAIMS) > 0:
        yield texts("entry-claims-more", number=more)
    if verdict.article is not None:
        yield article_line(texts, verdict.article)
    if verdict.dismissed is not None:
        yield dismissed_line(texts, verdict.dismissed)
    if not verdict.measured:
        said = measured_on(verdict.topic, texts.language) or ""
        yield texts("check-measured-on", topic=topic_name(texts, verdict.topic), said=said)


def _read(texts: Texts, post: Post, *, alone: bool) -> Iterable[str]:
    """Say how much of a post was read."""
    if post.pieces > 1:
        yield texts("check-pieces", number=post.pieces)
    if alone:
        yield texts("check-alone")
    if any(passage.cut for passage in post.passages):
        yield texts("check-cut")
    if post.unread:
        names = [named(file.name) for file in post.unread]
        yield texts("check-files-unread", names=listed(texts, names, MOST_FILES))


def _reasons(texts: Texts, verdict: Verdict) -> Iterable[str]:
    moved = [signal for signal in verdict.signals if signal.weight]
    if verdict.topic is None or not moved:
        return
    yield texts("check-reasons")
    for signal in moved[:MOST_REASONS]:
        yield signal_line(texts, verdict.topic, signal)


def _within(lines: Sequence[str], most: int) -> str:
    """Join lines, without those before the last that there is no room for."""
    *body, last = lines
    kept: list[str] = []
    room = most - length_of(last)
    for line in body:
        room -= length_of(line)
        if room < 0:
            break
        kept.append(line)
    return "\n".join([*kept, last])
