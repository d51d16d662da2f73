"""Reads the corpus: passages written for this project, one JSON object a line, and the briefs they follow."""

import json
import random
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

CORPUS = Path(__file__).parents[1] / "corpus"
"""Where the passages lie, a file per writer, and `briefs.toml`."""

PITCH, BENIGN = "pitch", "benign"


class CorpusError(Exception):
    """A line of the corpus cannot be used. The message names file and line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage of the corpus.

    kind: the brief it follows; topic: None where it is about none; claims: ids of what it asserts itself.
    """

    id: str
    label: str
    kind: str
    writer: str
    topic: str | None
    claims: tuple[str, ...]
    text: str

    @property
    def is_pitch(self) -> bool:
        """Whether it reads as a pitch."""
        return self.label == PITCH

    @property
    def words(self) -> int:
        """How many words it has, counted at spaces."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Brief:
    """What its writers were asked for. lengths: "S M L" and so on, most frequent first.

    group: "pitch", "information" (fact sheets, abstracts, news, debunking) or "chat" (own stories, questions,
    talk).
    """

    kind: str
    label: str
    group: str
    writers: list[str]
    lengths: str
    task: str


def load(folder: Path = CORPUS) -> list[Entry]:
    """Read all passages, in order of writer and place. Raises CorpusError, also where there are none."""
    found = [entry for path in sorted(folder.glob("*.jsonl")) for entry in read(path)]
    if not found:
        raise CorpusError(f"no passages in {folder.name}")
    return found


def read(path: Path) -> list[Entry]:
    """Read one file. Raises CorpusError for a line that is not a passage."""
    found: list[Entry] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"), start=1):
        try:
            row = cast("dict[str, Any]", json.loads(line))
            entry = Entry(
                id=str(row["id"]),
                label=str(row["label"]),
                kind=str(row["kind"]),
                writer=str(row["writer"]),
                topic=row["topic"],
                claims=tuple(row["claims"]),
                text=str(row["text"]),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{path.name}, line {number}: {error!r}") from None
        if entry.label not in {PITCH, BENIGN}:
            raise CorpusError(f"{path.name}, line {number}: label {entry.label!r}")
        found.append(entry)
    return found


def briefs(folder: Path = CORPUS) -> dict[str, Brief]:
    """Read the briefs by kind."""
    given = tomllib.loads((folder / "briefs.toml").read_text(encoding="utf-8"))
    rows = cast("list[dict[str, Any]]", given["briefs"])
    return {str(row["kind"]): Brief(**row) for row in rows}


def leave_writers_out(writers: Iterable[str], folds: int) -> list[frozenset[str]]:
    """Deal the writers into folds, always the same; each is judged by models that never saw its writers.

    Near copies are never of two writers (check.py proves it), so none crosses folds. Kinds may: seven writers
    wrote a little of everything.
    """
    dealt = sorted(set(writers))
    random.Random(7).shuffle(dealt)
    return [frozenset(dealt[start::folds]) for start in range(folds)]


def at_random(count: int, folds: int) -> list[frozenset[int]]:
    """Deal passages into folds at random, always the same; for comparison only: it flatters."""
    dealt = list(range(count))
    random.Random(7).shuffle(dealt)
    return [frozenset(dealt[start::folds]) for start in range(folds)]


def shingles(text: str, size: int = 5) -> frozenset[tuple[str, ...]]:
    """Give a text's runs of so many words, lower case, without signs."""
    bare = ("".join(filter(str.isalnum, word)) for word in text.lower().split())
    words = [word for word in bare if word]
    return frozenset(zip(*(words[start:] for start in range(size)), strict=False))


def share_of(first: frozenset[tuple[str, ...]], second: frozenset[tuple[str, ...]]) -> float:
    """Give the share of the shorter text's shingles that the other one has too."""
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def nearest_pairs(entries: Sequence[Entry], above: float) -> list[tuple[float, Entry, Entry]]:
    """Find all pairs that share more than that share of their shingles, most alike first."""
    runs = [shingles(entry.text) for entry in entries]
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, each in enumerate(runs):
        for shingle in each:
            holders.setdefault(shingle, []).append(index)
    pairs = {
        (first, second)
        for held in holders.values()
        for place, first in enumerate(held)
        for second in held[place + 1 :]
    }
    found = [(share_of(runs[one], runs[two]), entries[one], entries[two]) for one, two in sorted(pairs)]
    return sorted((pair for pair in found if pair[0] > above), key=lambda pair: -pair[0])
