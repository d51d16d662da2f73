"""The words that a server's own line avoids, as the file has them."""

from collections import Counter

from bot.knowledge import standard
from bot.knowledge.avoided import Fault, avoided


def test_each_kind_of_fault_has_words_in_each_language_of_the_notes() -> None:
    listed = {(each.language, each.kind) for each in avoided()}

    assert listed == {(language, kind) for language in standard().wordings for kind in Fault}


def test_no_word_stands_twice() -> None:
    words = Counter(word for group in avoided() for word in group.words)

    assert [word for word, times in words.items() if times > 1] == []


def test_no_better_word_is_one_to_avoid() -> None:
    words = {word for group in avoided() for word in group.words}

    assert [group.better for group in avoided() if words & set(group.better.lower().split())] == []
