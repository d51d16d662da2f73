"""The recogniser: from the passages of a post to its verdict."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Self

from bot.knowledge.topics import Topic, built_in
from bot.posts.addresses import without_addresses
from bot.posts.post import Carrier, Post
from bot.recognition.articles import NO_LISTS, KnownArticles, Lists, compare
from bot.recognition.cascade import Cascade, Glanced, Reading, insistence, probability
from bot.recognition.claims import ClaimPatterns
from bot.recognition.contenders import Contender, contending, first_named
from bot.recognition.crisis import speaks_of_crisis
from bot.recognition.explain import asserted, explain, made_by_naming
from bot.recognition.fold import plain_characters
from bot.recognition.gate import Gate, Names, TopicSearch
from bot.recognition.leaving import tells_of_leaving
from bot.recognition.linear import LinearModel
from bot.recognition.quotations import (
    judged_as_own,
    judged_by,
    keeps_distance,
    own_words,
    passes_on,
    unquoted,
)
from bot.recognition.spacing import Spacing
from bot.recognition.verdict import LEFT_AT_THE_GATE, FoundClaim, NearArticle, Signal, Verdict
from bot.recognition.windows import (
    MOST_STRETCHES,
    STRETCH,
    Piece,
    Window,
    cut,
    says_too_little,
    windows,
    windows_of,
)

# Log-odds of being wholly a copy of a known article: enough to flag one that claims little, not a rebuttal of
# it.
_COPY_WEIGHT = 4.0

# Log-odds of naming the topic only as what was left: thanks for a year off it are no pitch, however worded.
_LEAVING_WEIGHT = -6.0

LEAST_CLAIMS_BELOW_A_NAME = 3
"""Claims that a passage asserts at least where only another one, such as the title, names the topic."""

LEAST_CLAIMS_BELOW_A_TAG = 4
"""The same where nothing but a tag names it: under "kratom" people also tell what helped them off it."""

LEAST_CLAIMS = {Carrier.PREVIEW: 5, Carrier.EMBED: 5, Carrier.POLL: 2}
"""The same where advertisements are usual; a poll needs them in any case, its answers being a list."""

NOT_OF_IT = 0.1
"""Score of a post that names the topic in one passage and speaks of something else in the others."""

MORE_THAN_NOT = 0.5
"""Score from which a post reads more like a pitch than not."""

_LEFT_BEHIND = "tells of leaving it behind"
_ELSEWHERE = "names the topic only beside a text that is about something else"


@dataclass(frozen=True, slots=True)
class _Judge:
    """What judges one topic. beside: a word of which a post must hold one to be about it, None for any."""

    names: Names
    claims: ClaimPatterns
    models: Cascade
    beside: re.Pattern[str] | None

    @classmethod
    def of(cls, topic: Topic, *, slow: bool) -> Self:
        """Compile a topic and load the models that judge it."""
        models = topic.recognition.models
        knows_the_name = models in {topic.id, topic.part_of}
        return cls(
            Names(topic, None if knows_the_name else models),
            ClaimPatterns(topic.claims),
            Cascade.shipped(models, slow=slow),
            _any_word(topic.recognition.beside) if topic.recognition.beside else None,
        )

    @property
    def topic(self) -> Topic:
        """The topic."""
        return self.names.topic

    def looks_for_it(self, pieces: Sequence[Piece]) -> Contender | None:
        """Find where a post speaks of the topic; None where it does not, or says too little of it."""
        found = windows_of(pieces, self.names)
        if not found or says_too_little(found):
            return None
        if self.beside and not any(each.folded and self.beside.search(each.folded.text) for each in pieces):
            return None
        return Contender(self.topic, tuple(found))

    def ranked(self, readings: Sequence[Reading], claims: Sequence[FoundClaim]) -> tuple[str, ...]:
        """Rank the claims of what was read closely. claims: those that rules found in it."""
        text = " ".join(each.window.text for each in readings)
        known = {each.id for each in self.topic.claims}
        return self.models.claims.ranked(text, {each.id for each in claims}, known)

    def glance(self, windows: Iterable[Window]) -> list[Glanced]:
        """Ask the fast model."""
        return [self.models.glance(window) for window in windows]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A topic that a post may be about, what judges it and what the fast model says."""

    judge: _Judge
    contender: Contender
    glanced: list[Glanced]

    @property
    def is_sure(self) -> bool:
        """Whether the fast model alone can say that this is no pitch."""
        return self.judge.models.is_sure(self.glanced)

    @property
    def at_a_glance(self) -> Verdict:
        """What the fast model says by itself."""
        topic = self.judge.topic
        score = self.judge.models.harmless(self.glanced)
        return Verdict(topic.id, score, measured=topic.recognition.measured)


@dataclass(frozen=True, slots=True)
class Glance:
    """What a first look at a post gives. Holds its text: for memory only.

    by_topic: what it may be about and counts where it was posted, most spoken of first. verdict: without
    reasons, where nobody need look closer: the post is no pitch, or on no topic that counts; else None.
    crisis: as in the verdict.
    """

    post: Post
    by_topic: tuple[_Candidate, ...]
    verdict: Verdict | None
    crisis: bool = False


class Recogniser:
    """Judges posts. Pure: no I/O once built, the same verdict for the same text.

    spacing: sets blanks right by the words that the models know.
    """

    def __init__(
        self, topics: Iterable[Topic], known: KnownArticles | None = None, *, slow: bool = True
    ) -> None:
        """Compile the topics and load their models.

        slow: whether to read uncertain posts with the transformer, where its packages are installed. Raises
        ValueError for a claim pattern that names no word class, ModelError for a model that cannot be read.
        """
        self.topics = tuple(topics)
        self._judges = {topic.id: _Judge.of(topic, slow=slow) for topic in self.topics}
        vocabulary = frozenset[str]().union(*(judge.models.linear.words for judge in self._judges.values()))
        self._gate = Gate((judge.names for judge in self._judges.values()), vocabulary)
        self._search = TopicSearch([judge.names for judge in self._judges.values()])
        self._known = known or KnownArticles.none()
        self.spacing = Spacing(_rarities(judge.models.linear for judge in self._judges.values()))

    @staticmethod
    @cache
    def standard() -> "Recogniser":
        """Make the recogniser with the built-in topics, once. Raises TopicError if one cannot be used."""
        return Recogniser(built_in())

    @property
    def reads_closely(self) -> bool:
        """Whether the slow path is there; without it the fast one judges alone."""
        return all(judge.models.transformer is not None for judge in self._judges.values())

    def judge(self, post: Post, lists: Lists = NO_LISTS, topics: frozenset[str] | None = None) -> Verdict:
        """Say which topic a post is about, what it claims, and how much it reads like a pitch.

        All passages are judged as one text, so that a topic named in the title counts for the body. Of
        several topics the one with the highest score is reported, of equals the one spoken of more. Linear
        in the post's length; may take a tenth of a second where the transformer reads. lists: what the
        moderators of the post's server ruled. topics: ids of those that count there, None for all; a post
        on none of them gets a verdict on its own topic from the fast model alone.
        """
        return self.settle(self.glance(post, topics), lists)

    def glance(self, post: Post, topics: frozenset[str] | None = None) -> Glance:
        """Take the fast path: gate and fast model. A millisecond for 2 000 characters, linear."""
        if post.length <= STRETCH and not any(
            self._gate.lets_in(without_addresses(passage.text)) for passage in post.passages
        ):
            return Glance(post, (), LEFT_AT_THE_GATE)
        pieces = cut(post, self._gate)
        there = {names.topic.id for each in pieces for names in self._search.in_letters(each.letters)}
        judges = (judge for topic, judge in self._judges.items() if topic in there)
        found = [each for judge in judges if (each := judge.looks_for_it(pieces))]
        if not found:
            return Glance(post, (), LEFT_AT_THE_GATE)
        by_topic = tuple(self._asked(each) for each in contending(found, topics))
        crisis = _speaks_of_crisis(pieces)
        at_once = replace(_foremost([each.at_a_glance for each in by_topic]), crisis=crisis)
        if topics is not None and by_topic[0].judge.topic.id not in topics:
            return Glance(post, (), at_once, crisis)
        if self._known.articles or not all(each.is_sure for each in by_topic):
            return Glance(post, by_topic, None, crisis)
        return Glance(post, by_topic, at_once, crisis)

    def settle(self, glance: Glance, lists: Lists = NO_LISTS) -> Verdict:
        """Finish what a glance began: read closely what is uncertain, and say what moved the verdict."""
        if not glance.by_topic:
            return glance.verdict or LEFT_AT_THE_GATE
        copied = compare(glance.post.text, self._known, lists)
        own = own_words(glance.post)
        distant = own is not None and keeps_distance(own)
        passed_on = own is not None and not distant and passes_on(own)
        verdicts: list[Verdict] = []
        for each in glance.by_topic:
            verdict = _verdict(each.judge, each.glanced, glance.post, copied.article)
            if own is not None and distant:
                by_own = self._by_own_words(each.judge, own, verdict, glance.post)
                # What the fast model is sure of keeps the score that the glance gave.
                verdict = replace(by_own, score=verdict.score) if each.is_sure else by_own
            elif passed_on and not each.is_sure:
                verdict = self._as_own(each.judge, verdict, glance.post, copied.article)
            verdicts.append(_of_its_part(verdict, each.contender, glance.post))
        return replace(_foremost(verdicts), dismissed=copied.dismissed, crisis=glance.crisis)

    def _asked(self, contender: Contender) -> _Candidate:
        """Ask the fast model about a topic that a post may be about."""
        judge = self._judges[contender.topic.id]
        return _Candidate(judge, contender, judge.glance(contender.windows))

    def _as_own(self, judge: _Judge, verdict: Verdict, post: Post, article: NearArticle | None) -> Verdict:
        """Judge a post that praises what it quotes as if it said that itself."""
        bare = unquoted(post)
        glanced = judge.glance(windows(bare, self._gate, judge.names))
        return judged_as_own(_verdict(judge, glanced, bare, article), verdict, post) if glanced else verdict

    def _by_own_words(self, judge: _Judge, own: Post, whole: Verdict, post: Post) -> Verdict:
        """Judge a post that quotes and keeps its distance by what it says itself."""
        glanced = judge.glance(windows(own, self._gate, judge.names))
        return judged_by(_verdict(judge, glanced, own, None) if glanced else None, whole, post)


def _rarities(models: Iterable[LinearModel]) -> dict[str, float]:
    """Merge what several models know of words; a word is as rare as where it is least so."""
    rarities: dict[str, float] = {}
    for model in models:
        for word, rarity in model.rarities.items():
            rarities[word] = min(rarity, rarities.get(word, rarity))
    return rarities


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Compile words that may end in "*", which stands for any ending."""
    said = (
        re.escape(each.removesuffix("*")) + ("" if each.endswith("*") else "(?![a-z0-9])") for each in words
    )
    return re.compile(rf"\b(?:{'|'.join(said)})")


def _speaks_of_crisis(pieces: Sequence[Piece]) -> bool:
    """Whether a post speaks of an overdose or of suicide, also beside what is read of it."""
    return any(
        speaks_of_crisis(each.folded.text if each.folded else plain_characters(each.text), each.text)
        for number, each in enumerate(pieces)
        if each.folded or number < MOST_STRETCHES
    )


def _foremost(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict that reads most like a pitch; of those that do so equally, the first."""
    return max(verdicts, key=lambda verdict: round(verdict.score, 1))


def _of_its_part(verdict: Verdict, contender: Contender, post: Post) -> Verdict:
    """Add the claims that a pitch makes by speaking mostly of a part of its topic as of all of it."""
    part = contender.mostly
    if part is None or verdict.score < MORE_THAN_NOT:
        return verdict
    named = [claim.id for claim in contender.topic.claims if claim.part == part.topic.id]
    claims = {each.id: each for each in verdict.claims}
    if stretch := first_named(part):  # a hint is nothing to quote
        claims |= {each: made_by_naming(each, stretch, verdict.claims, post) for each in named}
    ordered = sorted(claims.values(), key=lambda each: (each.passage, each.start))
    rest = (each for each in verdict.foremost if each not in named)
    return replace(verdict, claims=tuple(ordered), foremost=(*named, *rest))


def _is_of_the_topic(judge: _Judge, reading: Reading, named: frozenset[int], post: Post) -> bool:
    """Whether a window speaks of the topic: it, or its passage, names it, or it makes the topic's claims."""
    passage = reading.window.stretch.passage
    carrier = post.passages[passage].carrier
    if passage in named and carrier is not Carrier.POLL:
        return True
    least = LEAST_CLAIMS_BELOW_A_NAME if named else LEAST_CLAIMS_BELOW_A_TAG
    return len(asserted([reading.window], judge.claims)) >= LEAST_CLAIMS.get(carrier, least)


def _verdict(judge: _Judge, glanced: list[Glanced], post: Post, article: NearArticle | None) -> Verdict:
    measured = judge.topic.recognition.measured
    readings = judge.models.read(glanced)
    named = frozenset(each.window.stretch.passage for each in glanced if each.window.stretch.mentions)
    sure = judge.models.is_sure(glanced)
    mixed = len(post.passages) > 1 or any(each.carrier is Carrier.POLL for each in post.passages)
    if mixed and not sure:
        about = [reading for reading in readings if _is_of_the_topic(judge, reading, named, post)]
        if not about and article is None:
            return Verdict(judge.topic.id, NOT_OF_IT, signals=(Signal(_ELSEWHERE, 0.0),), measured=measured)
        readings = about or readings
    claims, signals = explain(readings, judge.claims, judge.models.linear, post)
    claimed = 0.0 if sure else insistence(len(claims))
    copied = _COPY_WEIGHT * article.share if article else 0.0
    left = not sure and article is None and tells_of_leaving(each.window.stretch for each in glanced)
    leaving = _LEAVING_WEIGHT if left else 0.0
    further = [Signal(_LEFT_BEHIND, leaving)] if left else []
    if claimed:
        further.append(Signal(f"asserts {len(claims)} different claims", claimed, claims[0].quote))
    if article:
        further.append(
            Signal(
                f"matches the known article {article.name}: {article.likeness}",
                copied,
            )
        )
    return Verdict(
        topic=judge.topic.id,
        measured=measured,
        score=probability(readings[0].log_odds + claimed + copied + leaving),
        claims=claims,
        foremost=judge.ranked(readings, claims),
        article=article,
        signals=tuple(sorted((*signals, *further), key=lambda signal: -abs(signal.weight))),
    )
