"""What the recogniser says of a post."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim of a topic that the post makes.

    id: the claim family, as in the topic's data file. passage: index into Post.passages.
    start, end: offsets of the quote in that passage's original text, in characters. times: sentences that
    make the claim and stand behind it.
    """

    id: str
    quote: str
    passage: int
    start: int
    end: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that moved the score, in words a moderator understands.

    weight: log-odds it added (negative: took away). quote: the words it stands on, or empty.
    """

    words: str
    weight: float
    quote: str = ""


@dataclass(frozen=True, slots=True)
class NearArticle:
    """An article or case that the post is near to. share: 0-1, of the one's or the other's fingerprints."""

    name: str
    share: float

    @property
    def likeness(self) -> str:
        """The share, for people."""
        return f"{self.share:.0%} of one stands in the other"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the recogniser says of a post.

    topic: its id, or None where the post left at the gate. score: 0-1, higher reads more like a pitch.
    claims: one per family, in reading order. signals: what moved the score, strongest first.
    article: the nearest known article or confirmed case. dismissed: the dismissed case that holds at least
    half of the post; it moves no score. foremost: ids of the claims that it makes, as far as can be told,
    the likeliest first; not only those that are quoted. crisis: whether the post speaks of an overdose or of
    suicide. measured: whether the topic's recognition was measured well enough to act on.
    """

    topic: str | None
    score: float
    claims: tuple[FoundClaim, ...] = ()
    article: NearArticle | None = None
    signals: tuple[Signal, ...] = ()
    dismissed: NearArticle | None = None
    foremost: tuple[str, ...] = ()
    crisis: bool = False
    measured: bool = True

    @property
    def reasons(self) -> tuple[str, ...]:
        """The signals as sentences, strongest first."""
        return tuple(
            f"{signal.words}: “{signal.quote}”" if signal.quote else signal.words for signal in self.signals
        )


LEFT_AT_THE_GATE = Verdict(topic=None, score=0.0, signals=(Signal("names no topic", 0.0),))
