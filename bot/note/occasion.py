"""What a note answers."""

from dataclasses import dataclass

from bot.recognition.verdict import Verdict

SHOWN_TOPIC = "kratom"
"""The topic whose note stands in a preview that is of no post."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of a post when its note is written.

    claims: ids of what it claims, most made first. crisis: whether it speaks of an overdose or of suicide.
    """

    topic: str
    claims: tuple[str, ...] = ()
    crisis: bool = False


def occasion_on(topic: str, verdict: Verdict) -> Occasion:
    """Take from a verdict what a note on a topic answers; of another topic's claims it answers none."""
    if verdict.topic != topic:
        return Occasion(topic, crisis=verdict.crisis)
    return occasion_of(verdict)


def occasion_of(verdict: Verdict) -> Occasion:
    """Take from a verdict what its note answers. Raises ValueError for one that names no topic."""
    if verdict.topic is None:
        raise ValueError("a verdict without a topic calls for no note")
    return Occasion(verdict.topic, verdict.foremost, verdict.crisis)
