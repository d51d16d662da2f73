"""Phrases that several rooms need: each mode and reason in words, in each language."""

import pytest

from bot.policy import Mode, Reason
from bot.texts import LANGUAGES, decimal, duration, listed, mode_name, percent, reason_text, texts_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mode_and_reason_has_words_of_its_own(language: str) -> None:
    texts = texts_in(language)

    assert len({mode_name(texts, mode) for mode in Mode}) == len(Mode)
    assert len({reason_text(texts, reason) for reason in Reason}) == len(Reason) - 1


def test_moderators_cannot_tell_who_opted_out_from_who_is_exempt() -> None:
    for language in LANGUAGES:
        texts = texts_in(language)
        assert reason_text(texts, Reason.OPTED_OUT) == reason_text(texts, Reason.EXEMPT_MEMBER)


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 second"), (90, "90 seconds"), (120, "2 minutes"), (7200, "2 hours")]
)
def test_a_time_span_is_written_in_the_largest_whole_unit(seconds: int, said: str) -> None:
    assert duration(texts_in("en"), seconds) == said


def test_of_many_names_the_first_few_are_listed() -> None:
    texts = texts_in("en")

    assert listed(texts, ["a", "b"], 2) == "a, b"
    assert listed(texts, ["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_scores_and_shares_are_written_as_the_language_writes_numbers() -> None:
    english, spanish = texts_in("en"), texts_in("es")

    assert (decimal(english, 0.8), percent(english, 0.85)) == ("0.80", "85%")
    assert (decimal(spanish, 0.8), percent(spanish, 0.85)) == ("0,80", "85\N{NO-BREAK SPACE}%")
