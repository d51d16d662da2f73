"""Proves that the corpus is what it says: numbers, briefs, no near copies across writers, a second reader.

    python -m bot.recognition.training.check [--draw 50]

Exits with 1 if something is not so. --draw prints that many passages drawn at random, to be read.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import cast

from bot.knowledge.topics import claim_titles
from bot.recognition.training.corpus import BENIGN, CORPUS, PITCH, Brief, Entry, briefs, load, nearest_pairs

FEWEST_PASSAGES = 4000
FEWEST_BRIEFS = 60
LARGEST_BRIEF = 0.03
LEAST_BENIGN = 0.5
MOST_SHARED = 0.20
"""Share of five-word shingles that two passages may have in common."""

SECOND_READING = CORPUS / "second_reading.json"
"""By passage id what a second reader called it, blind: P (pitch), B (benign) or U (unclear)."""


def facts(entries: Sequence[Entry], asked: dict[str, Brief]) -> Iterator[tuple[bool, str]]:
    """Yield each fact about the corpus and whether it holds."""
    labels = Counter(entry.label for entry in entries)
    yield len(entries) >= FEWEST_PASSAGES, f"{len(entries)} passages"
    benign = labels[BENIGN] / max(1, len(entries))
    yield benign >= LEAST_BENIGN, f"{labels[PITCH]} pitches and {labels[BENIGN]} benign, {benign:.1%} benign"
    kinds = Counter((entry.kind, entry.writer) for entry in entries)
    people = len({entry.writer for entry in entries})
    (kind, writer), most = kinds.most_common(1)[0]
    yield (
        len(kinds) >= FEWEST_BRIEFS,
        f"{len(kinds)} briefs, {len(asked)} kinds, by {people} writers",
    )
    share = most / len(entries)
    yield share <= LARGEST_BRIEF, f"the largest brief, {kind} by {writer}, is {share:.1%} of the passages"
    ids = Counter(entry.id for entry in entries)
    yield max(ids.values()) == 1, "every id is there once"
    strays = [
        entry.id
        for entry in entries
        if entry.kind not in asked
        or asked[entry.kind].label != entry.label
        or entry.writer not in asked[entry.kind].writers
    ]
    yield not strays, f"every passage has the label and a writer of its brief {strays[:3] or ''}"
    known = claim_titles("kratom").keys()
    unknown = [entry.id for entry in entries if not known >= set(entry.claims)]
    yield not unknown, f"every claim is one of the topic's families {unknown[:3] or ''}"
    near = nearest_pairs(entries, MOST_SHARED)
    for part, first, second in near[:5]:
        yield False, f"{first.id} and {second.id} share {part:.0%} of their shingles"
    yield not near, f"no two passages share more than {MOST_SHARED:.0%} of their five-word shingles"


def lengths(entries: Sequence[Entry]) -> Iterator[str]:
    """Describe lengths and naming by label."""
    for label in (PITCH, BENIGN):
        words = sorted(entry.words for entry in entries if entry.label == label)
        parts = ", ".join(f"{words[int(at * (len(words) - 1))]}" for at in (0.1, 0.5, 0.9, 1.0))
        unnamed = sum("kratom" not in entry.text.lower() for entry in entries if entry.label == label)
        bare = f"{unnamed / len(words):.0%} without the word kratom"
        yield f"{label}: words at 10, 50, 90 and 100 %: {parts}; {bare}"


def agreement(entries: Sequence[Entry]) -> Iterator[str]:
    """Compare the second reader with the labels, over a random tenth and over all that was read."""
    read = cast("dict[str, str]", json.loads(SECOND_READING.read_text(encoding="utf-8")))
    tenth = random.Random(11).sample(list(entries), len(entries) // 10)
    for name, chosen in (("a random tenth", tenth), ("all that was read twice", list(entries))):
        seen = [(read[entry.id], entry) for entry in chosen if entry.id in read]
        unclear = sum(letter == "U" for letter, _ in seen)
        decided = [(letter == "P", entry.is_pitch) for letter, entry in seen if letter != "U"]
        same = sum(one == two for one, two in decided)
        yield (
            f"{name}: {len(seen)} of {len(chosen)} read, {unclear} called unclear; of the others "
            f"{same} of {len(decided)} agree ({same / max(1, len(decided)):.1%}, kappa {_kappa(decided):.3f})"
        )


def _kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Give Cohen's kappa of two readers."""
    if not pairs:
        return 0.0
    same = sum(one == two for one, two in pairs) / len(pairs)
    ones, twos = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    by_chance = ones * twos + (1 - ones) * (1 - twos)
    return (same - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0


def main() -> int:
    """Check, print; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--draw", type=int, default=0, help="print so many passages drawn at random")
    drawn = cast("int", parser.parse_args().draw)
    entries = load()
    holds = True
    for so, fact in facts(entries, briefs()):
        sys.stdout.write(f"{'yes' if so else 'NO '}  {fact}\n")
        holds &= so
    for line in (*lengths(entries), *agreement(entries)):
        sys.stdout.write(f"     {line}\n")
    for entry in random.Random(50).sample(entries, drawn):
        sys.stdout.write(f"\n[{entry.id}, {entry.label}]\n{entry.text}\n")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
