"""The note and the private answers, read as the member who receives them."""

import re
import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Protocol

import pytest

from bot.knowledge import Knowledge, load, standard
from bot.note import NoteText, Occasion, compose, help_in, why

SHIPPED = Path(__file__).parents[2] / "bot" / "knowledge"
COUNTRIES = sorted(standard().countries)

GRADE = 8.0
LONGEST_NOTE = 700
MOST_RESOURCES = 4
LONGEST_TEXT = 4000  # all text displays of a Discord message together

# Words that judge a person, frighten, promise, or deny more than is known.
HARSH = r"""
    addict(s|ed)? | abus\w+ | junkies? | users? | clean | dirty | habits? | habit-forming | substitut\w+
    | replacement | drug\ problems? | deadly | lethal | poison(ous)? | scams? | lies? | liars? | fake
    | fraud\w* | misinformation | dangerous | useless | cures? | cured | miracle | no\ evidence
    | nothing\ works | proven\ safe | all\ three | spread(ing)? | should | must | stop\ taking | quit
    | warning | MOUD | OUD | MAT
"""
SECOND_PERSON = r"you | your | yours | yourself | you're"
DOSES = r"\d+(\.\d+)?\s*(mg|g|grams?|milligrams?|capsules?|pills?|shots?|ml|doses?)"


class Measured(Protocol):
    """What the `grades` fixture measures."""

    @property
    def flesch_kincaid(self) -> float:
        """US school grade."""
        ...

    @property
    def automated(self) -> float:
        """US school grade."""
        ...


Grading = Callable[[str], Measured]


@pytest.fixture
def known() -> Knowledge:
    return standard()


@pytest.fixture
def note(known: Knowledge) -> NoteText:
    return compose(Occasion("kratom"), known)


def found(words: str, text: str) -> list[str]:
    """Find whole words of a list in a text, whatever their case."""
    return [match[0] for match in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE | re.VERBOSE)]


def every_text(known: Knowledge) -> list[str]:
    """Every text that a member can receive."""
    answers = [help_in(code, known) for code in (*COUNTRIES, None)]
    return [
        compose(Occasion("kratom"), known).body,
        why("kratom", known),
        *answers,
        why("retired-topic", known),
    ]


def test_the_note_leads_with_the_fact_then_help_then_how_to_contest(note: NoteText) -> None:
    order = [
        "not approved",
        "help that works",
        "1-800-662-4357",
        "findtreatment.gov",
        "988",
        "moderator can remove",
    ]

    places = [note.body.index(words) for words in order]

    assert places == sorted(places)
    assert note.body.startswith("In the US, kratom is not approved")


def test_the_note_says_that_it_is_automated(note: NoteText) -> None:
    assert "automated" in note.body


def test_the_note_is_short_and_shows_four_resources(note: NoteText) -> None:
    assert len(note.body) <= LONGEST_NOTE
    assert note.resource_ids == ("us-samhsa-helpline", "us-findtreatment", "us-988", "us-nccih-kratom")


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_note_for_any_country_keeps_the_limits(known: Knowledge, country: str) -> None:
    note = compose(Occasion("kratom"), known, country=country)

    assert len(note.seen) <= LONGEST_NOTE
    assert len(note.resource_ids) <= MOST_RESOURCES


def test_the_note_reads_at_grade_eight_or_below(note: NoteText, known: Knowledge, grades: Grading) -> None:
    words, said = known.wording("en"), known.wording("en").topics["kratom"].note
    sentences = f"{said.fact.text} {said.answer.text} {said.helps.text} {words.note.contest}"

    for text in (note.body, sentences):
        assert grades(text).flesch_kincaid <= GRADE
        assert grades(text).automated <= GRADE


def test_the_explanation_reads_at_grade_eight_or_below(known: Knowledge, grades: Grading) -> None:
    measured = grades(why("kratom", known))

    assert measured.flesch_kincaid <= GRADE
    assert measured.automated <= GRADE


@pytest.mark.parametrize("country", [*COUNTRIES, None])
def test_help_reads_at_grade_eight_or_below(known: Knowledge, country: str | None, grades: Grading) -> None:
    # Not the letter-counting index: half of such an answer is names of services.
    assert grades(help_in(country, known)).flesch_kincaid <= GRADE


def test_the_measure_tells_plain_words_from_hard_ones(grades: Grading) -> None:
    hard = "Pharmacological interventions substantially ameliorate neurobiological dependence symptomatology."

    assert (
        grades("The leaf is not a cure. Help is near.").flesch_kincaid < GRADE < grades(hard).flesch_kincaid
    )


def test_no_text_judges_or_frightens_or_promises(known: Knowledge) -> None:
    # A service's own name is its own word.
    names = "|".join(re.escape(each.name) for each in known.resources.values())
    texts = [re.sub(rf"\*\*({names})\*\*|poisonhelp\S+", "", text) for text in every_text(known)]

    assert [found(HARSH, text) for text in texts] == [[] for _ in texts]


def test_no_text_speaks_of_the_member(known: Knowledge) -> None:
    assert [found(SECOND_PERSON, text) for text in every_text(known)] == [[] for _ in every_text(known)]


def test_no_text_names_a_dose(known: Knowledge) -> None:
    assert [found(DOSES, text) for text in every_text(known)] == [[] for _ in every_text(known)]


@pytest.mark.parametrize(
    "accusation", ["You are spreading lies", "DEADLY", "an addict", "there is no evidence"]
)
def test_the_word_lists_bite(accusation: str) -> None:
    assert found(HARSH, accusation)


def test_the_note_names_the_disorder_once_at_most(note: NoteText) -> None:
    assert note.body.count("opioid use disorder") <= 1


def test_only_methadone_and_buprenorphine_are_linked_with_fewer_deaths(known: Knowledge) -> None:
    for text in (compose(Occasion("kratom"), known).body, why("kratom", known)):
        for sentence in re.split(r"(?<=[.:])\s", text):
            assert not ("naltrexone" in sentence.lower() and "deaths" in sentence)


def test_the_plain_form_has_the_same_words_and_no_markdown(note: NoteText) -> None:
    assert "https://findtreatment.gov" in note.plain
    assert "1-800-662-4357" in note.plain
    assert not re.search(r"\*\*|\]\(|^-# ", note.plain, re.MULTILINE)


def test_a_changed_number_changes_the_version_and_nothing_else_does(known: Knowledge, tmp_path: Path) -> None:
    def changed(old: str, new: str) -> Knowledge:
        shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
        path = tmp_path / "resources.toml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return load(tmp_path)

    shipped = compose(Occasion("kratom"), known).text_version

    assert re.fullmatch(r"[0-9a-f]{12}", shipped)
    assert compose(Occasion("kratom"), changed("1-800-662-4357", "1-800-555-0100")).text_version != shipped
    assert compose(Occasion("kratom"), changed('phone = "14446"', 'phone = "14447"')).text_version == shipped


def test_a_note_is_a_value(note: NoteText, known: Knowledge) -> None:
    assert note == compose(Occasion("kratom"), known, "en-GB")
    with pytest.raises(FrozenInstanceError):
        note.__setattr__("body", "")


def test_a_topic_without_words_has_no_note(known: Knowledge) -> None:
    with pytest.raises(KeyError):
        compose(Occasion("retired-topic"), known)


def test_the_explanation_tells_what_is_known_where_to_read_and_how_to_contest(known: Knowledge) -> None:
    text = why("kratom", known)

    for page in ("https://nccih.nih.gov/health/kratom", "https://nida.nih.gov/", "https://www.fda.gov/"):
        assert page in text
    assert "ask a moderator" in text
    assert "can be wrong" in text
    assert len(text) <= LONGEST_TEXT


def test_a_page_that_waits_for_a_check_is_not_linked(known: Knowledge) -> None:
    waiting = known.resources["us-fda-kratom"].url

    assert waiting
    assert waiting not in why("kratom", known)


def test_an_old_note_on_a_retired_topic_is_explained(known: Knowledge) -> None:
    assert "no longer covered" in why("retired-topic", known)


@pytest.mark.parametrize("country", COUNTRIES)
def test_help_shows_the_country_its_own_numbers_and_no_others(known: Knowledge, country: str) -> None:
    own = {way for each in known.lines(country) for way in (each.phone, each.text) if way}
    foreign = {
        way
        for each in known.resources.values()
        if each.country != country
        for way in (each.phone, each.text)
        if way and way not in own
    }

    bold = set(re.findall(r"\*\*([^*]+)\*\*", help_in(country, known)))

    assert own <= bold
    assert bold.isdisjoint(foreign)
    assert len(help_in(country, known)) <= LONGEST_TEXT


def test_a_country_without_a_line_says_so_and_offers_what_there_is(known: Knowledge) -> None:
    foreign = {each.id: each for each in known.resources.values() if each.country != "MX"}
    urgent = {**foreign, "mx-911": known.resources["mx-911"]}
    nothing, number = (help_in("MX", replace(known, resources=resources)) for resources in (foreign, urgent))

    assert "no helpline for this country" in nothing
    assert not re.search(r"call|\d{3}\*\*", nothing)
    assert "findahelpline.com" in nothing
    assert "no helpline for this country" in number
    assert "**911**" in number
    assert "findahelpline.com" in number


@pytest.mark.parametrize("country", [None, "XX", "", "us"])
def test_elsewhere_gets_the_directory_alone(known: Knowledge, country: str | None) -> None:
    text = help_in(country, known)

    assert "https://findahelpline.com" in text
    assert "**" not in text


def test_the_emergency_line_stands_first(known: Knowledge) -> None:
    lines = help_in("US", known).splitlines()

    assert lines[0] == "**United States**"
    assert "**911**" in lines[1]
