from pathlib import Path

import pytest

from bot.recognition.training.calibrate import Windows
from bot.recognition.training.corpus import CorpusError, Entry
from bot.recognition.training.left_out import load, save, writers


def entry(name: str, writer: str = "w1") -> Entry:
    return Entry(name, "benign", "talk", writer, None, (), "a text")


ENTRIES = [entry("w1-talk-01"), entry('w1-"talk"-02'), entry("w2-talk-01", "w2"), entry("w3-talk-01", "w3")]
SCORED: list[Windows] = [[(1.5, -0.25)], [], [(0.125, 3.0), (-2.0, 0.5)], [(-7.0, -8.0)]]


def test_saved_scores_load_as_they_were(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")

    assert load(ENTRIES, tmp_path / "left_out.json") == SCORED


def test_scores_are_found_by_id_and_not_by_place(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")

    assert load(ENTRIES[:0:-1], tmp_path / "left_out.json") == SCORED[:0:-1]


def test_scores_are_kept_to_three_digits(tmp_path: Path) -> None:
    save(ENTRIES[:1], [[(0.123456, -1.98765)]], tmp_path / "left_out.json")

    assert load(ENTRIES[:1], tmp_path / "left_out.json") == [[(0.123, -1.988)]]


def test_the_same_scores_are_the_same_file_a_line_per_passage(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        save(ENTRIES, SCORED, tmp_path / name)

    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert len((tmp_path / "one.json").read_text(encoding="utf-8").splitlines()) == len(ENTRIES) + 2


def test_a_passage_without_a_score_says_that_the_corpus_has_changed(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")

    with pytest.raises(CorpusError, match=r"^left_out\.json has no score for 'w9-new-01'"):
        load([*ENTRIES, entry("w9-new-01")], tmp_path / "left_out.json")


def test_every_passage_needs_its_scores(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="shorter"):
        save(ENTRIES, SCORED[:2], tmp_path / "left_out.json")


def test_all_passages_of_a_writer_are_in_one_fold() -> None:
    folds = writers(ENTRIES, 2)

    assert sorted(index for fold in folds for index in fold) == [0, 1, 2, 3]
    assert any(fold >= {0, 1} for fold in folds)
    assert folds == writers(ENTRIES, 2)


def test_a_fold_may_be_left_without_a_writer() -> None:
    assert sorted(map(len, writers(ENTRIES, 5))) == [0, 0, 1, 1, 2]
