"""The words that texts avoid, as the files have them."""

from collections import Counter

import pytest
from pydantic import ValidationError

from bot.knowledge.avoided import Avoided, AvoidedWords, Fault, avoided

LANGUAGES = {"en", "es", "fr", "de", "pt"}


def test_each_kind_of_fault_has_words_in_each_language() -> None:
    listed = {(each.language, group.kind) for each in avoided() for group in each.groups}

    assert listed == {(language, kind) for language in LANGUAGES for kind in Fault}


@pytest.mark.parametrize("spoken", avoided(), ids=lambda each: each.language)
def test_no_word_of_a_language_stands_twice(spoken: Avoided) -> None:
    words = Counter(word for group in spoken.groups for word in group.words)

    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("spoken", avoided(), ids=lambda each: each.language)
def test_no_better_word_is_one_to_avoid(spoken: Avoided) -> None:
    words = {word.lower() for group in spoken.groups for word in group.words}

    assert [group.better for group in spoken.groups if words & set(group.better.lower().split())] == []


def test_a_false_friend_must_be_one_of_the_words() -> None:
    with pytest.raises(ValidationError, match="false_friends has os, which words lacks"):
        AvoidedWords(
            kind=Fault.ACCUSATION,
            words=("vosotros",),
            false_friends=("os",),
            better="este texto",
            sources=("https://example.org",),
        )
