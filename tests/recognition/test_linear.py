from math import sqrt
from pathlib import Path

import pytest

from bot.recognition.linear import LinearModel, ModelError, features
from bot.recognition.training.fit_linear import save

MODEL = LinearModel(
    -0.5,
    {
        "heals": (4.0, 3.0),
        "pain": (9.0, 1.5),
        "heals pain": (16.0, 6.0),
        "day": (1.0, -2.0),
        "7": (1.0, 0.25),
    },
)


def test_features_are_words_and_pairs_each_once() -> None:
    assert features("it heals, it doesn't") == [
        "it", "heals", "doesn't", "it heals", "heals it", "it doesn't",
    ]  # fmt: skip


def test_signs_that_change_what_is_said_are_words_too() -> None:
    assert features("50% off!?")[:5] == ["50", "%", "off", "!", "?"]
    assert features("") == []


def test_a_text_moves_the_bias_by_its_weighted_terms() -> None:
    assert MODEL.log_odds("heals pain") == pytest.approx(-0.5 + (3.0 + 1.5 + 6.0) / sqrt(4.0 + 9.0 + 16.0))
    assert MODEL.log_odds("day") == pytest.approx(-2.5)


def test_unknown_words_count_for_nothing() -> None:
    assert MODEL.log_odds("xyzzy heals plugh, frotz") == MODEL.log_odds("heals")
    assert MODEL.log_odds("xyzzy") == MODEL.log_odds("") == MODEL.bias


def test_a_repeated_word_counts_once() -> None:
    assert MODEL.log_odds("day day day") == MODEL.log_odds("day")


def test_the_words_of_a_model_are_its_single_words() -> None:
    assert MODEL.words == {"heals", "pain", "day"}


def test_a_word_is_the_rarer_the_fewer_windows_hold_it() -> None:
    assert MODEL.rarities == {"heals": 1.0, "pain": 2.0, "day": 0.0, "7": 0.0}


def test_parts_say_what_each_sentence_adds() -> None:
    pitch, story, neither = MODEL.parts(["it heals pain", "day 7", "xyzzy"])

    length = sqrt(4 + 9 + 16 + 1 + 1)
    assert pitch == pytest.approx(10.5 / length)
    assert story == pytest.approx(-1.75 / length)
    assert neither == 0.0


def test_the_parts_of_one_sentence_are_the_whole_without_the_bias() -> None:
    (part,) = MODEL.parts(["heals pain day"])

    assert part + MODEL.bias == pytest.approx(MODEL.log_odds("heals pain day"))


def test_a_word_is_the_part_of_the_sentence_that_says_it_first() -> None:
    assert MODEL.parts(["heals", "heals"])[1] == 0.0
    assert MODEL.parts([]) == []
    assert MODEL.parts(["xyzzy"]) == [0.0]


def test_a_saved_model_loads_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "linear.tsv"

    save(MODEL, path)

    assert LinearModel.load(path) == MODEL


def test_a_loaded_model_saves_to_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.tsv", tmp_path / "second.tsv"
    save(LinearModel(1 / 3, {"b": (2.0, 1 / 7), "a b": (3.0, -1 / 9), "a": (5.0, 0.0)}), first)

    save(LinearModel.load(first), second)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"heavy\n",
        b"0.5\nheals\t2.0\n",
        b"0.5\nheals\t2.0\t1.0\t1.0\n",
        b"0.5\nheals\ttwo\t1.0\n",
        b"0.5\nheals\t2.0\t\n",
        b"0.5\n\n",
        b"\xff\xfe\x00",
    ],
)
def test_a_broken_file_is_refused_by_name(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "linear.tsv"
    path.write_bytes(content)

    with pytest.raises(ModelError, match=r"^[^ ]+/linear\.tsv cannot be read as a model: ") as refused:
        LinearModel.load(path)

    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^[^ ]+/linear\.tsv cannot be read"):
        LinearModel.load(tmp_path / "linear.tsv")
