"""The recogniser: from the passages of a post to its verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from bot.knowledge.topics import Topic, built_in
from bot.posts.addresses import without_addresses
from bot.posts.post import Carrier, Post
from bot.recognition.articles import NO_LISTS, KnownArticles, Lists, compare
from bot.recognition.cascade import Cascade, Glanced, Reading, insistence, probability
from bot.recognition.claims import ClaimPatterns
from bot.recognition.explain import asserted, explain
from bot.recognition.gate import Gate, Names
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
from bot.recognition.verdict import LEFT_AT_THE_GATE, NearArticle, Signal, Verdict
from bot.recognition.windows import STRETCH, says_too_little, windows

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

_LEFT_BEHIND = "tells of leaving it behind"
_ELSEWHERE = "names the topic only beside a text that is about something else"


@dataclass(frozen=True, slots=True)
class _Judge:
    """What judges one topic."""

    names: Names
    claims: ClaimPatterns
    models: Cascade


@dataclass(frozen=True, slots=True)
class Glance:
    """What a first look at a post gives. Holds its text: for memory only.

    verdict: without reasons, where the post is no pitch, so that nobody need look closer; else None.
    """

    post: Post
    by_topic: tuple[tuple[_Judge, list[Glanced]], ...]
    verdict: Verdict | None


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
        self._judges = tuple(
            _Judge(Names(topic), ClaimPatterns(topic.claims), Cascade.shipped(topic.id, slow=slow))
            for topic in self.topics
        )
        vocabulary = frozenset[str]().union(*(judge.models.linear.words for judge in self._judges))
        self._gate = Gate((judge.names for judge in self._judges), vocabulary)
        self._known = known or KnownArticles.none()
        self.spacing = Spacing(_rarities(judge.models.linear for judge in self._judges))

    @staticmethod
    @cache
    def standard() -> "Recogniser":
        """Make the recogniser with the built-in topics, once. Raises TopicError if one cannot be used."""
        return Recogniser(built_in())

    @property
    def reads_closely(self) -> bool:
        """Whether the slow path is there; without it the fast one judges alone."""
        return all(judge.models.transformer is not None for judge in self._judges)

    def judge(self, post: Post, lists: Lists = NO_LISTS) -> Verdict:
        """Say which topic a post is about, what it claims, and how much it reads like a pitch.

        All passages are judged as one text, so that a topic named in the title counts for the body. Of
        several topics the one with the highest score is reported. Linear in the post's length; may take
        a tenth of a second where the transformer reads. lists: what the moderators of the post's server
        ruled.
        """
        return self.settle(self.glance(post), lists)

    def glance(self, post: Post) -> Glance:
        """Take the fast path: gate and fast model. A millisecond for 2 000 characters, linear."""
        if post.length <= STRETCH and not any(
            self._gate.lets_in(without_addresses(passage.text)) for passage in post.passages
        ):
            return Glance(post, (), LEFT_AT_THE_GATE)
        by_topic = tuple(
            (judge, [judge.models.glance(window) for window in found])
            for judge in self._judges
            if (found := windows(post, self._gate, judge.names)) and not says_too_little(found)
        )
        if not by_topic:
            return Glance(post, by_topic, LEFT_AT_THE_GATE)
        if self._known.articles or not all(judge.models.is_sure(glanced) for judge, glanced in by_topic):
            return Glance(post, by_topic, None)
        scores = ((judge.models.harmless(glanced), judge.names.topic.id) for judge, glanced in by_topic)
        score, topic = max(scores)
        return Glance(post, by_topic, Verdict(topic, score))

    def settle(self, glance: Glance, lists: Lists = NO_LISTS) -> Verdict:
        """Finish what a glance began: read closely what is uncertain, and say what moved the verdict."""
        if not glance.by_topic:
            return LEFT_AT_THE_GATE
        copied = compare(glance.post.text, self._known, lists)
        own = own_words(glance.post)
        distant = own is not None and keeps_distance(own)
        passed_on = own is not None and not distant and passes_on(own)
        verdicts: list[Verdict] = []
        for judge, glanced in glance.by_topic:
            verdict = _verdict(judge, glanced, glance.post, copied.article)
            sure = judge.models.is_sure(glanced)
            if own is not None and distant:
                by_own = self._by_own_words(judge, own, verdict, glance.post)
                # What the fast model is sure of keeps the score that the glance gave.
                verdict = replace(by_own, score=verdict.score) if sure else by_own
            elif passed_on and not sure:
                verdict = self._as_own(judge, verdict, glance.post, copied.article)
            verdicts.append(verdict)
        return replace(max(verdicts, key=lambda verdict: verdict.score), dismissed=copied.dismissed)

    def _as_own(self, judge: _Judge, verdict: Verdict, post: Post, article: NearArticle | None) -> Verdict:
        """Judge a post that praises what it quotes as if it said that itself."""
        bare = unquoted(post)
        glanced = [judge.models.glance(window) for window in windows(bare, self._gate, judge.names)]
        return judged_as_own(_verdict(judge, glanced, bare, article), verdict, post) if glanced else verdict

    def _by_own_words(self, judge: _Judge, own: Post, whole: Verdict, post: Post) -> Verdict:
        """Judge a post that quotes and keeps its distance by what it says itself."""
        glanced = [judge.models.glance(window) for window in windows(own, self._gate, judge.names)]
        return judged_by(_verdict(judge, glanced, own, None) if glanced else None, whole, post)


def _rarities(models: Iterable[LinearModel]) -> dict[str, float]:
    """Merge what several models know of words; a word is as rare as where it is least so."""
    rarities: dict[str, float] = {}
    for model in models:
        for word, rarity in model.rarities.items():
            rarities[word] = min(rarity, rarities.get(word, rarity))
    return rarities


def _is_of_the_topic(judge: _Judge, reading: Reading, named: frozenset[int], post: Post) -> bool:
    """Whether a window speaks of the topic: it, or its passage, names it, or it makes the topic's claims."""
    passage = reading.window.stretch.passage
    carrier = post.passages[passage].carrier
    if passage in named and carrier is not Carrier.POLL:
        return True
    least = LEAST_CLAIMS_BELOW_A_NAME if named else LEAST_CLAIMS_BELOW_A_TAG
    return len(asserted([reading.window], judge.claims)) >= LEAST_CLAIMS.get(carrier, least)


def _verdict(judge: _Judge, glanced: list[Glanced], post: Post, article: NearArticle | None) -> Verdict:
    readings = judge.models.read(glanced)
    named = frozenset(each.window.stretch.passage for each in glanced if each.window.stretch.mentions)
    sure = judge.models.is_sure(glanced)
    mixed = len(post.passages) > 1 or any(each.carrier is Carrier.POLL for each in post.passages)
    if mixed and not sure:
        about = [reading for reading in readings if _is_of_the_topic(judge, reading, named, post)]
        if not about and article is None:
            return Verdict(judge.names.topic.id, NOT_OF_IT, signals=(Signal(_ELSEWHERE, 0.0),))
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
        topic=judge.names.topic.id,
        score=probability(readings[0].log_odds + claimed + copied + leaving),
        claims=claims,
        article=article,
        signals=tuple(sorted((*signals, *further), key=lambda signal: -abs(signal.weight))),
    )
