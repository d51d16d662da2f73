"""Weighs what the sentences of a post say into a score between 0 and 1, and names what moved it.

A post is judged by its most telling window of sentences: a pitch at the end of a long harmless text counts as
much as the pitch alone. The weights are set by hand on texts written for the project
(tests/recognition/texts); they are log-odds, so each can be read as "how much this moves the verdict".
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp

from bot.recognition.claims import Match
from bot.recognition.sentences import Sentence
from bot.recognition.stance import Stance, opens_as_question

# How many sentences are weighed together. Short windows find the pitch inside a conversation, long ones the
# hedged article whose every sentence says little.
WINDOWS = (2, 5, 10)
# Sentences before and after a window whose counter-signals still count, by half.
NEIGHBOURS = 4
# A claim belongs to the topic if the topic was named at most this many sentences before.
REACH = 6
# "quitting kratom", "clean from kratom".
_STOPPING_REACH = 2

BIAS = -2.1
_NEXT_CLAIM = 0.86
_NEIGHBOUR_SHARE = 0.5
_NO_DIFFERENCE = 1e-9
# An offer that claims nothing may be of anything.
NO_CLAIM = "no-claim"
_WITHOUT_CLAIM = -1.5
# Not one word of doubt, warning, one's own life or fellow feeling around the claims: so much for each of
# the first claims that are made in earnest.
UNRESERVED = "unreserved"
_WITHOUT_RESERVE = 0.45
_CLAIMS_IN_EARNEST = 2
_IN_EARNEST = 0.5
OTHER_WORDS = {NO_CLAIM: "makes no claim", UNRESERVED: "shows no doubt, warning or life of its own"}

STANCE_SHARE = {
    Stance.ASSERTED: 1.0,
    Stance.HEDGED: 0.9,
    Stance.REPORTED: 0.2,
    Stance.OWN: 0.15,
    Stance.QUOTED: 0.1,
    Stance.ASKED: 0.0,
    Stance.REBUTTED: 0.0,
}
_FAR_FROM_TOPIC = 0.3


@dataclass(frozen=True, slots=True)
class Feature:
    """A named thing that moves the score. most: how many occurrences count; weight: log-odds of each."""

    words: str
    weight: float
    most: float


FEATURES = {
    "offer": Feature("offers it for sale or names a way to get it", 1.1, 3),
    "trade": Feature("speaks of buying it", 0.3, 3),
    "urge": Feature("urges the reader to take it", 0.6, 2),
    "byline": Feature("presents its author as an authority", 0.7, 3),
    "article": Feature("is worded like a promotional article", 0.22, 6),
    "unit": Feature("gives amounts to take", 0.2, 4),
    "guide": Feature("is laid out as a guide or list", 0.25, 4),
    "own": Feature("tells of the writer's own life", -0.8, 4),
    "asked": Feature("asks a question", -0.8, 2),
    "quoted": Feature("quotes somebody else's words", -1.0, 2),
    "rebutted": Feature("rebuts or doubts such claims", -1.5, 2),
    "warn": Feature("warns of harm", -0.5, 4),
    "help": Feature("points to help", -0.8, 2),
    "peer": Feature("talks to somebody as a peer", -0.5, 3),
    "news": Feature("reports on law or authorities", -0.7, 4),
    "research": Feature("reports research in a study's words", -0.7, 4),
    "quitting": Feature("speaks of stopping it", -1.5, 2),
}
# What speaks about the claims from a few sentences off; a life story beside a pasted pitch does not.
_COUNTERS = frozenset({"rebutted", "warn", "help", "news", "research", "quitting", "quoted", "peer"})


@dataclass(slots=True)
class Reading:
    """One sentence as the model sees it.

    counts: occurrences by feature; counters: those that count from the neighbourhood too. claims: (claim
    match, share of its strength that its stance leaves).
    """

    sentence: Sentence
    stance: Stance
    passage: int
    claims: list[tuple[Match, float]] = field(default_factory=list[tuple[Match, float]])
    counts: dict[str, float] = field(default_factory=dict[str, float])
    counters: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class Window:
    """A run of readings with its log-odds. parts: what each feature and claim added; claims: by family."""

    log_odds: float
    first: int
    last: int
    parts: dict[str, float]
    claims: dict[str, tuple[float, Reading, Match]]


def read(sentence: Sentence, stance: Stance, matches: list[Match], passage: int, *, near: bool) -> Reading:
    """Weigh one sentence. near: whether the topic was named in or shortly before it."""
    share = STANCE_SHARE[stance] * (1.0 if near else _FAR_FROM_TOPIC)
    reading = Reading(sentence, stance, passage)
    if share:
        reading.claims = [(match, share) for match in matches]
    reading.counts = {name: count for name, count in _counts(sentence, stance, matches).items() if count}
    reading.counters = {name: count for name, count in reading.counts.items() if name in _COUNTERS}
    return reading


def _counts(sentence: Sentence, stance: Stance, matches: list[Match]) -> dict[str, float]:
    speaks = stance in {Stance.ASSERTED, Stance.HEDGED}
    return {
        "offer": sentence.count("offer") if speaks else 0,
        "trade": sentence.count("trade") if speaks else 0,
        "urge": sentence.count("urge") if speaks and _to_reader(sentence) else 0,
        "byline": sentence.count("byline") if speaks else 0,
        "article": sentence.count("article") if speaks else 0,
        "unit": sentence.count("unit") if speaks else 0,
        "guide": float(speaks and sentence.listed),
        "own": float(stance is Stance.OWN),
        "asked": float(stance is Stance.ASKED and opens_as_question(sentence)),
        "quoted": float(stance is Stance.QUOTED),
        "rebutted": float(stance is Stance.REBUTTED),
        "warn": 0 if stance is Stance.ASKED else _warnings(sentence, matches),
        "help": sentence.count("help"),
        "peer": sentence.count("peer"),
        "news": sentence.count("news"),
        "research": sentence.count("research"),
        "quitting": float(_speaks_of_stopping(sentence)),
    }


def _to_reader(sentence: Sentence) -> bool:
    """Urging addressed to the reader: you, everyone, or an imperative that opens the sentence."""
    if sentence.has("you") or sentence.has("everyone"):
        return True
    return sentence.has("urge") and sentence.classes["urge"][0] <= 1


def _warnings(sentence: Sentence, matches: list[Match]) -> int:
    """Count warnings outside the claims ("no seizures" is a claim, no warning), and addiction undenied."""
    inside = {index for match in matches for index in range(match.first, match.last + 1)}
    warned = sum(index not in inside for index in sentence.classes.get("warn", ()))
    return warned + any(index not in inside for index in sentence.classes.get("addictive", ()))


def _speaks_of_stopping(sentence: Sentence) -> bool:
    """Whether it is about stopping the topic itself: "quitting kratom", "off my kratom", "kratom taper"."""
    topics = sentence.classes.get("topic", ())
    between = sentence.classes.get("between", ())
    stopping = any(
        topic - index == 1 or (topic - index == _STOPPING_REACH and index + 1 in between)
        for topic in topics
        for index in sentence.classes.get("stopping", ())
    )
    suffering = any(
        index - topic == 1
        for topic in topics
        for index in (*sentence.classes.get("withdrawal", ()), *sentence.classes.get("taper", ()))
    )
    return stopping or suffering


def best_window(readings: list[Reading]) -> Window | None:
    """Find the window with the highest log-odds, the first of equals; None if nothing is claimed."""
    best: Window | None = None
    for first, reading in enumerate(readings):
        if not reading.claims and "offer" not in reading.counts:
            continue
        for window in _windows_from(readings, first):
            if best is None or window.log_odds > best.log_odds + _NO_DIFFERENCE:
                best = window
    return best


def _windows_from(readings: list[Reading], first: int) -> Iterator[Window]:
    """Yield the windows of each size that begin at a sentence, each grown from the one before."""
    claims: dict[str, tuple[float, Reading, Match]] = {}
    counts: dict[str, float] = {}
    before = readings[max(0, first - NEIGHBOURS) : first]
    size = 0
    for wanted in WINDOWS:
        last = min(first + wanted, len(readings))
        for reading in readings[first + size : last]:
            for match, share in reading.claims:
                strength = match.claim.strength * share
                if match.claim.id not in claims or strength > claims[match.claim.id][0]:
                    claims[match.claim.id] = (strength, reading, match)
            _add(counts, reading.counts, 1.0)
        around = dict(counts)
        for reading in (*before, *readings[last : last + NEIGHBOURS]):
            _add(around, reading.counters, _NEIGHBOUR_SHARE)
        yield _weigh(first, last, dict(claims), around)
        if first + wanted >= len(readings):
            return
        size = wanted


def _add(counts: dict[str, float], more: dict[str, float], share: float) -> None:
    for name, count in more.items():
        counts[name] = counts.get(name, 0.0) + count * share


def _weigh(
    first: int, last: int, claims: dict[str, tuple[float, Reading, Match]], counts: dict[str, float]
) -> Window:
    """Add up what claims and features weigh; each further claim counts a little less than the one before."""
    parts = {name: FEATURES[name].weight * min(count, FEATURES[name].most) for name, count in counts.items()}
    ranked = sorted(claims, key=lambda claim_id: (-claims[claim_id][0], claim_id))
    for rank, claim_id in enumerate(ranked):
        parts[claim_id] = claims[claim_id][0] * _NEXT_CLAIM**rank
    if not claims:
        parts[NO_CLAIM] = _WITHOUT_CLAIM
    elif not any(FEATURES[name].weight < 0 for name in counts):
        earnest = sum(strength >= _IN_EARNEST for strength, _, _ in claims.values())
        parts[UNRESERVED] = _WITHOUT_RESERVE * min(earnest, _CLAIMS_IN_EARNEST)
    return Window(BIAS + sum(parts.values()), first, last, parts, claims)


def probability(log_odds: float) -> float:
    """Log-odds as a score 0-1, rounded to four digits so that a stored score compares equal."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 4)
