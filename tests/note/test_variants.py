"""The note in each language, country and length, for each claim and in a crisis."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from bot.knowledge import Grade, Knowledge, Need, standard
from bot.note import LONGEST_NOTE, NoteText, Occasion, compose, read_back
from bot.note.lint import Kind, lint
from bot.server_settings import Length
from bot.server_settings.model import MOST_RESOURCES

from .variants import (
    COUNTRIES,
    LANGUAGES,
    OWN_LINE,
    answering,
    every_note,
    numbers_in,
    numbers_of,
    occasions,
)

EVERYWHERE = [(language, country) for language in LANGUAGES for country in COUNTRIES]
IN_CRISIS = Occasion("kratom", crisis=True)
USUAL = Occasion("kratom")
ADDICTION = "In two surveys, one in four people showed signs of a use disorder."
PAIN = "In one small study, people bore pain better for a while."


def one(occasion: Occasion, known: Knowledge | None = None, **chosen: object) -> NoteText:
    """Write a note in English for the US, unless something else is chosen."""
    return compose(occasion, known or standard(), **chosen)  # pyright: ignore[reportArgumentType]


# ---- every note there can be


@pytest.mark.parametrize(("language", "country"), EVERYWHERE)
@pytest.mark.parametrize("own_line", [None, OWN_LINE], ids=["plain", "own line"])
def test_every_note_keeps_the_limits(language: str, country: str, own_line: str | None) -> None:
    for note in every_note(language, country, own_line):
        assert len(note.seen) <= LONGEST_NOTE, note.seen
        assert 1 <= len(note.resource_ids) <= MOST_RESOURCES
        assert len(set(note.resource_ids)) == len(note.resource_ids)
        assert note.language == language


@pytest.mark.parametrize(("language", "country"), EVERYWHERE)
def test_every_note_has_its_countrys_numbers_and_no_others(language: str, country: str) -> None:
    own = numbers_of(country)

    for note in every_note(language, country):
        assert set(numbers_in(note)) <= own, note.seen
        shown = [standard().resources[each] for each in note.resource_ids]
        assert {each.country for each in shown if each.need is not Need.EVIDENCE} <= {country, None}


@pytest.mark.parametrize(("language", "country"), EVERYWHERE)
def test_every_short_note_is_one_line_with_one_place_to_get_help(language: str, country: str) -> None:
    words = standard().wordings[language]

    for topic in words.topics:
        note = compose(Occasion(topic), standard(), language, country, OWN_LINE, None, Length.SHORT)

        assert "\n" not in note.body
        assert note.body.startswith(words.topics[topic].note.short.text)
        assert note.body.endswith(words.note.short_contest)
        (shown,) = (standard().resources[each] for each in note.resource_ids)
        assert Need.TREATMENT in {shown.need, *shown.also} or shown.need is Need.DIRECTORY


@pytest.mark.parametrize(("language", "country"), EVERYWHERE)
@pytest.mark.parametrize("length", Length)
def test_every_crisis_note_begins_with_the_emergency_number(
    language: str, country: str, length: Length
) -> None:
    known, words = standard(), standard().wordings[language]
    urgent = [each for each in known.lines(country) if each.need is Need.EMERGENCY]

    for occasion in (each for each in occasions(language) if each.crisis):
        note = compose(occasion, known, language, country, None, None, length)
        first, said, *_ = note.body.split("\n\n")
        begins = known.resources[note.resource_ids[0]]
        if urgent:
            assert begins in urgent
            assert first.startswith(f"- {words.help.emergency.format(phone=begins.phone)}")
        else:
            assert Need.CRISIS in {begins.need, *begins.also} or begins.need is Need.DIRECTORY
        assert said.startswith(words.topics[occasion.topic].note.fact.text) or (
            said == words.topics[occasion.topic].note.short.text
        )


@pytest.mark.parametrize(("language", "country"), EVERYWHERE[:: len(LANGUAGES) + 2])
def test_every_note_is_told_from_its_words(language: str, country: str) -> None:
    known = standard()
    now = compose(USUAL, known, "en", country)
    urgent = compose(IN_CRISIS, known, "en", country).resource_ids

    for note in every_note(language, country):
        assert read_back(note.body, replace(now, topic=note.topic), known, urgent) == note


# ---- what answers a claim


def test_the_note_answers_the_claim_that_is_made_most() -> None:
    known = answering(standard(), {"pain": PAIN, "not-addictive": ADDICTION})
    usual = standard().wordings["en"].topics["kratom"].note

    body = one(Occasion("kratom", ("not-addictive", "pain")), known).body

    assert body.startswith(f"{usual.fact.text} {ADDICTION}\n\n{usual.helps.text}\n")
    assert usual.answer.text not in body
    assert PAIN not in body


def test_a_claim_without_an_answer_leaves_it_to_the_next_and_then_to_the_usual_one() -> None:
    known = answering(standard(), {"pain": PAIN})

    assert PAIN in one(Occasion("kratom", ("unheard-of", "pain")), known).body
    assert one(Occasion("kratom", ("unheard-of",)), known) == one(USUAL)


def test_an_answer_that_waits_for_better_evidence_is_not_shown() -> None:
    weak = standard().evidence["kratom-dependence"].model_copy(update={"id": "weak", "grade": Grade.C})
    known = replace(standard(), evidence=MappingProxyType({**standard().evidence, "weak": weak}))
    known = answering(known, {"not-addictive": ADDICTION}, evidence="weak")

    assert one(Occasion("kratom", ("not-addictive",)), known) == one(USUAL)


def test_the_answer_stands_in_a_crisis_too_but_not_in_one_line() -> None:
    known, occasion = answering(standard(), {"pain": PAIN}), Occasion("kratom", ("pain",), crisis=True)

    assert PAIN in one(occasion, known).body
    assert PAIN not in one(Occasion("kratom", ("pain",)), known, length=Length.SHORT).body


# ---- what gives way where there is no room


def test_a_long_answer_gives_way_to_the_usual_one() -> None:
    line = "The support room is open every night. " * 3
    known = answering(standard(), {"pain": PAIN * 4})

    note = one(Occasion("kratom", ("pain",)), known, own_line=line)

    assert note == one(USUAL, own_line=line)
    assert line in note.body


def test_what_a_server_could_not_save_gives_way_too_once_it_no_longer_fits() -> None:
    """A line that was fine in English may be too long for the notes of another language or topic."""
    words = standard().wordings["en"]
    topic = words.topics["kratom"]
    longer = topic.note.helps.model_copy(update={"text": "Help is there. " * 20})
    note = topic.note.model_copy(update={"helps": longer})
    topics = {"kratom": topic.model_copy(update={"note": note})}
    known = replace(
        standard(), wordings=MappingProxyType({"en": words.model_copy(update={"topics": topics})})
    )

    short = one(USUAL, known, own_line="We are here each night.")
    without = one(USUAL, known, own_line=OWN_LINE)

    assert short.body.startswith(topic.note.short.text)
    assert "We are here each night." in short.body
    assert OWN_LINE not in without.body
    assert len(without.seen) <= LONGEST_NOTE
    assert {each.kind for each in lint(known, "en", "US", "We are here each night.")} == {Kind.LONG_NOTE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_takes_a_line_if_the_note_shows_it_with_its_usual_answer(language: str) -> None:
    topics = standard().wordings[language].topics
    for times in range(1, 25):
        line = " ".join(["We are."] * times)
        found = {each.kind for each in lint(standard(), language, "US", line)}
        notes = [compose(Occasion(topic), standard(), language, "US", line) for topic in topics]
        whole = all(line in note.body and topics[note.topic].note.answer.text in note.body for note in notes)
        assert found == (set() if whole else {Kind.LONG_NOTE})


# ---- a crisis


def test_in_the_us_911_and_988_come_before_the_fact_and_the_treatment_lines_after_it() -> None:
    note = one(IN_CRISIS)

    assert note.resource_ids == ("us-911", "us-988", "us-samhsa-helpline", "us-findtreatment")
    places = [note.body.index(words) for words in ("911", "988", "not approved", "1-800-662-4357")]
    assert places == sorted(places)


def test_a_servers_own_choice_takes_the_emergency_line_away_in_no_crisis() -> None:
    chosen = ("us-crisis-text-line-discord", "us-safespot", "us-nccih-kratom", "us-samhsa-helpline")

    note = one(IN_CRISIS, resource_ids=chosen)

    assert note.resource_ids[:2] == ("us-911", "us-crisis-text-line-discord")
    assert "us-samhsa-helpline" in note.resource_ids
    assert len(note.resource_ids) == MOST_RESOURCES
    assert one(USUAL, resource_ids=chosen).resource_ids == chosen


def test_a_country_without_an_emergency_number_puts_its_crisis_line_first_else_the_directory() -> None:
    gone = {each.id for each in standard().resources.values() if each.need is Need.EMERGENCY}
    kept = {each.id: each for each in standard().resources.values() if each.id not in gone}
    known = replace(standard(), resources=MappingProxyType(kept))
    silent = replace(
        known, resources={name: each for name, each in kept.items() if each.need is not Need.CRISIS}
    )

    assert one(IN_CRISIS, known, country="GB").resource_ids[0] == "gb-samaritans"
    assert one(IN_CRISIS, silent, country="GB").resource_ids[0] == "findahelpline"
    assert one(IN_CRISIS, country="ZZ").resource_ids[0] == "findahelpline"


def test_one_line_points_to_what_is_there_for_the_whole_country_before_what_is_for_a_part() -> None:
    assert one(USUAL, country="CA", length=Length.SHORT).resource_ids == ("ca-substance-use-help",)
    assert one(USUAL, country="GB", length=Length.SHORT).resource_ids == ("gb-frank",)
    assert one(USUAL, country="ES", length=Length.SHORT).resource_ids == ("findahelpline",)


def test_a_crisis_wins_over_one_line() -> None:
    assert one(IN_CRISIS, length=Length.SHORT) == one(IN_CRISIS)


def test_the_servers_line_stands_in_a_crisis_where_there_is_room() -> None:
    assert "We are here." in one(IN_CRISIS, own_line="We are here.").body


# ---- the measures bite


def test_a_foreign_number_would_be_seen() -> None:
    body = "For help: **116 123**, 24/7, from 8:00 to 22:00. In 2018, 120 people: 0800-111 0 111, not 999."
    note = NoteText("kratom", body, (), "", "en")

    assert numbers_in(note) == ["116123", "08001110111", "999"]
    assert {"116123", "999"} <= numbers_of("GB")
    assert not {"116123", "999"} & numbers_of("US")
