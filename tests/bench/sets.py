"""Texts that are measured on: the project's files, and what lies outside the repository."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, cast

LONGEST_PASTE = 2000
"""Characters of a Discord message."""


class Line(TypedDict, total=False):
    """One line of a jsonl file."""

    id: str
    topic: str
    label: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Set:
    """Texts that are judged together.

    own: committed texts, whose mistakes may be shown. of_kind: those of one kind, part of a larger set.
    """

    name: str
    pitches: bool
    texts: tuple[str, ...]
    own: bool = False
    of_kind: bool = False


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
            yield Set(name, label == "pitch", tuple(texts), own=not kind, of_kind=bool(kind))


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
