import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.recognition.cascade import SLOW_WINDOWS, Calibration, Cascade, probability
from bot.recognition.claim_ranking import ClaimRanking
from bot.recognition.fold import fold
from bot.recognition.linear import LinearModel, ModelError
from bot.recognition.training.calibrate import save, score
from bot.recognition.transformer import Transformer
from bot.recognition.windows import Stretch, Window

CALIBRATION = Calibration(alone=(2.0, -1.0), both=(0.5, 1.5, 0.25), sure=-2.0)
LINEAR = LinearModel(
    0.0,
    {
        "river": (1.0, -6.0),
        "story": (1.0, -3.0),
        "maybe": (1.0, -1.0),
        "relief": (1.0, 1.0),
        "natural": (1.0, 2.0),
        "cure": (1.0, 3.0),
    },
)
"""Words whose log-odds are their weight, so that a window of one word is as suspicious as that."""


@dataclass
class Ids:
    ids: list[int]


@dataclass
class Reader:
    """A tokenizer and a session in one: notes what it reads, says of each word what it was told to."""

    says: dict[str, float] = field(default_factory=dict[str, float])
    read: list[str] = field(default_factory=list[str])

    def encode(self, sequence: str, /) -> Ids:
        self.read.append(sequence)
        return Ids([len(self.read) - 1])

    def run(self, _: None, feed: dict[str, Any], /) -> Sequence[Any]:
        number = cast("int", feed["input_ids"][0][0])
        return [[self.says.get(self.read[number], 0.0)]]


class NeverAsked(Reader):
    def encode(self, sequence: str, /) -> Ids:
        pytest.fail(f"the transformer was asked about {sequence!r}")


def rows(given: list[list[int]], *, dtype: str) -> list[list[int]]:
    return given


class Failing(Reader):
    def run(self, _: None, feed: dict[str, Any], /) -> Sequence[Any]:
        raise MemoryError(f"no room for kratom cures, {feed['input_ids']}")


def cascade(reader: Reader | None) -> Cascade:
    return Cascade(
        LINEAR, Transformer(reader, reader, rows) if reader else None, CALIBRATION, ClaimRanking({})
    )


def window(word: str) -> Window:
    return Window(Stretch(0, 0, word, fold(word), []), 0, len(word), word, named=True)


def read(models: Cascade, *words: str) -> list[tuple[str, float]]:
    """Read windows of one word each; each with its log-odds, most pitch-like first."""
    glanced = [models.glance(window(word)) for word in words]
    return [(reading.window.text, reading.log_odds) for reading in models.read(glanced)]


def test_what_the_fast_model_is_sure_of_is_not_read_by_the_transformer() -> None:
    assert read(cascade(NeverAsked()), "river", "story") == [("story", -7.0), ("river", -13.0)]


def test_one_uncertain_window_is_enough_to_ask() -> None:
    reader = Reader()
    models = cascade(reader)

    assert not models.is_sure([models.glance(window("river")), models.glance(window("maybe"))])
    read(models, "river", "maybe")

    assert "maybe" in reader.read


def test_the_limit_itself_is_not_sure() -> None:
    limit = LinearModel(0.0, {"edge": (1.0, CALIBRATION.sure)})
    models = Cascade(limit, None, CALIBRATION, ClaimRanking({}))

    assert not models.is_sure([models.glance(window("edge"))])


def test_the_most_suspicious_windows_are_asked_about_and_not_the_first() -> None:
    reader = Reader()
    words = ["river", "story", "maybe", "relief", "cure", "natural"]

    found = read(cascade(reader), *words)

    assert reader.read == ["cure", "natural", "relief"]
    assert len(found) == SLOW_WINDOWS == 3


def test_of_equally_suspicious_windows_the_first_ones_are_read() -> None:
    models = cascade(None)
    glanced = [models.glance(window("cure")) for _ in range(5)]

    assert [id(reading.window) for reading in models.read(glanced)] == [
        id(each.window) for each in glanced[:3]
    ]


def test_both_models_are_weighed_and_say_what_each_added() -> None:
    models = cascade(Reader({"cure": 4.0}))

    (reading,) = models.read([models.glance(window("cure"))])

    assert (reading.by_words, reading.as_whole) == (0.5 * 3.0, 1.5 * 4.0)
    assert reading.log_odds == 0.5 * 3.0 + 1.5 * 4.0 + 0.25


def test_the_transformer_decides_which_window_counts() -> None:
    found = read(cascade(Reader({"cure": -9.0, "relief": 9.0})), "cure", "natural", "relief")

    assert [word for word, _ in found] == ["relief", "natural", "cure"]


def test_without_the_transformer_the_fast_model_judges_alone() -> None:
    models = cascade(None)

    (reading,) = models.read([models.glance(window("cure"))])

    assert (reading.log_odds, reading.by_words, reading.as_whole) == (2.0 * 3.0 - 1.0, 6.0, None)


def test_where_the_transformer_fails_the_fast_model_judges_and_no_text_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert read(cascade(Failing()), "cure") == read(cascade(None), "cure")
    assert "MemoryError" in caplog.text
    assert "kratom" not in caplog.text


def test_a_post_that_is_sure_scores_the_same_settled_or_read() -> None:
    models = cascade(NeverAsked())
    glanced = [models.glance(window(word)) for word in ("river", "story")]

    assert models.harmless(glanced) == probability(models.read(glanced)[0].log_odds)


@given(st.lists(st.sampled_from(sorted(LINEAR.terms)), min_size=1, max_size=9))
def test_the_same_windows_are_read_the_same_way(words: list[str]) -> None:
    says = {"cure": -1.0, "relief": 2.5, "maybe": 7.0}

    assert read(cascade(Reader(says)), *words) == read(cascade(Reader(says)), *words)


@given(st.lists(st.sampled_from(sorted(LINEAR.terms)), min_size=1, max_size=9))
def test_training_scores_as_the_cascade_does(words: list[str]) -> None:
    says = {"cure": -1.0, "relief": 2.5, "maybe": 7.0}
    pairs = [(LINEAR.terms[word][1], says.get(word, 0.0)) for word in words]

    assert score(CALIBRATION, pairs) == probability(read(cascade(Reader(says)), *words)[0][1])


numbers = st.floats(allow_nan=False)


@given(numbers, numbers)
def test_a_score_rises_with_its_log_odds_and_stays_between_nought_and_one(one: float, two: float) -> None:
    low, high = sorted((one, two))

    assert 0.0 <= probability(low) <= probability(high) <= 1.0


def test_even_odds_are_a_half() -> None:
    assert probability(0.0) == 0.5


def broken(change: Callable[[dict[str, Any]], object]) -> str:
    given: dict[str, Any] = {"alone": [1, 0], "both": [1, 1, 0], "sure": -2}
    change(given)
    return json.dumps(given)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "null",
        broken(lambda given: given.pop("sure")),
        broken(lambda given: given.pop("both")),
        broken(lambda given: given.update(alone=[1])),
        broken(lambda given: given.update(both=[1, 1])),
        broken(lambda given: given.update(alone=["much", 0])),
        broken(lambda given: given.update(sure=None)),
        broken(lambda given: given.update(alone=3)),
    ],
)
def test_a_broken_calibration_is_refused_by_name(content: str, tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ModelError, match=r"^[^ ]+/calibration\.json cannot be read as a calibration: "):
        Calibration.load(path)


def test_a_missing_calibration_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"^[^ ]+/calibration\.json cannot be read"):
        Calibration.load(tmp_path / "calibration.json")


def test_a_saved_calibration_loads_as_it_was(tmp_path: Path) -> None:
    save(CALIBRATION, tmp_path / "calibration.json")

    assert Calibration.load(tmp_path / "calibration.json") == CALIBRATION


def test_the_shipped_models_load_once() -> None:
    assert Cascade.shipped("kratom") is Cascade.shipped("kratom")
    assert Cascade.shipped("kratom", slow=False).transformer is None
