"""The numbers as a table for a spreadsheet."""

import csv
import io

from bot.insights.figures import COUNTS, Figures

COLUMNS = ("week_from", *COUNTS)


def csv_of(figures: Figures) -> bytes:
    """Write one row a week, oldest first: UTF-8, comma-separated, days as ISO dates, all else counts."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for week in figures.weeks:
        rows.writerow([week.monday.isoformat(), *(getattr(week, name) for name in COUNTS)])
    return written.getvalue().encode()
