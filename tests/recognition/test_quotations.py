"""Quotations: what keeps its distance is judged by its own words, and nothing else is."""

import pytest

from bot.policy import DEFAULT_THRESHOLD
from bot.posts import Passage, Post
from bot.recognition import Recogniser
from bot.recognition.quotations import keeps_distance, own_words

PITCH = (
    "Kratom eases opioid withdrawal and takes the cravings away. It is natural and safe, it is not "
    "addictive, and it has no side effects. Order from my shop today!"
)
OBJECTION = "That is not true. I was hooked on it for two years, please don't stop your medicine for this."


def quoted(text: str) -> str:
    """Quote a text as Discord does."""
    return "\n".join(f"> {line}" for line in text.splitlines())


def test_own_words_keep_their_place() -> None:
    text = f"{quoted(PITCH)}\n{OBJECTION}"

    own = own_words(Post.of_text(text))

    assert own is not None
    assert len(own.text) == len(text)
    assert own.text.strip() == OBJECTION
    assert own.text.index(OBJECTION) == text.index(OBJECTION)


@pytest.mark.parametrize("text", [PITCH, quoted(PITCH), f"{quoted(PITCH)}\nlol", f">>> {PITCH}\n{OBJECTION}"])
def test_without_words_of_ones_own_there_is_nothing_to_tell_apart(text: str) -> None:
    assert own_words(Post.of_text(text)) is None


@pytest.mark.parametrize(
    ("words", "distant"),
    [
        (OBJECTION, True),
        ("this is dangerous nonsense", True),
        ("saw this on facebook, is any of it true?", True),
        ("so true, everyone should read this and order some", False),
        ("this. all of it. just try it tonight", False),
        ("is it true? yes. try it tonight", False),
    ],
)
def test_an_objection_and_a_mere_question_keep_their_distance(words: str, distant: bool) -> None:
    assert keeps_distance(Post.of_text(words)) is distant


def test_a_pitch_below_a_quoted_doubt_is_still_a_pitch() -> None:
    verdict = Recogniser.standard().judge(Post.of_text(f"> is this stuff safe?\nThat is not true. {PITCH}"))

    assert verdict.score >= DEFAULT_THRESHOLD


def test_claims_of_the_quotation_are_not_the_writers() -> None:
    verdict = Recogniser.standard().judge(Post.of_text(f"{quoted(PITCH)}\n{OBJECTION}"))

    assert verdict.score < DEFAULT_THRESHOLD
    assert verdict.claims == ()
    assert verdict.reasons[0].startswith("quotes somebody else's words, and objects to them: “Kratom eases")


def test_a_quotation_in_one_passage_and_the_objection_in_another_belong_together() -> None:
    post = Post((Passage(quoted(PITCH)), Passage(OBJECTION)))

    assert Recogniser.standard().judge(post).score < DEFAULT_THRESHOLD
