"""What moved a score, said in both languages: nothing that the recogniser names stays in English."""

from importlib.resources import files

import pytest

from bot.desk.signals import NAMES, signal_words
from bot.posts import Post
from bot.recognition import Recogniser
from bot.texts import texts_in

from .texts import CLAIMS_WITHOUT_A_NAME, LONG_PITCH, ONE_YEAR_OFF, OWN_STORY, PIECES, PITCH, QUESTION, TITLE

SAID = (
    PITCH,
    LONG_PITCH,
    OWN_STORY,
    ONE_YEAR_OFF,
    QUESTION,
    f"{TITLE}\n{CLAIMS_WITHOUT_A_NAME}",
    " ".join(PIECES),
    f"> {PITCH}\nthis is wrong and dangerous, please do not believe it",
    f"> {PITCH}\nso true, everyone should read this",
)


def test_each_name_is_one_that_the_recogniser_uses() -> None:
    source = "".join(
        (files("bot.recognition") / name).read_text(encoding="utf-8")
        for name in ("explain.py", "quotations.py", "recogniser.py", "verdict.py")
    )

    assert [words for words in NAMES if f'"{words}"' not in source] == []


def test_whatever_moves_a_score_is_said_in_spanish() -> None:
    spanish, found = texts_in("es"), set[str]()
    for text in SAID:
        verdict = Recogniser.standard().judge(Post.of_text(text))
        found |= {signal.words for signal in verdict.signals}

    assert len(found) >= 10
    assert [words for words in found if signal_words(spanish, "kratom", words) == words] == []


@pytest.mark.parametrize(
    ("words", "spanish"),
    [
        ("says that it relieves pain", "dice que quita el dolor"),
        ("asserts 4 different claims", "hace 4 afirmaciones distintas"),
        (
            "matches the known article case 3: 98% of one stands in the other",
            "coincide con un artículo conocido, caso 3: 98 % de uno está en el otro",
        ),
    ],
)
def test_what_carries_a_value_keeps_it(words: str, spanish: str) -> None:
    assert signal_words(texts_in("es"), "kratom", words) == spanish


def test_words_that_have_no_text_are_said_as_they_are() -> None:
    assert signal_words(texts_in("es"), "kratom", "smells of pitch") == "smells of pitch"
