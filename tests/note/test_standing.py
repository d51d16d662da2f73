"""Writing a standing note anew: of the same kind, by the settings of today."""

from itertools import product

import pytest

from bot.knowledge import Shelf, Withdrawn, standard
from bot.note import HELP, NoteKinds, NoteText, Occasion, compose, compose_here, compose_withdrawn
from bot.server_settings import Length, ServerSettings

ENGLISH = ServerSettings()
COUNTRIES = sorted(standard().countries)
CLAIMS = sorted(standard().wordings["en"].topics["kratom"].answers)


def anew(stands: NoteText, chosen: ServerSettings) -> NoteText:
    """Write a note anew by its server's settings of today, in a server without a language of its own."""
    kind = NoteKinds(standard()).kind_of(stands.body, "kratom", stands.resource_ids, chosen)
    return kind.written(standard(), chosen, "en-US")


@pytest.mark.parametrize("claim", CLAIMS or ["none"])
@pytest.mark.parametrize("crisis", [False, True])
def test_the_answer_and_the_urgency_of_a_note_are_kept(claim: str, crisis: bool) -> None:
    stands = compose(Occasion("kratom", (claim,), crisis), standard(), "en")

    assert anew(stands, ENGLISH) == stands


def test_a_short_note_stays_short_in_a_server_that_wants_full_ones() -> None:
    stands = compose(Occasion("kratom"), standard(), "fr", length=Length.SHORT)

    note = anew(stands, ServerSettings(language="de"))

    assert note == compose(Occasion("kratom"), standard(), "de", length=Length.SHORT)


def test_a_note_in_a_language_that_is_no_longer_chosen_is_written_in_todays() -> None:
    stands = compose(Occasion("kratom"), standard(), "es", own_line="Más en #recursos.")

    assert anew(stands, ENGLISH) == compose_here(Occasion("kratom"), standard(), ENGLISH, "en-US")


@pytest.mark.parametrize("before", COUNTRIES)
def test_a_note_keeps_its_urgency_when_its_server_has_moved_to_another_country(before: str) -> None:
    kinds = NoteKinds(standard())

    for now, crisis in product(COUNTRIES, (False, True)):
        moved, answered = ServerSettings(country=now), Occasion("kratom", crisis=crisis)
        stands = compose(answered, standard(), "en", before)
        kind = kinds.kind_of(stands.body, "kratom", stands.resource_ids, moved)
        note = kind.written(standard(), moved, "en-US")
        assert note == compose(answered, standard(), "en", now)


def test_a_note_that_cannot_be_read_becomes_the_usual_one() -> None:
    kind = NoteKinds(standard()).kind_of(None, "kratom", ("us-988",), ENGLISH)

    assert kind.written(standard(), ENGLISH, "en-US") == compose(Occasion("kratom"), standard(), "en")


@pytest.mark.parametrize("language", sorted(standard().wordings))
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("topic", ["kratom", HELP])
def test_what_takes_a_withdrawn_notes_place_has_help_of_the_right_country(
    language: str, country: str, topic: str
) -> None:
    shelf = Shelf(standard())
    shelf.take_back(Withdrawn(everything=True))
    chosen = ServerSettings(language=language, country=country)

    note = compose_withdrawn(topic, shelf.current, chosen, "")

    assert note.resource_ids
    assert {standard().resources[each].country for each in note.resource_ids} <= {country, None}
    assert note.body.startswith(standard().wordings[language].note.withdrawn)
    assert len(note.body) <= 700
    assert "kratom" not in note.body
