from bot.recognition.cascade import Calibration
from bot.recognition.training.calibrate import Windows
from bot.recognition.training.corpus import Brief, Entry
from bot.recognition.training.report import LONG, Row, table

BRIEFS = {
    kind: Brief(kind, label, group, ["w1"], "S", "write")
    for kind, label, group in (
        ("advert", "pitch", "pitch"),
        ("fact-sheet", "benign", "information"),
        ("talk", "benign", "chat"),
    )
}
CALIBRATION = Calibration(alone=(1.0, 0.0), both=(0.0, 1.0, 0.0), sure=-2.0)


def entry(kind: str, text: str) -> Entry:
    return Entry(text[:20], BRIEFS[kind].label, kind, "w1", "kratom", (), text)


ENTRIES = [
    entry("advert", "kratom " * LONG),
    entry("advert", "Kratom " * (LONG - 1)),
    entry("advert", "red bali heals"),
    entry("advert", "a pitch that the gate leaves out"),
    entry("fact-sheet", "kratom is a tree"),
    entry("fact-sheet", "kratom is a leaf"),
    entry("talk", "day 12"),
    entry("talk", "hello"),
]
SCORED: list[Windows] = [
    [(2.0, 9.0)],
    [(2.0, -9.0), (0.5, 9.0)],
    [(2.0, -9.0)],
    [],
    [(3.0, -9.0)],
    [(-3.0, 9.0)],
    [(-1.0, -9.0)],
    [],
]


def parts() -> tuple[list[str], list[str]]:
    """Give the table's lines by both models and those by the fast one alone."""
    lines = list(table(ENTRIES, SCORED, [0] * len(ENTRIES), CALIBRATION, BRIEFS))
    middle = next(at for at, line in enumerate(lines) if line.startswith("by the fast model alone"))
    return lines[:middle], lines[middle:]


def line(name: str, lines: list[str]) -> str:
    (found,) = (each for each in lines if each.startswith(name))
    return " ".join(found.split())


def test_a_row_says_share_interval_goal_and_whether_it_is_reached() -> None:
    shown = str(Row("long pitches", 9, 10, 0.9, pitches=True))

    assert " ".join(shown.split()) == "long pitches 9 of 10 90.0% (59.6%-98.2%) >= 90.0% reached"


def test_pitches_must_reach_their_goal_and_benign_texts_stay_under_theirs() -> None:
    assert str(Row("pitches", 8, 10, 0.9, pitches=True)).endswith("SHORT")
    assert str(Row("chat", 1, 100, 0.005, pitches=False)).endswith("SHORT")
    assert str(Row("chat", 1, 200, 0.005, pitches=False)).endswith("reached")
    assert "<= 0.5%" in str(Row("chat", 1, 200, 0.005, pitches=False))


def test_a_row_of_nothing_can_be_shown() -> None:
    assert "0 of 0" in str(Row("none", 0, 0, 0.9, pitches=True))


def test_the_table_counts_each_kind_of_text_by_both_models() -> None:
    both, _ = parts()

    assert "1 of 1 100.0%" in line("pitches of 200 words and more", both)
    assert "1 of 3 33.3%" in line("pitches under 200 words", both)
    assert "0 of 2 0.0%" in line("of them without the word kratom", both)
    assert "0 of 2 0.0%" in line("neutral information", both)
    assert "0 of 2 0.0%" in line("community chat", both)
    assert "1 of 4 25.0%" in line("pitches lost by the gate alone", both)


def test_the_table_counts_each_kind_of_text_by_the_fast_model() -> None:
    _, alone = parts()

    assert "2 of 3 66.7%" in line("pitches under 200 words", alone)
    assert "1 of 2 50.0%" in line("neutral information", alone)
    assert line("settled by the fast path", alone) == "settled by the fast path: 37.5% of the passages"


def test_the_table_ends_each_half_with_auc_and_calibration_error() -> None:
    for half in parts():
        assert ">= 0.99" in line("AUC", half)
        assert "<= 0.03" in line("expected calibration error", half)


def test_the_table_of_an_empty_corpus_can_be_written() -> None:
    lines = list(table([], [], [], CALIBRATION, BRIEFS))

    assert any("0 of 0" in each for each in lines)
    assert lines[-1] == "settled by the fast path: 0.0% of the passages"
