"""The shipped files: what may be shown, what must not, and whose number is whose."""

from pathlib import Path

import pytest

from bot.knowledge import Grade, Knowledge, Need, standard
from bot.knowledge.denied import denied_in, denied_there
from bot.knowledge.withdrawn import Withdrawn

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "bot" / "knowledge"
DENIED = KNOWLEDGE / "denied.toml"


@pytest.fixture(name="known")
def knowledge() -> Knowledge:
    return standard()


def test_the_denied_services_are_those_of_the_facts(known: Knowledge) -> None:
    numbers = {(each.country, number) for each in known.denied for number in each.numbers}
    names = {name for each in known.denied for name in each.names}

    assert numbers >= {
        ("GB", "0800 77 66 00"),
        ("DE", "01805 31 30 31"),
        ("IN", "1800-11-0031"),
        ("IN", "1933"),
        ("BR", "132"),
    }
    assert names >= {"wellness together", "pocketwell", "vivavoz", "press 3"}


def test_no_denied_number_or_name_stands_anywhere_in_the_program(known: Knowledge) -> None:
    files = [path for folder in ("bot", "cogs") for path in (ROOT / folder).rglob("*")]
    read = [path for path in files if path.suffix in {".py", ".ftl", ".toml", ".html"} and path != DENIED]

    found = [
        (path.name, line)
        for path in read
        for line in path.read_text(encoding="utf-8").splitlines()
        for _ in denied_in(line, known.denied)
    ]

    assert KNOWLEDGE / "resources.toml" in read
    assert found == []


@pytest.mark.parametrize("written", ["0800 77 66 00", "+44 800-776600", "(0800) 77.66.00", "0800 77 66 00"])
def test_a_denied_number_is_found_however_it_is_written(known: Knowledge, written: str) -> None:
    assert [number for number, _ in denied_in(f"call {written} now", known.denied)] == ["0800 77 66 00"]


def test_a_short_number_is_denied_in_its_country_alone(known: Knowledge) -> None:
    assert [number for number, _ in denied_there("Ligue 132", known.denied, "BR")] == ["132"]
    assert not list(denied_there("Ligue 132", known.denied, "US"))
    assert not list(denied_there("1320 pessoas", known.denied, "BR"))


def test_988_itself_is_not_denied_with_its_third_option(known: Knowledge) -> None:
    assert not list(denied_in("In a crisis, call or text 988", known.denied))
    assert [found for found, _ in denied_in("call 988, then 3", known.denied)] == ["then 3", "988, then 3"]


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
    shown = {each.id for each in (*known.noted("ES"), *known.noted("MX"))} - {"findahelpline"}
    left = known.without(Withdrawn(resources=frozenset(shown | {"mx-911"})))

    assert [each.id for each in left.noted("ES")] == ["es-112", "findahelpline"]
    assert [each.id for each in left.noted("MX")] == ["findahelpline"]
    assert [each.id for each in left.noted("XX")] == ["findahelpline"]


def test_a_language_without_words_falls_back_to_english(known: Knowledge) -> None:
    assert known.wording("en-GB").language == "en"
    assert known.wording("xx").language == "en"


def test_the_shipped_files_are_read_once() -> None:
    assert standard() is standard()
