"""Says what moved a verdict, in words a moderator understands: claims and sentences, each with its quote."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.posts.post import Post
from bot.recognition.cascade import Reading
from bot.recognition.claims import ClaimPatterns, Match
from bot.recognition.lexicon import lexicon
from bot.recognition.linear import LinearModel
from bot.recognition.sentences import LEAST_OWN, Sentence, sentences
from bot.recognition.stance import STANDS_BEHIND, Stance, stance_of
from bot.recognition.verdict import FoundClaim, Signal
from bot.recognition.windows import Stretch, Window

LONGEST_QUOTE = 120
"""Characters of a quote at most."""

MOST_SENTENCES = 6
"""Sentences that are named as having moved a verdict."""

# Log-odds from which a sentence is worth naming.
_WORTH_NAMING = 0.1
# A quotation of this many characters is a paste, whatever stands below it.
_PASTED = 700

_SELLS = "read as a whole, it sells the reader a remedy"
_SELLS_NOT = "read as a whole, it does not sell the reader a remedy"
_WORDED_FOR = "is worded as pitches are"
_WORDED_AGAINST = "is worded as talk, news or science is"
_AGAINST = {
    Stance.OWN: "tells of the writer's own life",
    Stance.ASKED: "asks a question",
    Stance.QUOTED: "quotes somebody else's words",
    Stance.REBUTTED: "rebuts or doubts such claims",
    Stance.REPORTED: "reports what others do",
}
# What a sentence that speaks for a pitch does, by the word class that shows it; the first one is named.
_FOR = {
    "offer": "offers it for sale or names a way to get it",
    "urge": "urges the reader to take it",
    "byline": "presents its author as an authority",
    "unit": "gives amounts to take",
}
_WARNS = {"warn": "warns of harm", "help": "points to help", "news": "reports on law or authorities"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with its stance, the claims that it words, and where it stands."""

    stretch: Stretch
    sentence: Sentence
    stance: Stance
    claims: list[Match]

    @property
    def text(self) -> str:
        return self.stretch.folded.text[self.sentence.start : self.sentence.end]

    def quote(self, post: Post, first: int, last: int) -> tuple[str, int, int]:
        """Quote a run of words, widened within the sentence; the quote and its offsets in the passage."""
        first, last = _in_context(self.sentence, first, last)
        start, end = self.stretch.locate(*self.sentence.span(first, last))
        return _shortened(post.passages[self.stretch.passage].text[start:end]), start, end

    def place_of(self, word: int) -> tuple[int, int]:
        """Return where a word stands in the post: passage and offset, the same in stretches that overlap."""
        return self.stretch.passage, self.stretch.locate(*self.sentence.span(word, word))[0]


def asserted(windows: Sequence[Window], patterns: ClaimPatterns) -> frozenset[str]:
    """Find the claim families that windows assert, as ids."""
    return frozenset(times_asserted(windows, patterns))


def times_asserted(windows: Sequence[Window], patterns: ClaimPatterns) -> dict[str, int]:
    """Count the sentences of windows in which each claim family is asserted, by id."""
    read = {id(window.stretch): _read(window.stretch, patterns) for window in windows}
    standing = (each for each in _within(windows, read) if each.stance in STANDS_BEHIND)
    places = {(match.claim.id, each.place_of(match.first)) for each in standing for match in each.claims}
    return dict(Counter(claim for claim, _ in places))


def explain(
    readings: list[Reading], patterns: ClaimPatterns, linear: LinearModel, post: Post
) -> tuple[tuple[FoundClaim, ...], tuple[Signal, ...]]:
    """Find the claims of the closely read windows, and what moved the log-odds of the first of them.

    Claims: one per family, where it is first asserted, in reading order. Linear in the windows' text.
    """
    chosen = [reading.window for reading in readings]
    read = {id(window.stretch): _read(window.stretch, patterns) for window in chosen}
    judged = readings[0]
    signals = _sentence_signals(list(_within([judged.window], read)), judged, linear, post)
    if judged.as_whole is not None:
        signals.append(Signal(_SELLS if judged.as_whole > 0 else _SELLS_NOT, round(judged.as_whole, 4)))
    return _claims(_within(sorted(chosen, key=_place), read), post), tuple(signals)


def _within(windows: Iterable[Window], read: dict[int, list[_Read]]) -> Iterator[_Read]:
    """Yield the sentences that stand in windows, at least in part; one in two windows comes twice."""
    for window in windows:
        for each in read[id(window.stretch)]:
            if each.sentence.start < window.end and each.sentence.end > window.start:
                yield each


def _place(window: Window) -> tuple[int, int, int]:
    return window.stretch.passage, window.stretch.start, window.start


def _read(stretch: Stretch, patterns: ClaimPatterns) -> list[_Read]:
    parts = sentences(stretch.folded, stretch.original, stretch.mentions, lexicon())
    heed_quotes = _are_quotations(parts)
    found: list[_Read] = []
    for sentence in parts:
        stance = stance_of(sentence, heed_quote=heed_quotes)
        found.append(_Read(stretch, sentence, stance, patterns.find(sentence)))
    return found


def _are_quotations(parts: list[Sentence]) -> bool:
    """Whether what is marked as quoted is: own words stand beside it, and it is no pasted article."""
    quoted = sum(part.end - part.start for part in parts if part.quoted)
    own = sum(part.end - part.start for part in parts if not part.quoted)
    return own >= LEAST_OWN and quoted < _PASTED


def _claims(read: Iterable[_Read], post: Post) -> tuple[FoundClaim, ...]:
    """Where the post first makes each claim in a sentence that stands behind it, and how often it does.

    In reading order. A sentence that stands in two windows counts once.
    """
    found: dict[str, FoundClaim] = {}
    places: dict[str, set[tuple[int, int]]] = {}
    for each in read:
        if each.stance not in STANDS_BEHIND:
            continue
        for match in each.claims:
            if match.claim.id not in found:
                quote, start, end = each.quote(post, match.first, match.last)
                found[match.claim.id] = FoundClaim(match.claim.id, quote, each.stretch.passage, start, end)
            places.setdefault(match.claim.id, set()).add(each.place_of(match.first))
    counted = (replace(claim, times=len(places[claim.id])) for claim in found.values())
    return tuple(sorted(counted, key=lambda claim: (claim.passage, claim.start)))


def made_by_naming(claim_id: str, stretch: Stretch, claims: Sequence[FoundClaim], post: Post) -> FoundClaim:
    """Return a claim that a post makes by what it speaks of, more often than any other claim.

    stretch: a run of text that names this. claims: those that the post words.
    """
    times = max((each.times for each in claims), default=0) + 1
    worded = next((each for each in claims if each.id == claim_id), None)
    if worded is not None:
        return replace(worded, times=times)
    mention = next(each for each in stretch.mentions if each.kind == "topic")
    parts = sentences(stretch.folded, stretch.original, stretch.mentions, lexicon())
    inside = [part for part in parts if part.start <= mention.start]
    named = _Read(stretch, inside[-1], Stance.ASSERTED, [])
    word = named.sentence.classes["topic"][0] if named.sentence.has("topic") else 0
    quote, start, end = named.quote(post, word, word)
    return FoundClaim(claim_id, quote, stretch.passage, start, end, times)


def _sentence_signals(inside: list[_Read], judged: Reading, linear: LinearModel, post: Post) -> list[Signal]:
    """Name the sentences whose words moved the score most, each by what it does."""
    added = linear.parts([each.text for each in inside])
    total = sum(added)
    share = judged.by_words / total if total * judged.by_words > 0 else 0.0
    scale = min(abs(share), 1.0) if share else 1.0
    ranked = sorted(zip(added, inside, strict=True), key=lambda pair: -abs(pair[0]))[:MOST_SENTENCES]
    return [
        _signal(each, round(part * scale, 4), post)
        for part, each in ranked
        if abs(part * scale) >= _WORTH_NAMING
    ]


def _signal(each: _Read, weight: float, post: Post) -> Signal:
    words, first, last = _doing(each, weight)
    quote, _, _ = each.quote(post, first, last)
    return Signal(words, weight, quote)


def _doing(each: _Read, weight: float) -> tuple[str, int, int]:
    """Name what the sentence does that fits the way it moved the score, and the words that show it."""
    sentence = each.sentence
    whole = (0, 0)
    if weight > 0:
        if each.claims and each.stance in STANDS_BEHIND:
            match = each.claims[0]
            return f"says that it {match.claim.title}", match.first, match.last
        for name, words in _FOR.items():
            if sentence.has(name):
                index = sentence.classes[name][0]
                return words, index, index
        return _WORDED_FOR, *whole
    if each.stance in _AGAINST:
        return _AGAINST[each.stance], *whole
    for name, words in _WARNS.items():
        if sentence.has(name):
            index = sentence.classes[name][0]
            return words, index, index
    return _WORDED_AGAINST, *whole


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


def _shortened(quote: str) -> str:
    """At most LONGEST_QUOTE original characters, cut at a space where there is one."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    cut = quote[: LONGEST_QUOTE - 1]
    return (cut.rsplit(" ", 1)[0] or cut) + "…"
