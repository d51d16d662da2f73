"""The note and its answers in Spanish, read as the member who receives them."""

import re
from collections.abc import Callable

import pytest

from bot.knowledge import Need, standard
from bot.knowledge.words import Wording
from bot.note import Occasion, compose, help_in, read_back, why
from bot.note.composing import LONGEST_NOTE

COUNTRIES = sorted(standard().countries)
LONGEST_TEXT = 4000
MOST_RESOURCES = 4

EASY = 65.0
"""Both measures call 65-80 "fairly easy", about the English test's grade 8 and below."""

HARSH = r"""
    adict\w+ | drogadict\w+ | yonqui\w* | toxicóman\w+ | consumidor\w* | abus\w+ | limpi[oa]s? | suci[oa]s?
    | vicio\w* | mortal\w* | letal\w* | veneno\w* | peligros\w+ | tóxic\w+ | estafa\w* | mentir\w* | bulos?
    | milagro\w* | cura\w*
    | ninguna\ evidencia | no\ hay\ pruebas | nada\ funciona | los\ tres | deja\ de | debe\w* | tienes?\ que
"""
SECOND_PERSON = r"tú | tu | tus | ti | te | contigo | usted | ustedes | vos | vosotr[oa]s | vuestr[oa]s?"
DOSES = r"\d+([.,]\d+)?\s*(mg|g|gramos?|miligramos?|cápsulas?|pastillas?|ml|dosis)"


def every_text() -> list[str]:
    """Every text that a member can receive."""
    known = standard()
    answers = [help_in(code, known, "es") for code in (*COUNTRIES, None)]
    return [
        compose(Occasion("kratom"), known, "es").body,
        why("kratom", known, "es"),
        *answers,
        why("gone", known, "es"),
    ]


def found(words: str, text: str) -> list[str]:
    """Find whole words of a list in a text, whatever their case."""
    return [match[0] for match in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE | re.VERBOSE)]


def test_the_note_leads_with_the_fact_then_help_then_how_to_contest() -> None:
    body = compose(Occasion("kratom"), standard(), "es").body
    order = [
        "no está aprobado",
        "hay ayuda que funciona",
        "1-800-662-4357",
        "findtreatment.gov",
        "988",
        "Quien modera",
    ]

    places = [body.index(words) for words in order]

    assert places == sorted(places)
    assert body.startswith("El kratom no está aprobado en EE. UU.")
    assert "automática" in body


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_note_for_any_country_keeps_the_limits(language: str, country: str) -> None:
    note = compose(Occasion("kratom"), standard(), language, country)

    assert len(note.seen) <= LONGEST_NOTE
    assert len(note.resource_ids) <= MOST_RESOURCES


def test_every_text_is_easy_to_read(ease: Callable[[str], float]) -> None:
    for text in every_text():
        assert ease(text) >= EASY, text


def test_the_measure_tells_plain_words_from_hard_ones(ease: Callable[[str], float]) -> None:
    hard = "Las intervenciones farmacológicas disminuyen considerablemente la sintomatología asociada."

    assert ease("La hoja no es un remedio. Hay ayuda cerca.") > EASY > ease(hard)


def test_no_text_judges_or_frightens_or_promises() -> None:
    assert [found(HARSH, text) for text in every_text()] == [[] for _ in every_text()]


def test_no_text_speaks_to_the_member() -> None:
    assert [found(SECOND_PERSON, text) for text in every_text()] == [[] for _ in every_text()]


def test_no_text_names_a_dose() -> None:
    assert [found(DOSES, text) for text in every_text()] == [[] for _ in every_text()]


def test_only_two_medicines_are_linked_with_fewer_deaths() -> None:
    for text in every_text():
        for sentence in re.split(r"(?<=[.:])\s", text):
            assert not ("naltrexona" in sentence and "muerte" in sentence)


@pytest.mark.parametrize("country", COUNTRIES)
def test_help_shows_the_country_its_own_numbers_in_spanish_words(country: str) -> None:
    known = standard()
    text = help_in(country, known, "es")

    assert {each.phone for each in known.lines(country) if each.phone} <= set(
        re.findall(r"\*\*([^*]+)\*\*", text)
    )
    said = re.sub(r"\*\*[^*]+\*\*", "", text)  # a service's own name is its own word
    assert not found(r"for | and | anyone | open | languages | English | Spanish | to | people", said)
    assert len(text) <= LONGEST_TEXT


def test_the_countries_have_spanish_names() -> None:
    assert help_in("DE", standard(), "es").startswith("**Alemania**")
    assert help_in("US", standard(), "es").startswith("**Estados Unidos**")


def test_988_names_no_spanish_keyword_that_was_not_confirmed() -> None:
    for text in every_text():
        assert "AYUDA" not in text
        assert "988, then 2" not in text


def test_the_languages_have_the_same_topics_and_say_the_same_things() -> None:
    english, spanish = (standard().wordings[each] for each in ("en", "es"))

    assert shape(spanish) == shape(english)
    assert spanish.lines.keys() == english.lines.keys()


def shape(words: Wording) -> dict[str, object]:
    """Tell what a language rests on and how much it says: pages, evidence, and that of all that is known."""
    return {
        topic: (
            each.page,
            each.note.fact.evidence,
            each.note.helps.evidence,
            each.why.pages,
            [known.evidence for known in each.why.known],
        )
        for topic, each in words.topics.items()
    }


def test_a_note_is_told_from_its_words_in_either_language() -> None:
    known = standard()
    for language in ("en", "es"):
        for country in COUNTRIES:
            note = compose(Occasion("kratom"), known, language, country, "Una línea.", None)
            assert read_back(note.body, compose(Occasion("kratom"), known, "en", country), known) == note


def test_what_is_offered_are_a_countrys_own_lines_and_pages_of_evidence() -> None:
    for country in COUNTRIES:
        offered = standard().offered(country)
        assert {each.country for each in offered if each.need is not Need.EVIDENCE} <= {country, None}
        assert len(offered) <= 25
