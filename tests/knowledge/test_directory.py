"""The resource directory: what each country has, who runs it, and how short a note can say it."""

import re

import pytest

from bot.knowledge import Knowledge, Need, Resource, standard
from bot.knowledge.entries import RunBy

COUNTRIES = sorted(standard().countries)
LANGUAGES = sorted(standard().wordings)
LONGEST_LINE = 70
SHOWN = [each for each in standard().resources.values() if each.showable]


@pytest.fixture(name="known")
def knowledge() -> Knowledge:
    return standard()


def needs(country: str, known: Knowledge) -> set[Need]:
    """List what a country's showable lines are for."""
    return {need for each in known.lines(country) for need in (each.need, *each.also)}


def seen(line: str, resource: Resource) -> str:
    """Fill a note's line, as Discord shows it: no markdown, links by their names."""
    return re.sub(r"\*\*|\[([^\]]+)\]\([^)]+\)", r"\1", line.format_map(resource.model_dump()))


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_country_has_its_emergency_number(known: Knowledge, country: str) -> None:
    assert Need.EMERGENCY in needs(country, known)


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_note_shows_a_line_of_its_own_country(known: Knowledge, country: str) -> None:
    assert Need.CRISIS in needs(country, known)
    assert [each for each in known.noted(country) if each.country == country and (each.phone or each.text)]


def test_the_us_has_a_line_for_every_need(known: Knowledge) -> None:
    assert needs("US", known) == set(Need) - {Need.DIRECTORY, Need.EVIDENCE}


def test_a_note_names_nothing_that_waits(known: Knowledge) -> None:
    for country in known.countries.values():
        assert [each.id for each in known.showable(country.note)] == list(country.note)


def test_no_helpline_leads_to_a_business(known: Knowledge) -> None:
    commercial = {each.id for each in known.resources.values() if each.run_by is RunBy.COMMERCIAL}

    assert commercial == {"findahelpline"}  # a company's directory of free services


def test_each_entry_says_what_its_page_must_show(known: Knowledge) -> None:
    assert [each.id for each in known.resources.values() if not each.expects] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_all_that_a_note_can_show_has_a_line_of_its_own(known: Knowledge, language: str) -> None:
    lines = known.wording(language).lines

    assert [each.id for each in SHOWN if each.need is not Need.EMERGENCY and each.id not in lines] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notes_lines_are_short(known: Knowledge, language: str) -> None:
    words = known.wording(language)

    for each, line in words.lines.items():
        assert len(seen(line, words.said(known.resources[each]))) <= LONGEST_LINE, each
