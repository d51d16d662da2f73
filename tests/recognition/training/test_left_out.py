from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge.topics import built_in
from bot.recognition.cascade import Cascade
from bot.recognition.training.calibrate import Windows
from bot.recognition.training.corpus import CorpusError, Entry
from bot.recognition.training.examples import Cutter
from bot.recognition.training.left_out import by_shipped, load, save, writers

TOPIC = built_in()[0]


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


def test_a_passage_whose_text_has_changed_says_so(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")

    with pytest.raises(CorpusError, match=r"^'w2-talk-01' has changed since it was scored"):
        load([*ENTRIES[:2], replace(ENTRIES[2], text="another text")], tmp_path / "left_out.json")


def test_every_passage_needs_its_scores(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="shorter"):
        save(ENTRIES, SCORED[:2], tmp_path / "left_out.json")


def test_a_new_writer_is_scored_by_the_models_from_before(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")
    new = replace(entry("w9-new-01", "w9"), text="Kratom ended my withdrawal, and it will end yours.")
    shipped = Cascade.shipped(TOPIC.id)

    *kept, scored = by_shipped([*ENTRIES, new], Cutter(TOPIC), shipped, tmp_path / "left_out.json")

    assert kept == SCORED
    ((linear, whole),) = scored
    window = "kratom ended my withdrawal, and it will end yours."
    assert linear == shipped.linear.log_odds(window)
    assert shipped.transformer is not None
    assert whole == shipped.transformer.log_odds(window)


def test_the_models_from_before_do_not_score_a_writer_they_have_seen(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")

    with pytest.raises(CorpusError, match=r"^left_out\.json has no score for 'w1-new-01'"):
        by_shipped(
            [*ENTRIES, entry("w1-new-01")],
            Cutter(TOPIC),
            Cascade.shipped(TOPIC.id),
            tmp_path / "left_out.json",
        )


def test_new_writers_are_not_scored_without_the_transformer(tmp_path: Path) -> None:
    save(ENTRIES, SCORED, tmp_path / "left_out.json")

    with pytest.raises(CorpusError, match="install the extra slow"):
        by_shipped(ENTRIES, Cutter(TOPIC), Cascade.shipped(TOPIC.id, slow=False), tmp_path / "left_out.json")


def test_all_passages_of_a_writer_are_in_one_fold() -> None:
    folds = writers(ENTRIES, 2)

    assert sorted(index for fold in folds for index in fold) == [0, 1, 2, 3]
    assert any(fold >= {0, 1} for fold in folds)
    assert folds == writers(ENTRIES, 2)


def test_a_fold_may_be_left_without_a_writer() -> None:
    assert sorted(map(len, writers(ENTRIES, 5))) == [0, 0, 1, 1, 2]
