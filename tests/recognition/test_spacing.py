"""Blanks in what is read off a picture: words that run together, and words that fell apart."""

import json
from pathlib import Path

import pytest

from bot.recognition import Recogniser

DATA = Path(__file__).parent.parent / "data"


def spaced(text: str) -> str:
    """Set the blanks of a text right, by the words that the shipped models know."""
    return "".join(Recogniser.standard().spacing.pieces(text))


def fresh_texts() -> list[str]:
    """Give texts that the models never saw."""
    lines = (DATA / "fresh_texts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("Kratomisanaturalwayoutofopioidwithdrawal", "Kratom is a natural way out of opioid withdrawal"),
        ("Boughtout the wholeharvest", "Bought out the whole harvest"),
        ("Big Pharmacan'tpatentatree", "Big Pharma can't patent a tree"),
        ("it’ssafeandit’slegal", "it’s safe and it’s legal"),
        ("ITHELPSWITHCRAVINGS", "IT HELPS WITH CRAVINGS"),
        ("It eases pain.Itissafe,too", "It eases pain. It is safe, too"),
    ],
)
def test_words_that_run_together_are_parted(read: str, said: str) -> None:
    assert spaced(read) == said


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("Kra tom curbs cravin gs", "Kratom curbs cravings"),
        ("the Ben efits of pos tage", "the Benefits of postage"),
        ("the sa me day", "the same day"),
    ],
)
def test_words_that_fell_apart_are_rejoined(read: str, said: str) -> None:
    assert spaced(read) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "It is what it is, and it is not addictive.",
        "an other day, with out a way out",
        "my grandson Przemek and I went to Wodzisław",
        "see https://example.org/a.b?c=d, 3.5 g at 7:30",
        "мама мыла раму",
        "l o l",
        "x" * 10_000,
    ],
)
def test_a_text_without_fault_stays_as_it_is(text: str) -> None:
    assert spaced(text) == text


def test_of_lines_without_a_blank_nearly_all_come_back() -> None:
    words = [word for text in fresh_texts() for word in text.split() if word.isalpha()]
    lines = [words[start : start + 10] for start in range(0, len(words), 10)]

    right = sum(len({*line} & {*spaced("".join(line)).split()}) for line in lines)

    assert right > 0.9 * sum(len({*line}) for line in lines)


def test_nothing_but_blanks_is_added_or_taken() -> None:
    for text in fresh_texts():
        run_together = text.replace(" ", "")

        assert spaced(text).replace(" ", "") == run_together
        assert spaced(run_together).replace(" ", "") == run_together
