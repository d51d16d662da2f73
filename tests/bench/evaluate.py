"""How well the recogniser tells pitches from the rest, with 95 % intervals, beside two baselines.

    python -m tests.bench.evaluate [--seeds DIR] [--benign FILE.jsonl] [--jsonl FILE.jsonl …] [--threshold
    0.5]

Without --jsonl it reads tests/data/*.jsonl and tests/recognition/texts/*.jsonl. A line is an object with
"text" and "label" ("pitch" or "benign"), and perhaps "id" and "kind". Texts of --seeds and --benign stay
outside the repository; none of their words is printed.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TypedDict, cast

from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition import Recogniser
from bot.recognition.fold import fold
from bot.recognition.gate import Names

Flags = Callable[[str], bool]

HERE = Path(__file__).resolve().parent.parent
LONGEST_PASTE = 2000
WORST_SHOWN = 12
_PHRASE = 3
_SHARED_BY = 3


class Line(TypedDict, total=False):
    """One line of a jsonl file."""

    id: str
    label: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Set:
    """Texts that are judged together. own: committed texts, whose mistakes may be shown."""

    name: str
    pitches: bool
    texts: tuple[str, ...]
    own: bool = False


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927), 0-1; the whole range for an empty set."""
    if not total:
        return 0.0, 1.0
    z = 1.959964
    share, spread = hits / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def pieces(text: str, longest: int = LONGEST_PASTE) -> Iterator[str]:
    """Cut a text as a member pastes it: at most so many characters, at a line's end or else at a space."""
    while len(text) > longest:
        cut = max(text.rfind("\n", longest // 2, longest), -1)
        cut = cut if cut > 0 else text.rfind(" ", longest // 2, longest)
        cut = cut if cut > 0 else longest
        yield text[:cut]
        text = text[cut:].lstrip()
    if text.strip():
        yield text


def read_lines(path: Path) -> list[Line]:
    """All lines of a jsonl file. Raises ValueError for a line that is not JSON."""
    return [
        cast("Line", json.loads(line))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def own_sets(paths: Iterable[Path]) -> Iterator[Set]:
    """Per file and label one set, and per kind one of its own where a file names kinds."""
    for path in paths:
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for line in read_lines(path):
            label = line.get("label", "benign")
            groups[label, ""].append(line.get("text", ""))
            if kind := line.get("kind"):
                groups[label, kind].append(line.get("text", ""))
        for (label, kind), texts in sorted(groups.items()):
            name = f"{path.stem}: {label}" + (f", {kind}" if kind else "")
            yield Set(name, label == "pitch", tuple(texts), own=not kind)


def outside_sets(seeds: Path | None, benign: Path | None) -> Iterator[Set]:
    """Yield the articles whole and in pieces, and the benign chat."""
    if seeds:
        whole = tuple(
            path.read_text(encoding="utf-8", errors="replace") for path in sorted(seeds.glob("*.txt"))
        )
        yield Set("articles, whole", pitches=True, texts=whole)
        yield Set(
            "articles, in pieces", pitches=True, texts=tuple(part for text in whole for part in pieces(text))
        )
    if benign:
        yield Set("chat", pitches=False, texts=tuple(line.get("text", "") for line in read_lines(benign)))


def topic_words() -> Flags:
    """Baseline a: any name of a topic, as a word filter has it."""
    names = [Names(topic) for topic in built_in()]
    return lambda text: any(
        mention.kind == "topic" for each in names for mention in each.mentions(fold(text))
    )


def topic_and_phrases(seeds: Path) -> Flags:
    """Baseline b: a topic name and three words in a row that most articles share; in memory only."""
    shared: Counter[tuple[str, ...]] = Counter()
    for path in seeds.glob("*.txt"):
        shared.update(_phrases(path.read_text(encoding="utf-8", errors="replace")))
    known = {phrase for phrase, articles in shared.items() if articles >= _SHARED_BY}
    named = topic_words()
    return lambda text: named(text) and bool(_phrases(text) & known)


def _phrases(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", fold(text).text)
    return set(zip(*(words[offset:] for offset in range(_PHRASE)), strict=False))


def say(line: str = "") -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def table(sets: list[Set], judges: dict[str, Flags]) -> None:
    """Print a line per set: how many texts, and per judge the share flagged with its interval."""
    say(f"{'set':34}{'label':>8}{'texts':>7}" + "".join(f"{name:>28}" for name in judges))
    for each in sets:
        cells: list[str] = []
        for flags in judges.values():
            hits = sum(map(flags, each.texts))
            low, high = wilson(hits, len(each.texts))
            cells.append(f"{hits:>5} {hits / max(1, len(each.texts)):>7.1%} ({low:.1%}-{high:.1%})")
        label = "pitch" if each.pitches else "benign"
        say(f"{each.name[:33]:34}{label:>8}{len(each.texts):>7}" + "".join(f"{cell:>28}" for cell in cells))


def worst(sets: list[Set], score: Callable[[str], float], threshold: float) -> None:
    """Print the texts of one's own that are judged most wrongly."""
    mistakes = [
        (abs(judged - threshold), judged, text)
        for each in sets
        if each.own
        for text in each.texts
        if ((judged := score(text)) >= threshold) != each.pitches
    ]
    say(f"\n{len(mistakes)} mistakes in the committed texts; the worst:")
    for _, judged, text in sorted(mistakes, reverse=True)[:WORST_SHOWN]:
        say(f"  {judged:.2f}  {text[:160]!r}")


def main() -> None:
    """Read the arguments, judge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=Path, help="a folder of pitches as *.txt, outside the repository")
    parser.add_argument("--benign", type=Path, help="a jsonl file of benign chat, outside the repository")
    parser.add_argument("--jsonl", type=Path, nargs="*", help="labelled texts of the project")
    parser.add_argument("--threshold", type=float, default=0.5)
    given = parser.parse_args()
    seeds, benign = cast("Path | None", given.seeds), cast("Path | None", given.benign)
    threshold = cast("float", given.threshold)
    files = cast("list[Path] | None", given.jsonl)
    if files is None:
        files = [
            *sorted((HERE / "data").glob("*.jsonl")),
            *sorted((HERE / "recognition" / "texts").glob("*.jsonl")),
        ]

    recogniser = Recogniser.standard()

    def score(text: str) -> float:
        return recogniser.judge(Post.of_text(text)).score

    judges: dict[str, Flags] = {
        "recogniser": lambda text: score(text) >= threshold,
        "topic words": topic_words(),
    }
    if seeds:
        judges["topic + their phrases"] = topic_and_phrases(seeds)
    sets = [*outside_sets(seeds, benign), *own_sets(files)]
    table(sets, judges)
    worst(sets, score, threshold)


if __name__ == "__main__":
    main()
