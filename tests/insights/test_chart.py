"""The chart: drawn in a process of its own, readable on any background and on a phone."""

import struct
import subprocess
import sys

import pytest

from bot.insights import drawing
from bot.insights.chart import CARD, GRID, MARKS, TEXT
from bot.insights.drawing import Bars, Chart, ChartError, Panel, draw

WEEKS = tuple(f"{day} Nov" for day in range(1, 13))
CHART = Chart(WEEKS, (Panel("Posts", (Bars("posts", tuple(range(12))),)),))


def luminance(colour: str) -> float:
    """Return a colour's relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


async def test_it_is_a_picture_that_a_phone_can_show() -> None:
    picture = await draw(CHART)

    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (1000, 1120)
    assert len(picture) < 500_000


@pytest.mark.parametrize("weeks", [1, 2, 52])
async def test_any_number_of_weeks_and_no_counts_at_all_are_drawn(weeks: int) -> None:
    chart = Chart(("2 Nov",) * weeks, (Panel("Posts", (Bars("posts", (0,) * weeks),)),) * 3)

    assert await draw(chart)


def test_words_and_marks_stand_out_from_the_card() -> None:
    assert contrast(TEXT, CARD) >= 4.5  # WCAG 2.2, 1.4.3
    assert all(contrast(mark, CARD) >= 3 for mark in (*MARKS, GRID))  # 1.4.11


def test_marks_side_by_side_differ_in_lightness_too() -> None:
    assert contrast(MARKS[0], MARKS[1]) > 1.1


async def test_a_process_that_fails_says_why_in_one_line() -> None:
    with pytest.raises(ChartError) as failed:
        await draw(Chart((), ()))

    assert "\n" not in str(failed.value)
    assert str(failed.value)


async def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "DRAWING_SECONDS", 0.0)

    with pytest.raises(ChartError, match="not drawn within"):
        await draw(CHART)


def test_the_bot_itself_never_loads_matplotlib() -> None:
    loaded = "import sys, bot.client; print('matplotlib' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"
