"""What the models are given of a disguised pitch. Their scores: `evaluate --disguised`."""

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition.cascade import Cascade
from bot.recognition.gate import Gate, Names
from bot.recognition.windows import STRETCH, Window, windows
from tests.bench.disguises import DISGUISES
from tests.bench.sets import read_lines

PITCHES = Path(__file__).parents[1] / "data" / "heldout_pitches.jsonl"
MANY = 25

LOSSY = {
    "l33t digits": (0.75, 0.9),
    "l33t signs": (0.75, 0.9),
    "s p a c e d": (0.6, 0.7),
    "d.o.t.t.e.d": (0.9, 0.97),
}
"""Disguises that lose something (short words, signs): the least likeness, and that of half the texts."""

TOPIC = built_in()[0]
NAMES = Names(TOPIC)
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@cache
def gate() -> Gate:
    """Make the gate that the bot has: it knows the model's words."""
    return Gate([NAMES], Cascade.shipped(TOPIC.id, slow=False).linear.words)


def cut(text: str) -> list[Window]:
    return windows(Post.of_text(text), gate(), NAMES)


def read(text: str) -> list[str]:
    """Give the words that the models read, in order."""
    return _WORD.findall(" ".join(window.text for window in cut(text)))


def pitches() -> list[str]:
    """Choose held-out pitches that stay in one stretch however they are disguised and say the topic's name.

    Names of two words have a test of their own.
    """
    texts = [line.get("text", "") for line in read_lines(PITCHES)]
    fitting = [text for text in texts if "kratom" in text.lower() and len(text) < STRETCH // 4]
    return fitting[:: len(fitting) // MANY][:MANY]


CHOSEN = pitches()


def test_there_are_enough_pitches_to_disguise() -> None:
    assert len(CHOSEN) == MANY
    assert all(
        change(text) != text for change in DISGUISES.values() for text in CHOSEN if text != text.upper()
    )


@pytest.mark.parametrize("name", sorted(DISGUISES.keys() - LOSSY.keys()))
def test_a_disguised_pitch_is_read_as_the_plain_one(name: str) -> None:
    for text in CHOSEN:
        assert read(DISGUISES[name](text)) == read(text)


@pytest.mark.parametrize("name", LOSSY)
def test_a_pitch_whose_disguise_loses_something_is_read_nearly_as_the_plain_one(name: str) -> None:
    least, usual = LOSSY[name]

    alike = sorted(
        SequenceMatcher(None, read(DISGUISES[name](text)), read(text), autojunk=False).ratio()
        for text in CHOSEN
    )

    assert alike[0] >= least
    assert alike[len(alike) // 2] >= usual


@pytest.mark.parametrize("name", DISGUISES)
def test_the_topics_name_is_found_under_each_disguise(name: str) -> None:
    for text in CHOSEN:
        assert any(window.named for window in cut(DISGUISES[name](text))), text[:80]


@pytest.mark.parametrize("name", DISGUISES)
def test_a_name_of_two_words_is_found_too(name: str) -> None:
    text = "Friends, green malay takes the pain away, and maeng da gets you through withdrawal."

    (window,) = cut(DISGUISES[name](text))

    assert [mention.kind for mention in window.stretch.mentions] == ["topic", "topic"]
