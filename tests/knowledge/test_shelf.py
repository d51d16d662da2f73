"""What is left to show once something was withdrawn."""

import pytest

from bot.knowledge import Knowledge, Shelf, Withdrawn, standard
from bot.knowledge.shelf import topics_of

DIRECTORY = "findahelpline"
"""What a country without lines of its own shows: without it, it has none."""


def resources(*ids: str) -> Withdrawn:
    return Withdrawn(resources=frozenset(ids))


def test_with_nothing_withdrawn_the_knowledge_is_the_very_same() -> None:
    shelf = Shelf(standard())

    assert shelf.current is shelf.offered is standard()
    assert shelf.topics_withdrawn == frozenset()


@pytest.mark.parametrize("gone", sorted(standard().resources))
def test_each_single_resource_can_be_withdrawn_and_is_listed_nowhere(gone: str) -> None:
    left = standard().without(resources(gone))

    for country in standard().countries:
        shown = (*left.lines(country), *left.offered(country), *left.noted(country), *left.always(country))
        assert gone not in {each.id for each in shown}
        assert left.noted(country) or gone == DIRECTORY


def test_without_all_of_a_countrys_lines_no_other_countrys_take_their_place() -> None:
    own = resources(*(each.id for each in standard().lines("US")))

    assert [each.country for each in standard().without(own).noted("US")] == [None]


def test_a_withdrawn_topic_has_no_words_in_any_language() -> None:
    left = standard().without(Withdrawn(topics=frozenset({"kratom"})))

    assert not any("kratom" in words.topics for words in left.wordings.values())
    assert all("kratom" in words.topics for words in standard().wordings.values())


def test_all_notes_are_the_notes_of_all_topics() -> None:
    shelf = Shelf(standard())

    shelf.take_back(Withdrawn(everything=True))

    assert shelf.topics_withdrawn == topics_of(standard())
    assert not any(words.topics for words in shelf.current.wordings.values())
    assert shelf.current.resources == standard().resources


def test_who_tries_out_a_wording_sees_a_withdrawn_topic_without_the_withdrawn_resource() -> None:
    shelf = Shelf(standard())

    shelf.take_back(Withdrawn(frozenset({"us-988"}), frozenset({"kratom"})))

    assert "kratom" in shelf.offered.wordings["en"].topics
    assert "us-988" not in shelf.offered.resources


def test_what_is_restored_is_there_again() -> None:
    shelf = Shelf(standard())
    shelf.take_back(Withdrawn(everything=True))

    shelf.take_back(Withdrawn())

    known: Knowledge = shelf.current
    assert known is standard()
