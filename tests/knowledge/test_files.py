"""The shipped files: what may be shown, what must not, and whose number is whose."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge import Grade, Knowledge, Need, standard

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "bot" / "knowledge"

DENIED = tomllib.loads((KNOWLEDGE / "denied.toml").read_text(encoding="utf-8"))["denied"]


def digits(text: str) -> str:
    """Close up the numbers of a text: "0800 77-66 00" becomes "0800776600"."""
    return re.sub(r"(?<=\d)[ .()/-]+(?=\d)", "", text)


NUMBERS = [(each["country"], number) for each in DENIED for number in each["numbers"]]
SHORT = 5  # digits at most
# As digits without trunk zero: none may stand in the program's files.
WITHDRAWN_NUMBERS = {
    digits(number).lstrip("0") for _, number in NUMBERS if len(re.findall(r"\d", number)) > SHORT
}
# Short ones are only wrong as the number of a service.
WITHDRAWN_SHORT_NUMBERS = {each for each in NUMBERS if len(re.findall(r"\d", each[1])) <= SHORT}
WITHDRAWN_NAMES = [name for each in DENIED for name in each["names"]]


@pytest.fixture(name="known")
def knowledge() -> Knowledge:
    return standard()


def test_no_withdrawn_number_stands_anywhere_in_the_program() -> None:
    files = [path for folder in ("bot", "cogs") for path in (ROOT / folder).rglob("*")]
    texts = {
        path: path.read_text(encoding="utf-8") for path in files if path.suffix in {".py", ".toml", ".html"}
    }

    found = [
        (path.name, number)
        for path, text in texts.items()
        for number in WITHDRAWN_NUMBERS
        if path.name != "denied.toml" and number in digits(text)
    ]

    assert KNOWLEDGE / "resources.toml" in texts
    assert {"800776600", "1805313031", "1800110031"} <= WITHDRAWN_NUMBERS
    assert found == []


@pytest.mark.parametrize("written", ["0800 77 66 00", "+44 800-776600", "(0800) 77.66.00"])
def test_a_withdrawn_number_is_found_however_it_is_written(written: str) -> None:
    assert "800776600" in digits(f"call {written} now")


def test_no_withdrawn_service_is_listed(known: Knowledge) -> None:
    assert {("BR", "132"), ("IN", "1933"), ("US", "988, then 3")} <= WITHDRAWN_SHORT_NUMBERS
    for each in known.resources.values():
        shown = " ".join(filter(None, (each.name, each.phone, each.text, each.for_whom))).lower()
        assert not [name for name in WITHDRAWN_NAMES if name in shown], each.id
        assert (each.country, each.phone) not in WITHDRAWN_SHORT_NUMBERS
        assert (each.country, each.text) not in WITHDRAWN_SHORT_NUMBERS


def test_nothing_graded_below_b_is_shown(known: Knowledge) -> None:
    waiting = {each.id for each in known.resources.values() if each.grade not in {Grade.A, Grade.B}}

    shown = {each.id for code in known.countries for each in (*known.lines(code), *known.noted(code))}

    assert "us-fda-kratom" in waiting
    assert shown.isdisjoint(waiting)


def test_nobody_of_the_project_says_that_a_number_was_verified(known: Knowledge) -> None:
    entries = [*known.resources.values(), *known.evidence.values()]

    assert [each.id for each in entries if each.verified_by or each.verified_on] == []


@pytest.mark.parametrize("code", sorted(standard().countries))
def test_a_country_lists_only_its_own_lines(known: Knowledge, code: str) -> None:
    assert {each.country for each in known.lines(code)} <= {code}
    assert {each.country for each in known.noted(code)} <= {code, None}


def test_lines_stand_in_the_order_of_need(known: Knowledge) -> None:
    needs = [each.need for each in known.lines("US")]

    assert needs[0] is Need.EMERGENCY
    assert needs == sorted(needs, key=list(Need).index)
    assert Need.EVIDENCE not in needs


def test_a_country_without_a_line_gets_its_emergency_number_and_the_directory(known: Knowledge) -> None:
    mexico = known.countries["MX"].model_copy(update={"note": ()})
    without = replace(known, countries={**known.countries, "MX": mexico})

    assert [each.id for each in without.noted("MX")] == ["mx-911", "findahelpline"]
    assert [each.id for each in without.noted("XX")] == ["findahelpline"]


def test_a_language_without_words_falls_back_to_english(known: Knowledge) -> None:
    assert known.wording("en-GB").language == "en"
    assert known.wording("xx").language == "en"


def test_the_shipped_files_are_read_once() -> None:
    assert standard() is standard()
