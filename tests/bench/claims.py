"""Holds the claims that rules find against those that the corpus's writers say their passages assert.

    python -m tests.bench.claims

The rules learned nothing from the corpus. The writers' lists are their own judgement, and shorter than what
they wrote: a pitch often asserts in passing what its writer did not list.
"""

import sys
from collections import Counter

from bot.knowledge.topics import built_in, claim_titles
from bot.recognition.training import corpus
from bot.recognition.training.examples import Cutter

TOPIC = "kratom"


def main() -> None:
    """Count and print, a line per claim family."""
    cutter = Cutter(next(topic for topic in built_in() if topic.id == TOPIC))
    listed, both, beyond, benign = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    entries = corpus.load()
    for entry in entries:
        found = cutter.families(entry.text)
        if entry.is_pitch:
            listed.update(entry.claims)
            both.update(found & set(entry.claims))
            beyond.update(found - set(entry.claims))
        else:
            benign.update(found)
    pitches = sum(entry.is_pitch for entry in entries)
    sys.stdout.write(f"{pitches} pitches, {len(entries) - pitches} others\n")
    sys.stdout.write(f"{'claim':24}{'listed':>8}{'found':>16}{'found beyond':>14}{'in others':>11}\n")
    for claim in sorted(claim_titles(TOPIC), key=lambda claim: -listed[claim]):
        sys.stdout.write(line(claim, listed[claim], both[claim], beyond[claim], benign[claim]))
    sys.stdout.write(line("together", *(counts.total() for counts in (listed, both, beyond, benign))))


def line(name: str, listed: int, both: int, beyond: int, benign: int) -> str:
    """Write a line of the table."""
    return f"{name:24}{listed:>8}{both:>8} {both / max(1, listed):>7.0%}{beyond:>14}{benign:>11}\n"


if __name__ == "__main__":
    main()
