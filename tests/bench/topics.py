"""How well each topic is recognised, on texts that neither models nor topic files have seen.

    python -m tests.bench.topics FILE.jsonl … [--fast]

A line of a file is an object with "id", "topic", "label" ("pitch" or "benign") and "text". Each text is
judged as in a server that answers its topic beside those on by default. No word of it is printed.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bot.insights.interval import wilson
from bot.knowledge.topics import built_in, on_by_default
from bot.policy import DEFAULT_THRESHOLD
from bot.posts.post import Post
from bot.recognition import Recogniser, Verdict
from bot.recognition.training.metrics import auc_interval
from tests.bench.sets import read_lines


@dataclass(frozen=True, slots=True)
class Scored:
    """A text's own score and label. topic: which one the verdict names."""

    name: str
    is_pitch: bool
    score: float
    topic: str | None

    @property
    def is_flagged(self) -> bool:
        """Whether it reached the default threshold."""
        return self.score >= DEFAULT_THRESHOLD


def scored(recogniser: Recogniser, paths: Sequence[Path]) -> dict[str, list[Scored]]:
    """Judge all texts; those of each topic. One that is taken for another topic counts as not recognised."""
    found: dict[str, list[Scored]] = defaultdict(list)
    for line in (each for path in paths for each in read_lines(path)):
        topic, label = line.get("topic", ""), line.get("label")
        verdict = recogniser.judge(Post.of_text(line.get("text", "")), topics=on_by_default() | {topic})
        found[topic].append(
            Scored(line.get("id", ""), label == "pitch", _score(verdict, topic), verdict.topic)
        )
    return found


def _score(verdict: Verdict, topic: str) -> float:
    return verdict.score if verdict.topic == topic else 0.0


def line(topic: str, texts: Sequence[Scored]) -> str:
    """Write a topic's line: recall, false positives and AUC, with 95 % intervals."""
    pitches = [each for each in texts if each.is_pitch]
    others = [each for each in texts if not each.is_pitch]
    area = ""
    if pitches and others:
        low, high = auc_interval([each.score for each in pitches], [each.score for each in others])
        wins = sum(
            (one.score > other.score) + (one.score == other.score) / 2 for one in pitches for other in others
        )
        area = f"{wins / len(pitches) / len(others):.3f} ({low:.3f}-{high:.3f})"
    return f"{topic:14}{_share(pitches):>32}{_share(others):>32}{area:>24}"


def _share(texts: Sequence[Scored]) -> str:
    hits = sum(each.is_flagged for each in texts)
    low, high = wilson(hits, len(texts))
    return f"{hits} of {len(texts)} ({low:.0%}-{high:.0%})"


def main() -> None:
    """Read the arguments, judge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", help="labelled texts")
    parser.add_argument("--fast", action="store_true", help="without the slow path")
    given = parser.parse_args()
    recogniser = Recogniser(built_in(), slow=not cast("bool", given.fast))
    found = scored(recogniser, cast("list[Path]", given.files))
    sys.stdout.write(f"{'topic':14}{'pitches found':>32}{'others flagged':>32}{'AUC':>24}\n")
    for topic in (each.id for each in built_in() if each.id in found):
        sys.stdout.write(line(topic, found[topic]) + "\n")
    sys.stdout.write(line("together", [each for texts in found.values() for each in texts]) + "\n")
    for each in (each for texts in found.values() for each in texts):
        if each.is_flagged != each.is_pitch:
            sys.stdout.write(f"  {each.name}: {each.score:.2f}, on {each.topic or 'no topic'}\n")


if __name__ == "__main__":
    main()
