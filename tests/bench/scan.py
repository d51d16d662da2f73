"""What a scan of old posts costs in the real process: posts a second, time on the CPU, the loop held up.

python -m tests.bench.scan [--posts 2000] [--pause 0] [--benign FILE.jsonl]
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import cast
from unittest.mock import patch

from bot.scan import pace
from tests.bench.bench import CHAT, texts
from tests.wire import process
from tests.wire.loopback import Authority
from tests.wire.process import Wire
from tests.wire.state import MANAGER
from tests.wire.texts import PITCH

NAMING = Path(__file__).parents[1] / "data" / "heldout_benign.jsonl"
"""Talk that names the topic and pitches nothing: in a community like those this is for, some 8 in 100."""

SHARE = 12
"""One post in so many is such talk."""

PITCHES = 500
"""One post in so many is a pitch."""

HELD_MS = 10.0


def community(wire: Wire, number: int, naming: Sequence[str]) -> None:
    """Fill #general with old posts, as a community writes them."""
    for each in range(number):
        text = CHAT[each % len(CHAT)]
        if each % SHARE == 0:
            text = naming[each // SHARE % len(naming)]
        if each % PITCHES == PITCHES - 1:
            text = PITCH
        wire.loopback.world.message(wire.general, wire.member, text)


async def scan(wire: Wire, posts: int, pause: str) -> float:
    """Scan it; return how many seconds that took."""
    world, people = wire.loopback.world, wire.people
    manager = world.member(wire.guild, "manager", MANAGER)
    log = world.channel(wire.guild, "mod-log")
    await wire.start(BENCH_LATENESS=str(wire.folder / "late.json"), BENCH_PAUSE=pause)
    await wire.until(lambda: wire.loopback.rest.commands)
    chosen = await people.command(wire.general, manager, "signpost log", channel=log)
    await wire.until(lambda: chosen.original and chosen.original["content"])
    asked = await people.command(
        wire.general, manager, "signpost scan", channel=wire.general, since="2024-01-01"
    )
    await wire.until(lambda: asked.original and asked.original["components"])
    assert asked.original is not None
    assert wire.running is not None
    wire.running.send_signal(signal.SIGUSR1)
    begun = perf_counter()
    await people.press(wire.general, manager, asked.original, "scan:1:start")
    await wire.until(
        lambda: any("**Done.**" in one["content"] for one in log.messages.values()), within=60 + posts / 10
    )
    seconds = perf_counter() - begun
    wire.running.send_signal(signal.SIGUSR1)
    return seconds


def on_cpu(pid: int) -> float:
    """Return the seconds that a process has been on the CPU."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measure(posts: int, pause: str, naming: Sequence[str]) -> None:
    """Measure one scan and print it."""
    with tempfile.TemporaryDirectory() as folder:
        async with Wire(Authority(), Path(folder)) as wire:
            community(wire, posts, naming)
            seconds = await scan(wire, posts, pause)
            assert wire.running is not None
            spent = on_cpu(wire.running.pid)
            await wire.stop()
            cases = wire.read(lambda store: store.execute("SELECT count(*) FROM cases").fetchone()[0])
            late = cast(
                "list[tuple[float, float]]", json.loads((wire.folder / "late.json").read_text("utf-8"))
            )
    sys.stdout.write(
        f"{posts:,} posts in {seconds:.1f} s: {posts / seconds:,.0f} a second, {cases} cases; "
        f"{spent:.1f} s on the CPU with the start\n"
    )
    show("the loop came late by", [each for each, _ in late])
    show("it worked itself at a stretch for", [each for _, each in late])


def show(what: str, milliseconds: list[float]) -> None:
    """Print how long, and how often too long."""
    ordered = sorted(milliseconds)
    held = sum(each > HELD_MS for each in ordered)
    sys.stdout.write(
        f"{what}, ms: median {ordered[len(ordered) // 2]:.2f}, 99 % {ordered[len(ordered) * 99 // 100]:.2f}, "
        f"worst {ordered[-1]:.1f}; over {HELD_MS:.0f} ms {held} of {len(ordered):,} times\n"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--posts", type=int, default=2000)
    parser.add_argument("--pause", default=str(pace.PAUSE), help="seconds between two pages")
    parser.add_argument("--benign", type=Path, default=NAMING, help="talk that names the topic, jsonl")
    given = parser.parse_args()
    posts, pause = cast("int", given.posts), cast("str", given.pause)
    with patch.object(process, "LAUNCH", "tests.bench.watched"):
        asyncio.run(measure(posts, pause, texts(cast("Path", given.benign))))


if __name__ == "__main__":
    main()
