"""The note for somebody's hard day: warm and short, and not a word of what the post was about."""

from dataclasses import replace

import pytest

from bot.knowledge import standard
from bot.note import HELP, compose_help

LANGUAGES = ("en", "es")
COUNTRIES = [*sorted(standard().countries), "ZZ"]
NOT_A_WORD = ("kratom", "opioid", "opioide", "addict", "adic", "droga", "drug", "sucht", "you ", "your ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_it_is_short_and_says_nothing_of_the_post_or_its_writer(language: str, country: str) -> None:
    note = compose_help(standard(), language, country)

    assert note.topic == HELP
    assert len(note.body) <= 700
    assert not [word for word in NOT_A_WORD if word in note.body.casefold()]


@pytest.mark.parametrize("country", COUNTRIES)
def test_it_shows_no_other_countrys_line_and_always_the_directory(country: str) -> None:
    note = compose_help(standard(), "en", country)

    countries = {standard().resources[each].country for each in note.resource_ids}
    assert countries <= {country, None}
    assert "findahelpline" in note.resource_ids


def test_in_the_us_the_crisis_line_stands_before_samhsa() -> None:
    note = compose_help(standard(), "en", "US")

    assert note.resource_ids == ("us-988", "us-samhsa-helpline", "findahelpline")


def test_a_country_without_a_crisis_line_shows_its_emergency_number_first() -> None:
    known = standard()
    others = {each.id: each for each in known.resources.values() if each.id != "mx-linea-de-la-vida"}
    note = compose_help(replace(known, resources=others), "es", "MX")

    assert note.resource_ids == ("mx-911", "findahelpline")
    assert "En una emergencia, llamar al **911**" in note.body


def test_a_line_that_serves_a_crisis_beside_its_own_need_counts() -> None:
    assert compose_help(standard(), "es", "MX").resource_ids == ("mx-linea-de-la-vida", "findahelpline")


def test_a_drug_helpline_stays_away_where_its_name_would_tell() -> None:
    assert compose_help(standard(), "en", "NZ").resource_ids == ("nz-1737", "findahelpline")


def test_another_wording_is_another_version() -> None:
    versions = {compose_help(standard(), language, "US").text_version for language in LANGUAGES}

    assert len(versions) == len(LANGUAGES)
