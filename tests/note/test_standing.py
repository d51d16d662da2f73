"""Writing a standing note anew: of the same kind, by the settings of today."""

import pytest

from bot.knowledge import Shelf, Withdrawn, standard
from bot.note import HELP, Occasion, compose, compose_here, compose_withdrawn, writes_like
from bot.server_settings import ServerSettings

ENGLISH = ServerSettings()
COUNTRIES = sorted(standard().countries)


@pytest.mark.parametrize("claim", sorted(standard().wordings["en"].topics["kratom"].answers) or ["none"])
@pytest.mark.parametrize("crisis", [False, True])
def test_the_answer_and_the_urgency_of_a_note_are_kept(claim: str, crisis: bool) -> None:
    stands = compose(Occasion("kratom", (claim,), crisis), standard(), "en")

    write = writes_like(stands.body, "kratom", standard(), ENGLISH, "en-US")

    assert write(standard(), "en-US") == stands


def test_a_note_in_a_language_that_is_no_longer_chosen_is_written_in_todays() -> None:
    stands = compose(Occasion("kratom"), standard(), "es", own_line="Más en #recursos.")

    write = writes_like(stands.body, "kratom", standard(), ENGLISH, "en-US")

    assert write(standard(), "en-US") == compose_here(Occasion("kratom"), standard(), ENGLISH, "en-US")


def test_a_note_that_cannot_be_read_becomes_the_usual_one() -> None:
    write = writes_like(None, "kratom", standard(), ENGLISH, "en-US")

    assert write(standard(), "en-US") == compose(Occasion("kratom"), standard(), "en")


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
