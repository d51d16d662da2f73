"""A flood of everything a post can carry, against the real process: memory, and how long the loop was held.

    python -m tests.bench.carriers [--rounds 300]

Each round is a writer of its own: an article in pieces, a forward, a link whose preview comes late (in full
and in part), a post edited into a pitch and back, a poll, a file, a deletion, and chat in between.
"""

import argparse
import asyncio
import json
import signal
import sys
import tempfile
from pathlib import Path
from typing import cast
from unittest.mock import patch

from tests.behaviour.texts import PIECES
from tests.bench.bench import CHAT
from tests.bench.flood import resident
from tests.bench.scan import on_cpu, show
from tests.wire import process
from tests.wire.cdn import Served
from tests.wire.loopback import Authority
from tests.wire.process import Wire
from tests.wire.state import Channel, Json
from tests.wire.texts import LONG_PITCH, PITCH

LINK = "https://leafnews.example/2026/0412"
CHANNELS = 20
CALM_SECONDS = 3.0
"""Seconds without a change in the store after which the process is taken to have done its work."""


def preview(text: str) -> Json:
    """Make a link's preview."""
    return {"type": "article", "url": LINK, "title": "The leaf", "description": text}


async def play(wire: Wire, number: int, channel: Channel) -> int:
    """Let one writer post in every way; return how many events that made."""
    people, writer = wire.people, wire.loopback.world.member(wire.guild, f"writer-{number}")
    for piece in PIECES:
        await people.post(channel, writer, piece)
    origin = wire.loopback.world.message(wire.recovery, wire.member, PITCH)
    await people.forward(channel, writer, origin)
    link = await people.post(channel, writer, LINK)
    await people.preview(channel, link, preview(PITCH), partial=bool(number % 2))
    edited = await people.post(channel, writer, CHAT[0])
    await people.edit(channel, edited, PITCH)
    await people.edit(channel, edited, CHAT[0])
    await people.poll(channel, writer, "Which leaf?", "the red one", "the green one")
    file = await people.attach(channel, writer, Served(LONG_PITCH.encode()))
    for line in CHAT:
        await people.post(channel, writer, line)
    await people.delete(channel, file)
    return len(PIECES) + len(CHAT) + 9


def changes(wire: Wire) -> tuple[int, float]:
    """Return what grows with the work that was done."""
    return wire.read(lambda store: store.execute("SELECT count(*), total(notes_sent) FROM cases").fetchone())


async def calm(wire: Wire) -> None:
    """Wait until the store has not changed for a while."""
    before = None
    while (now := changes(wire)) != before:
        before = now
        await asyncio.sleep(CALM_SECONDS)


async def flood(wire: Wire, rounds: int) -> None:
    """Play all rounds, and print the memory of the process on the way."""
    channels = [wire.loopback.world.channel(wire.guild, f"channel-{number}") for number in range(CHANNELS)]
    await wire.start(BENCH_LATENESS=str(wire.folder / "late.json"), BENCH_PAUSE="0.5")
    assert wire.running is not None
    wire.running.send_signal(signal.SIGUSR1)
    events = 0
    for number in range(rounds):
        events += await play(wire, number, channels[number % CHANNELS])
        if (number + 1) % max(1, rounds // 10) == 0:
            await calm(wire)
            sys.stdout.write(f"{events:>7,} events: {resident(wire.running.pid):.0f} MiB\n")
    wire.running.send_signal(signal.SIGUSR1)


async def measure(rounds: int) -> None:
    """Measure one flood and print it."""
    with tempfile.TemporaryDirectory() as folder:
        async with Wire(Authority(), Path(folder)) as wire:
            await flood(wire, rounds)
            assert wire.running is not None
            spent = on_cpu(wire.running.pid)
            await wire.stop()
            states = wire.read(
                lambda store: store.execute("SELECT state, count(*) FROM cases GROUP BY state").fetchall()
            )
            late = cast(
                "list[tuple[float, float]]", json.loads((wire.folder / "late.json").read_text("utf-8"))
            )
    told = ", ".join(f"{count} {state}" for state, count in states)
    sys.stdout.write(f"cases: {told}; {spent:.1f} s on the CPU with the start\n")
    show("the loop came late by", [each for each, _ in late])
    show("it worked itself at a stretch for", [each for _, each in late])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=300)
    given = parser.parse_args()
    with patch.object(process, "LAUNCH", "tests.bench.watched"):
        asyncio.run(measure(cast("int", given.rounds)))


if __name__ == "__main__":
    main()
