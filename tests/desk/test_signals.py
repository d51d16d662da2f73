"""What moved a score is said in each language that the desk speaks, whatever the recogniser says of it."""

from collections.abc import Iterator

import pytest

from bot.desk.signals import SPOKEN, article_name, signal_text
from bot.posts import Post
from bot.recognition import Recogniser, Signal
from bot.recognition import explain as explaining
from bot.recognition import quotations as quoting
from bot.recognition import recogniser as recognising
from bot.recognition.verdict import LEFT_AT_THE_GATE
from bot.texts import texts_in

from ..behaviour.texts import LONG_PITCH, ONE_YEAR_OFF, OWN_STORY, PITCH, QUESTION


def sentences() -> Iterator[str]:
    """Return the fixed sentences of the recogniser."""
    for name in ("_SELLS", "_SELLS_NOT", "_WORDED_FOR", "_WORDED_AGAINST"):
        yield vars(explaining)[name]
    for name in ("_AGAINST", "_FOR", "_WARNS"):
        yield from vars(explaining)[name].values()
    for name in ("_OBJECTED", "_PRAISED"):
        yield vars(quoting)[name]
    for name in ("_LEFT_BEHIND", "_ELSEWHERE"):
        yield vars(recognising)[name]
    yield from (signal.words for signal in LEFT_AT_THE_GATE.signals)


def test_the_catalogue_knows_each_sentence_of_the_recogniser_and_no_other() -> None:
    assert set(sentences()) == set(SPOKEN)


def test_in_english_they_are_said_as_the_recogniser_says_them() -> None:
    texts = texts_in("en")

    assert [signal_text(texts, Signal(words, 1.0), {}) for words in SPOKEN] == [*SPOKEN]


@pytest.mark.parametrize("text", [PITCH, LONG_PITCH, ONE_YEAR_OFF, OWN_STORY, QUESTION])
def test_nothing_is_left_in_english_for_who_reads_spanish(text: str) -> None:
    texts = texts_in("es")

    for signal in Recogniser.standard().judge(Post.of_text(text)).signals:
        assert signal_text(texts, signal, {}) != signal.words


def test_what_a_sentence_claims_is_said_in_the_readers_words() -> None:
    claimed = Signal("says that it relieves pain", 1.0)

    assert signal_text(texts_in("es"), claimed, {"relieves pain": "quita el dolor"}).endswith(
        "quita el dolor"
    )


def test_a_known_case_and_a_known_article_are_named() -> None:
    spanish = texts_in("es")

    assert article_name(spanish, "case 12") == "caso 12"
    assert article_name(spanish, "The Leaf") == "The Leaf"
    matched = Signal("matches the known article case 12: 63% of one stands in the other", 2.5)
    assert signal_text(spanish, matched, {}) == "coincide con caso 12: 63% de uno está en el otro"
