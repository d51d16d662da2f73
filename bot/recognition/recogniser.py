"""The recogniser: from the passages of a post to its verdict."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from bot.knowledge.topics import Topic, built_in
from bot.posts.post import Carrier, Post
from bot.recognition.articles import NO_LISTS, KnownArticles, Lists, compare
from bot.recognition.claims import ClaimPatterns
from bot.recognition.fold import Folded, fold
from bot.recognition.gate import Gate, Names
from bot.recognition.lexicon import lexicon
from bot.recognition.model import (
    BIAS,
    FEATURES,
    OTHER_WORDS,
    REACH,
    Reading,
    Window,
    best_window,
    probability,
    read,
)
from bot.recognition.sentences import Mention, Sentence, sentences
from bot.recognition.stance import Stance, stance_of
from bot.recognition.verdict import LEFT_AT_THE_GATE, FoundClaim, NearArticle, Signal, Verdict

LONGEST_QUOTE = 120
# Log-odds of being wholly a copy of a known article: enough to flag one that claims little, not a rebuttal of
# it.
_COPY_WEIGHT = 4.0
# A quotation is somebody else's words only beside words of one's own; this many characters of them.
_OWN_WORDS = 8
# A quotation of this many characters is a paste, whatever stands below it.
_PASTED = 700


class Recogniser:
    """Judges posts. Pure: no I/O once built, the same verdict for the same text."""

    def __init__(self, topics: Iterable[Topic], known: KnownArticles | None = None) -> None:
        """Compile the topics. Raises ValueError for a claim pattern that names no word class."""
        self.topics = tuple(topics)
        self._judges = tuple((Names(topic), ClaimPatterns(topic.claims)) for topic in self.topics)
        self._gate = Gate(names for names, _ in self._judges)
        self._known = known or KnownArticles.none()

    @staticmethod
    @cache
    def standard() -> "Recogniser":
        """Make the recogniser with the built-in topics, once. Raises TopicError if one cannot be used."""
        return Recogniser(built_in())

    def lets_in(self, post: Post) -> bool:
        """Say whether a post may be about a topic: what is not let in needs no judging, nor any lists."""
        return any(self._gate.lets_in(passage.text) for passage in post.passages)

    def judge(self, post: Post, lists: Lists = NO_LISTS) -> Verdict:
        """Say which topic a post is about, what it claims, and how much it reads like a pitch.

        All passages are judged as one text, so that a topic named in the title counts for the body. Of
        several topics the one with the highest score is reported. Linear in the post's length.
        lists: what the moderators of the post's server ruled.
        """
        if not self.lets_in(post):
            return LEFT_AT_THE_GATE
        folded = [fold(passage.text, self._gate.words) for passage in post.passages]
        copied = compare(post.text, self._known, lists)
        verdicts = [
            verdict
            for names, patterns in self._judges
            if (verdict := _judge_topic(names, patterns, post, folded, copied.article)) is not None
        ]
        if not verdicts:
            return LEFT_AT_THE_GATE
        return replace(max(verdicts, key=lambda verdict: verdict.score), dismissed=copied.dismissed)


def _judge_topic(
    names: Names, patterns: ClaimPatterns, post: Post, folded: list[Folded], article: NearArticle | None
) -> Verdict | None:
    """Judge one topic; None if the post neither names it nor makes a claim beside a hint at it."""
    mentions = [names.mentions(each) for each in folded]
    kinds = {mention.kind for each in mentions for mention in each}
    if not kinds:
        return None
    readings = _read(patterns, post, folded, mentions)
    window = best_window(readings)
    if "topic" not in kinds and not (window and window.claims):
        return None
    copied = _COPY_WEIGHT * article.share if article else 0.0
    if window is None and not copied:
        return Verdict(names.topic.id, 0.0)
    signals = _signals(window, readings, post, folded) if window else []
    if article:
        signals.append(Signal(f"{article.share:.0%} of it matches the known article {article.name}", copied))
    signals.sort(key=lambda signal: -abs(signal.weight))
    return Verdict(
        topic=names.topic.id,
        score=probability((window.log_odds if window else BIAS) + copied),
        claims=_claims(readings, post, folded),
        article=article,
        signals=tuple(signals),
    )


def _read(
    patterns: ClaimPatterns, post: Post, folded: list[Folded], mentions: list[list[Mention]]
) -> list[Reading]:
    """All sentences of all passages, in order, each with its stance and claims."""
    readings: list[Reading] = []
    titled = any(
        each and passage.carrier is Carrier.TITLE
        for each, passage in zip(mentions, post.passages, strict=True)
    )
    since = REACH + 1
    for number, passage in enumerate(post.passages):
        parts = sentences(folded[number], passage.text, mentions[number], lexicon())
        heed_quotes = _are_quotations(parts)
        for sentence in parts:
            since = 0 if sentence.has("topic") or sentence.has("hint") else since + 1
            stance = stance_of(sentence, heed_quote=heed_quotes)
            matches = [] if stance in {Stance.ASKED, Stance.REBUTTED} else patterns.find(sentence)
            readings.append(read(sentence, stance, matches, number, near=titled or since <= REACH))
    return readings


def _are_quotations(parts: list[Sentence]) -> bool:
    """Whether what is marked as quoted is: own words stand beside it, and it is no pasted article."""
    quoted = sum(part.end - part.start for part in parts if part.quoted)
    own = sum(part.end - part.start for part in parts if not part.quoted)
    return own >= _OWN_WORDS and quoted < _PASTED


def _claims(readings: list[Reading], post: Post, folded: list[Folded]) -> tuple[FoundClaim, ...]:
    """Where the post first makes each claim, as far as the sentence stands behind it; in reading order."""
    found: dict[str, FoundClaim] = {}
    for reading in readings:
        if reading.stance not in {Stance.ASSERTED, Stance.HEDGED}:
            continue
        for match, _ in reading.claims:
            if match.claim.id not in found:
                first, last = _in_context(reading.sentence, match.first, match.last)
                start, end = folded[reading.passage].original(*reading.sentence.span(first, last))
                quote = _shortened(post.passages[reading.passage].text[start:end])
                found[match.claim.id] = FoundClaim(match.claim.id, quote, reading.passage, start, end)
    return tuple(sorted(found.values(), key=lambda claim: (claim.passage, claim.start)))


def _in_context(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Widen a run of words to both sides within its sentence, up to LONGEST_QUOTE characters.

    "eased sore" tells a moderator little; the words around it tell who says so, and of what.
    """
    grown = True
    while grown:
        grown = False
        for wider in ((first, last + 1), (first - 1, last)):
            if wider[0] < 0 or wider[1] >= len(sentence.words):
                continue
            start, end = sentence.span(*wider)
            if end - start <= LONGEST_QUOTE:
                first, last = wider
                grown = True
                break
    return first, last


def _signals(window: Window, readings: list[Reading], post: Post, folded: list[Folded]) -> list[Signal]:
    """List what moved the score, each with the words it stands on."""
    signals: list[Signal] = []
    for name, weight in window.parts.items():
        if name in window.claims:
            _, reading, match = window.claims[name]
            words = f"says that it {match.claim.title}"
            first, last = _in_context(reading.sentence, match.first, match.last)
            signals.append(Signal(words, weight, _quote(reading, first, last, post, folded)))
        elif name in FEATURES:
            signals.append(
                Signal(FEATURES[name].words, weight, _quote_of(name, window, readings, post, folded))
            )
        else:
            signals.append(Signal(OTHER_WORDS[name], weight))
    return signals


def _quote_of(name: str, window: Window, readings: list[Reading], post: Post, folded: list[Folded]) -> str:
    """Quote the first sentence of the window (else of its neighbours) that show a feature."""
    around = (*readings[window.first : window.last], *readings[max(0, window.first - 4) : window.last + 4])
    for reading in around:
        if name in reading.counts:
            indices = reading.sentence.classes.get(name)
            first, last = (indices[0], indices[0]) if indices else (0, len(reading.sentence.words) - 1)
            return _quote(reading, first, last, post, folded)
    return ""


def _quote(reading: Reading, first: int, last: int, post: Post, folded: list[Folded]) -> str:
    start, end = folded[reading.passage].original(*reading.sentence.span(first, last))
    return _shortened(post.passages[reading.passage].text[start:end])


def _shortened(quote: str) -> str:
    """At most LONGEST_QUOTE original characters, cut at a space where there is one."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    cut = quote[: LONGEST_QUOTE - 1]
    return (cut.rsplit(" ", 1)[0] or cut) + "…"
