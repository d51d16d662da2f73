"""A quotation under words of one's own: whose claims are they? The stance of one's own words decides."""

from dataclasses import replace
from math import log

from bot.posts.post import Post
from bot.recognition.fold import fold
from bot.recognition.lexicon import lexicon
from bot.recognition.sentences import LEAST_OWN, quoted_spans, sentences
from bot.recognition.stance import Stance, stance_of
from bot.recognition.verdict import Signal, Verdict

MOST_OWN = 4_000
"""Characters of one's own words up to which their stance is looked for; nobody objects at greater length."""

_NOBODYS = 0.01
"""Score of a post that says nothing of the topic in words of its own."""

_QUOTE = 60
_OBJECTED = "quotes somebody else's words, and objects to them"


def own_words(post: Post) -> Post | None:
    """Return a post with spaces for what its lines quote, so that offsets stay as they are.

    None where nothing is quoted, or too little stands beside it to be anybody's own words.
    """
    spans = [quoted_spans(passage.text) for passage in post.passages]
    if not any(spans):
        return None
    own = tuple(
        replace(passage, text=_blanked(passage.text, quoted))
        for passage, quoted in zip(post.passages, spans, strict=True)
    )
    left = sum(len(passage.text.strip()) for passage in own)
    return replace(post, passages=own) if LEAST_OWN <= left <= MOST_OWN else None


def keeps_distance(own: Post) -> bool:
    """Say whether own words object to what they stand beside, or do nothing but ask about it."""
    stances = [
        stance_of(sentence)
        for passage in own.passages
        for sentence in sentences(fold(passage.text), passage.text, [], lexicon())
    ]
    return Stance.REBUTTED in stances or (bool(stances) and all(each is Stance.ASKED for each in stances))


def judged_by(own: Verdict | None, whole: Verdict, post: Post) -> Verdict:
    """Judge a post that keeps its distance from a quotation by its own words; the verdict says so.

    own: the verdict on these, None where they do not speak of the topic.
    """
    score = min(own.score if own is not None else _NOBODYS, whole.score)
    quoted = next(
        passage.text[start:end].lstrip("> ")
        for passage in post.passages
        for start, end in quoted_spans(passage.text)
    )
    objected = Signal(_OBJECTED, round(_log_odds(score) - _log_odds(whole.score), 4), _first_words(quoted))
    signals = own.signals if own is not None else ()
    return replace(
        whole,
        score=score,
        claims=own.claims if own is not None else (),
        article=None,
        signals=(objected, *signals),
    )


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _first_words(quotation: str) -> str:
    line = " ".join(quotation.split())
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1].rsplit(" ", 1)[0] + "…"


def _log_odds(score: float) -> float:
    bounded = min(max(score, 1e-6), 1 - 1e-6)
    return log(bounded / (1 - bounded))
