import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.recognition.training.corpus import (
    CorpusError,
    Entry,
    at_random,
    briefs,
    leave_writers_out,
    load,
    nearest_pairs,
    read,
    share_of,
    shingles,
)

ROW: dict[str, Any] = {
    "id": "w1-advert-01",
    "label": "pitch",
    "kind": "advert",
    "writer": "w1",
    "topic": "kratom",
    "claims": ["pain"],
    "text": "Kratom eases pain.",
}


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def entry(name: str, text: str) -> Entry:
    return Entry(name, "benign", "talk", "w1", None, (), text)


def test_a_line_is_a_passage(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path / "w1.jsonl", ROW))

    assert found == Entry("w1-advert-01", "pitch", "advert", "w1", "kratom", ("pain",), "Kratom eases pain.")
    assert found.is_pitch
    assert found.words == 3


def test_a_passage_may_be_about_no_topic(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path / "w1.jsonl", ROW | {"topic": None, "label": "benign"}))

    assert found.topic is None
    assert not found.is_pitch


@pytest.mark.parametrize("lost", ROW)
def test_a_line_that_lacks_a_field_is_refused_by_file_and_line(lost: str, tmp_path: Path) -> None:
    path = written(tmp_path / "w1.jsonl", ROW, {name: value for name, value in ROW.items() if name != lost})

    with pytest.raises(CorpusError, match=rf"^w1\.jsonl, line 2: .*{lost}"):
        read(path)


@pytest.mark.parametrize("line", ["{", "[]", "3", '"text"', ""])
def test_a_line_that_is_no_passage_is_refused_by_file_and_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "w1.jsonl"
    path.write_text(f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n{line}\n", encoding="utf-8")

    with pytest.raises(CorpusError, match=r"^w1\.jsonl, line 3: "):
        read(path)


def test_a_third_label_is_refused_by_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"^w1\.jsonl, line 1: label 'maybe'"):
        read(written(tmp_path / "w1.jsonl", ROW | {"label": "maybe"}))


def test_a_folder_is_read_in_order_of_its_files(tmp_path: Path) -> None:
    written(tmp_path / "w2.jsonl", ROW | {"id": "c"})
    written(tmp_path / "w1.jsonl", ROW | {"id": "a"}, ROW | {"id": "b"})
    (tmp_path / "second_reading.json").write_text("{}", encoding="utf-8")

    assert [each.id for each in load(tmp_path)] == ["a", "b", "c"]


def test_every_passage_of_the_corpus_follows_a_brief() -> None:
    asked = briefs()

    for each in load():
        assert each.writer in asked[each.kind].writers, each.id
        assert each.label == asked[each.kind].label, each.id


writers = st.lists(st.sampled_from([f"w{number:02}" for number in range(30)]), min_size=1)


@given(writers, st.integers(1, 10))
def test_each_writer_is_left_out_exactly_once(given_: list[str], folds: int) -> None:
    dealt = leave_writers_out(given_, folds)

    assert len(dealt) == folds
    assert sorted(writer for fold in dealt for writer in fold) == sorted(set(given_))
    assert max(map(len, dealt)) - min(map(len, dealt)) <= 1


@given(writers, st.integers(1, 10))
def test_the_folds_depend_on_who_wrote_and_on_nothing_else(given_: list[str], folds: int) -> None:
    assert leave_writers_out(reversed(given_ * 2), folds) == leave_writers_out(given_, folds)


@given(st.integers(0, 50), st.integers(1, 10))
def test_a_random_deal_holds_each_passage_once_and_is_always_the_same(passages: int, folds: int) -> None:
    dealt = at_random(passages, folds)

    assert sorted(index for fold in dealt for index in fold) == list(range(passages))
    assert dealt == at_random(passages, folds)


def test_shingles_are_runs_of_words_without_case_and_signs() -> None:
    assert shingles("One two, THREE — four!", 2) == {
        ("one", "two"),
        ("two", "three"),
        ("three", "four"),
    }
    assert shingles("one two three four five") == {("one", "two", "three", "four", "five")}
    assert shingles("four words are few") == frozenset()


def test_the_share_is_that_of_the_shorter_text() -> None:
    long, short = shingles("a b c d e f g", 2), shingles("c d e x", 2)

    assert share_of(long, short) == share_of(short, long) == pytest.approx(2 / 3)
    assert share_of(long, frozenset()) == 0.0


def test_near_copies_are_found_most_alike_first() -> None:
    tale = "we walked along the river and fed the ducks and had soup at home"
    near = [
        entry("whole", tale),
        entry("other", "nobody here has heard of any of that and nobody wants to"),
        entry("half", "we walked along the river and fed the cat some very old stale bread"),
        entry("copy", tale.upper() + "!"),
    ]

    found = nearest_pairs(near, 0.2)

    assert [(one.id, two.id) for _, one, two in found] == [
        ("whole", "copy"),
        ("whole", "half"),
        ("half", "copy"),
    ]
    assert found[0][0] == 1.0
    assert found[1][0] == pytest.approx(4 / 10)
    assert nearest_pairs(near, 0.5) == found[:1]
    assert nearest_pairs([], 0.2) == []
