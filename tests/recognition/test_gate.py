import pytest

from bot.knowledge.topics import built_in
from bot.recognition.fold import fold
from bot.recognition.gate import Gate, Names

NAMES = [Names(topic) for topic in built_in()]
GATE = Gate(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "good morning all, how did everyone sleep?",
        "I went to the clinic today, they were kind. It’s a start – one day at a time… 😀",
        "",
        "day 4 off dope, legs won't stay still",
        "https://example.org/a/b?c=d#e",
    ],
)
def test_talk_without_a_topic_leaves(text: str) -> None:
    assert not GATE.lets_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "kratom",
        "KRATOM!",
        "kraaaatom",
        "kr4t0m",
        "k r a t o m",
        "k.r.a.t.o.m",
        "k🌿r🌿a🌿t🌿o🌿m",
        "[kra](http://a.example)tom",
        "k<:x:1>ratom",
        "ｋｒａｔｏｍ",
        "кратом",
        "🅺🆁🅰🆃🅾🅼",
        "kra\u200btom",
        "krátom",
        "mitragynine",
        "7-OH",
        "7 hydroxy",
        "maeng da",
        "this botanical",
    ],
)
def test_a_name_gets_in_however_it_is_written(text: str) -> None:
    assert GATE.lets_in(text)


def test_every_name_and_hint_of_every_topic_gets_in() -> None:
    for each in NAMES:
        for name in (*each.topic.names, *each.topic.hints):
            assert GATE.lets_in(f"so {name} then"), name
            assert each.mentions(fold(f"so {name} then")), name


@pytest.mark.parametrize(
    "text", ["a duck rat", "herbert plantation", "17 ohm resistor", "transplant", "hydroxyzine 25"]
)
def test_what_only_holds_a_names_letters_is_no_mention(text: str) -> None:
    assert not any(each.mentions(fold(text)) for each in NAMES)


def test_a_long_name_is_found_inside_a_word_and_a_short_one_is_not() -> None:
    kratom = NAMES[0]

    assert [mention.kind for mention in kratom.mentions(fold("#kratomlife"))] == ["topic"]
    assert not kratom.mentions(fold("popmsx"))
