"""Which notes have to be written anew, and what they become."""

import pytest

from bot.correction import Anew
from bot.knowledge import Shelf, Withdrawn, standard
from bot.note import Occasion, compose, compose_help
from bot.note.text import NoteText
from bot.server_settings import ServerSettings
from bot.store import ShownNote

PLAIN = ServerSettings()
LINE = Withdrawn(resources=frozenset({"us-988"}))
EVERYTHING = Withdrawn(everything=True)


def anew(withdrawn: Withdrawn) -> Anew:
    shelf = Shelf(standard())
    shelf.take_back(withdrawn)
    return Anew(shelf)


def row(note: NoteText) -> ShownNote:
    return ShownNote(3, 1, 2, note.topic, note.resource_ids, note.text_version)


KRATOM = compose(Occasion("kratom"), standard())
HELPING = compose_help(standard())


@pytest.mark.parametrize("note", [KRATOM, HELPING], ids=["kratom", "help"])
@pytest.mark.parametrize("withdrawn", [LINE, EVERYTHING], ids=["a line", "everything"])
def test_a_note_that_was_corrected_is_right(note: NoteText, withdrawn: Withdrawn) -> None:
    correcting = anew(withdrawn)
    assert correcting.is_due(row(note), PLAIN)

    text = correcting.written(row(note), note.body, PLAIN, "en-US")

    assert not correcting.is_due(row(text), PLAIN)
    assert text.topic == note.topic
    assert not withdrawn.resources & set(text.resource_ids)


@pytest.mark.parametrize("note", [KRATOM, HELPING], ids=["kratom", "help"])
def test_with_nothing_withdrawn_no_note_is_due(note: NoteText) -> None:
    assert not anew(Withdrawn()).is_due(row(note), PLAIN)


def test_help_for_a_hard_day_outlives_a_withdrawn_topic() -> None:
    correcting = anew(Withdrawn(topics=frozenset({"kratom"})))

    assert correcting.is_due(row(KRATOM), PLAIN)
    assert not correcting.is_due(row(HELPING), PLAIN)


def test_a_topic_that_this_version_lacks_is_taken_back_rather_than_left_with_a_dead_number() -> None:
    old = ShownNote(3, 1, 2, "of-old", ("us-988",), "0")
    correcting = anew(LINE)

    text = correcting.written(old, None, PLAIN, "en-US")

    assert not correcting.needs_words(old)
    assert "988" not in text.body
    assert text.body.startswith(standard().wordings["en"].note.withdrawn)
    assert text.topic == "of-old"


def test_a_note_that_was_taken_back_stays_so_when_its_topic_is_restored_and_a_number_goes() -> None:
    everything = anew(EVERYTHING)
    taken_back = everything.written(row(KRATOM), KRATOM.body, PLAIN, "en-US")
    correcting = anew(LINE)
    assert correcting.is_due(row(taken_back), PLAIN)

    text = correcting.written(row(taken_back), taken_back.body, PLAIN, "en-US")

    assert text.body.startswith(standard().wordings["en"].note.withdrawn)
    assert "988" not in text.body
