"""What a chart costs: `python -m tests.bench.charts [--times 20]`.

Draws the chart of a busy year, one after another, each in a process of its own as the bot does it.
"""

import argparse
import asyncio
import resource
import statistics
import sys
import time
from datetime import date, timedelta

from bot.insights.drawing import draw
from bot.insights.figures import figures_of
from bot.insights.report import chart_of
from bot.texts import texts_in

WEEKS = 52
KIB = 1024


async def _measure(times: int) -> None:
    last = date(2026, 6, 1)
    days = {last - timedelta(days=back): back % 23 for back in range(7 * WEEKS)}
    names = ("posts", "cases", "notes", "confirmed", "dismissed")
    chart = chart_of(texts_in("en"), figures_of(dict.fromkeys(names, days), {}, last, WEEKS))
    took: list[float] = []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    picture = b""
    for _ in range(times):
        start = time.perf_counter()
        picture = await draw(chart)
        took.append(time.perf_counter() - start)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    sys.stdout.write(
        f"charts            {times} of {WEEKS} weeks, {len(picture) // KIB} KiB each\n"
        f"time              {statistics.median(took):.2f} s in the middle, {max(took):.2f} s at most\n"
        f"its process       {child // KIB} MiB at most, gone afterwards\n"
        f"the bot's process {grown / KIB:.1f} MiB more\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    asyncio.run(_measure(parser.parse_args().times))
