"""The numbers in words: the answer itself, the chart's labels and what it says to those who cannot see it."""

from babel.dates import format_date

from bot.insights.drawing import Bars, Chart, Panel
from bot.insights.figures import Figures
from bot.knowledge.topics import every_claim_title
from bot.texts import Texts

LONGEST_ALT = 1024
"""Characters that Discord allows for a picture's description."""


def report(texts: Texts, figures: Figures, *, undrawn: bool) -> str:
    """Say everything that the chart shows, for the private answer. undrawn: the chart is missing."""
    total = figures.total
    lines = [
        texts("stats-heading", weeks=len(figures.weeks), since=_day(texts, figures, 0)),
        texts("stats-posts", posts=total.posts),
        texts("stats-cases", cases=total.cases, notes=total.notes, withdrawn=total.withdrawn),
        texts("stats-rulings", confirmed=total.confirmed, dismissed=total.dismissed),
        _precision(texts, figures),
        texts("stats-contests", contests=total.contests),
    ]
    if figures.claims:
        lines.append(texts("stats-claims", claims=_claims(texts, figures)))
    if undrawn:
        lines.append(texts("stats-undrawn"))
    return "\n".join(lines)


def chart_of(texts: Texts, figures: Figures) -> Chart:
    """Lay out the chart: cases with notes, rulings, and posts read, each on a scale of its own."""
    weeks = figures.weeks
    return Chart(
        tuple(_day(texts, figures, number) for number in range(len(weeks))),
        (
            Panel(
                texts("stats-chart-cases"),
                (
                    Bars(texts("stats-label-cases"), tuple(each.cases for each in weeks)),
                    Bars(texts("stats-label-notes"), tuple(each.notes for each in weeks)),
                ),
            ),
            Panel(
                texts("stats-chart-rulings"),
                (
                    Bars(texts("stats-label-confirmed"), tuple(each.confirmed for each in weeks)),
                    Bars(texts("stats-label-dismissed"), tuple(each.dismissed for each in weeks)),
                ),
            ),
            Panel(
                texts("stats-chart-posts"),
                (Bars(texts("stats-label-posts"), tuple(each.posts for each in weeks)),),
            ),
        ),
    )


def alt_text(texts: Texts, figures: Figures) -> str:
    """Describe the chart to those who cannot see it, at most LONGEST_ALT characters."""
    total = figures.total
    busiest = max(range(len(figures.weeks)), key=lambda number: figures.weeks[number].cases)
    said = texts(
        "stats-alt",
        weeks=len(figures.weeks),
        since=_day(texts, figures, 0),
        posts=total.posts,
        cases=total.cases,
        notes=total.notes,
        confirmed=total.confirmed,
        dismissed=total.dismissed,
        most=figures.weeks[busiest].cases,
        peak=_day(texts, figures, busiest),
    )
    return said[:LONGEST_ALT]


def _precision(texts: Texts, figures: Figures) -> str:
    precision = figures.precision
    if precision is None:
        return texts("stats-no-precision")
    low, high = figures.precision_bounds
    return texts("stats-precision", share=_percent(precision), low=_percent(low), high=_percent(high))


def _percent(share: float) -> str:
    return str(round(share * 100))


def _claims(texts: Texts, figures: Figures) -> str:
    titles = every_claim_title(texts.language)
    return "; ".join(f"{titles.get(claim, claim)} ({number})" for claim, number in figures.claims)


def _day(texts: Texts, figures: Figures, number: int) -> str:
    """Write a week's Monday shortly, as "2 Nov"."""
    return format_date(figures.weeks[number].monday, "d MMM", locale=texts.language)
