"""Who says so, of whom, and to what end: the stance of a sentence towards the claims in it."""

from enum import StrEnum

from bot.recognition.sentences import Sentence


class Stance(StrEnum):
    """How a sentence carries its claims."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    REPORTED = "reported of others' use"
    OWN = "told of oneself"
    ASKED = "asked"
    QUOTED = "quoted"
    REBUTTED = "rebutted"


STANDS_BEHIND = frozenset({Stance.ASSERTED, Stance.HEDGED})
"""Stances of a sentence whose claims are the writer's own."""

# The first two words of a question written without a question mark.
_ASKS = {
    "how": ("long", "much", "do", "does", "is", "can"),
    "what": ("is", "are"),
    "what's": ("the",),
    "is": ("it", "there", "this"),
    "are": ("there",),
    "does": ("it", "anyone"),
    "do": ("you", "they"),
    "did": ("you",),
    "has": ("anyone",),
    "have": ("you",),
    "can": ("i", "you", "we"),
    "should": ("i",),
    "would": ("you",),
    "could": ("it",),
    "anyone": ("know", "tried", "ever", "have", "else", "used"),
}
_ASKING_OF_TOPIC = frozenset({"does", "is", "can", "has", "did", "will", "would", "should", "could", "do"})


def stance_of(sentence: Sentence, *, heed_quote: bool = True) -> Stance:
    """Find the stance of one sentence. The first rule that holds decides; a bare statement is asserted.

    heed_quote: whether lines marked as quoted count as such.
    """
    if sentence.quoted and heed_quote:
        return Stance.QUOTED
    if _asks(sentence):
        return Stance.ASKED
    if _rebuts(sentence):
        return Stance.REBUTTED
    if _tells_of_oneself(sentence):
        return Stance.OWN
    if sentence.has("usage"):
        return Stance.REPORTED
    return Stance.HEDGED if sentence.has("hedge") else Stance.ASSERTED


def _asks(sentence: Sentence) -> bool:
    """Whether it asks, by a question mark or, as in chat, by its opening; an offer is no question."""
    if sentence.has("offer"):
        return False
    return sentence.question or opens_as_question(sentence)


def opens_as_question(sentence: Sentence) -> bool:
    """Whether the first words ask, with or without a question mark; "Tired of pills?" does not."""
    first, second = sentence.words[0], sentence.words[1] if len(sentence.words) > 1 else ""
    if second in _ASKS.get(first, ()):
        return True
    return first in _ASKING_OF_TOPIC and 1 in sentence.classes.get("topic", ())


def _rebuts(sentence: Sentence) -> bool:
    """Doubt or attribution to sellers; not where it is aimed at a treatment ("rehab is a scam, kratom …")."""
    others = sentence.classes.get("medication", ())
    named = (*sentence.classes.get("topic", ()), *sentence.classes.get("hint", ()))
    return any(
        not (any(other < index for other in others) and not any(name < index for name in named))
        for index in sentence.classes.get("rebut", ())
    )


def _tells_of_oneself(sentence: Sentence) -> bool:
    """First person, or a past tense without a subject ("took 4 g and slept"), that urges nobody."""
    urges = sentence.has("urge") and (sentence.has("you") or sentence.has("everyone"))
    if urges or sentence.has("offer") or sentence.has("clientele"):
        return False
    return sentence.has("me") or 0 in sentence.classes.get("past", ())
