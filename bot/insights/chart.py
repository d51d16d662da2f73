"""Draws a chart: `python -m bot.insights.chart` reads JSON (drawing.Chart) and writes a PNG.

Runs in a process of its own. The card has a background of its own, so that it reads the same on Discord's
dark and light.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

CARD = "#20242b"
TEXT = "#e8eaed"
GRID = "#6f7883"
MARKS = ("#8fd0f7", "#e69f00", "#b8bec7")
"""Blue and orange that nearly everyone tells apart (Okabe and Ito, "Color Universal Design", 2008), and a
light grey."""

INCHES, DOTS_PER_INCH = (5.0, 5.6), 200
"""1000 × 1120 dots; on a phone, at 390 dots, its smallest letters are still 10 dots high."""

MOST_LABELS = 6
"""Weeks that are named below the bars, however many there are."""

MOST_DIGITS = 48
"""Digits above the bars of a panel that have room side by side."""

BETWEEN = 0.16
"""Share of a week's width that stays free."""


def draw(chart: dict[str, Any]) -> Any:
    """Draw a chart; return its Figure, half of whose methods have no types. chart: drawing.Chart as JSON."""
    figure: Any = Figure(figsize=INCHES, dpi=DOTS_PER_INCH, facecolor=CARD, layout="constrained")
    FigureCanvasAgg(figure)
    panels: list[dict[str, Any]] = chart["panels"]
    drawn = figure.subplots(len(panels), 1, squeeze=False)
    for panel, axes in zip(panels, drawn[:, 0], strict=True):
        _draw_panel(axes, panel, chart["weeks"])
    return figure


def _draw_panel(axes: Any, panel: dict[str, Any], weeks: Sequence[str]) -> None:
    bars: list[dict[str, Any]] = panel["bars"]
    width = (1 - BETWEEN) / len(bars)
    digits = len(str(max(max(bar["numbers"]) for bar in bars))) * len(weeks) * len(bars)
    for number, (bar, colour) in enumerate(zip(bars, MARKS, strict=False)):
        places = [week - (1 - BETWEEN) / 2 + width * (number + 0.5) for week in range(len(weeks))]
        shown = axes.bar(places, bar["numbers"], width=width, color=colour, label=bar["label"])
        if digits <= MOST_DIGITS:
            axes.bar_label(shown, [str(each or "") for each in bar["numbers"]], color=TEXT, fontsize=7)
    axes.set_title(panel["title"], color=TEXT, fontsize=11, loc="left")
    axes.set_facecolor(CARD)
    axes.tick_params(colors=TEXT, labelsize=9, length=0)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.grid(visible=True, axis="y", color=GRID, linewidth=0.4, alpha=0.5)
    axes.set_axisbelow(True)
    axes.set_ylim(bottom=0, top=max(1.0, axes.get_ylim()[1] * 1.1))
    axes.set_frame_on(False)
    named = _spread(len(weeks))
    axes.set_xticks(named, [weeks[each] for each in named])
    if len(bars) > 1:
        axes.legend(
            loc="lower right",
            bbox_to_anchor=(1, 1),
            ncols=len(bars),
            frameon=False,
            labelcolor=TEXT,
            fontsize=9,
        )


def _spread(number: int) -> list[int]:
    """Choose at most MOST_LABELS of so many places, evenly, the last one always among them."""
    step = -(-number // MOST_LABELS)
    return list(reversed(range(number - 1, -1, -step)))


def main() -> None:
    """Read a chart from standard input and write its picture to standard output."""
    draw(json.load(sys.stdin)).savefig(sys.stdout.buffer, format="png")


if __name__ == "__main__":
    main()
