"""Having the chart drawn by a process of its own, so that matplotlib never stays in the bot's memory."""

import asyncio
import json
import sys
import tempfile
from dataclasses import asdict, dataclass

from bot.posts.workshop.workers import environment

DRAWING_SECONDS = 30.0
"""Seconds a drawing may take, on a busy machine and with matplotlib's first look at its fonts."""


class ChartError(Exception):
    """A chart that could not be drawn. The message is one line for the operator."""


@dataclass(frozen=True, slots=True)
class Bars:
    """One kind of bars. numbers: one for each week."""

    label: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the chart with its own scale."""

    title: str
    bars: tuple[Bars, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn, in words of the reader's language. weeks: their labels, oldest first."""

    weeks: tuple[str, ...]
    panels: tuple[Panel, ...]


async def draw(chart: Chart) -> bytes:
    """Draw a chart as PNG. Raises ChartError."""
    with tempfile.TemporaryDirectory() as folder:  # matplotlib keeps a list of fonts; HOME may be read-only
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.insights.chart",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment() | {"MPLCONFIGDIR": folder},
        )
        try:
            async with asyncio.timeout(DRAWING_SECONDS):
                drawn, said = await process.communicate(json.dumps(asdict(chart)).encode())
        except TimeoutError:
            raise ChartError(f"not drawn within {DRAWING_SECONDS:.0f} seconds") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode:
        raise ChartError(_last_line(said) or f"the drawing process ended with {process.returncode}")
    return drawn


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
