"""How long each command takes to be answered, by the real process over the wire.

    python -m tests.bench.answers [--times 100] [--locale es-ES]

A manager gives every command that the process registered, in a server with some hundred cases. Measured from
the moment the interaction is sent until the first answer arrives (Discord allows 3 s), and, where that says
only "thinking…", until the rest of it does; and, as the mean for each, how long the process was on the CPU
for it, which other programs change little. Fails for a command that it has no example of.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from tests.bench.evaluate import say
from tests.bench.flood import resident
from tests.bench.furnished import furnish
from tests.wire.cdn import Served
from tests.wire.interactions import LOADING, Interaction
from tests.wire.loopback import Authority
from tests.wire.people import MESSAGE_MENU
from tests.wire.process import Wire
from tests.wire.state import MANAGER, Json
from tests.wire.texts import PITCH

GOAL_MS = 50.0
"""What 95 of 100 answers stay under."""

EXCEPTED = frozenset({"/signpost stats", "/signpost scan"})
"""Charts and scans take their time, and are asked for less often."""

EXCEPTED_TIMES = 5

PAUSE = 1.0
"""Seconds without a request after which the process has nothing left to do from before."""

WORDS_OF_COMMANDS = frozenset({1, 2})
"""Options that are subcommands, or groups of them."""


@dataclass
class Took:
    """What one command's answers took, in ms: the first one, and until all of it was there.

    deferred: whether the first one said only that the rest comes later.
    """

    first: list[float] = field(default_factory=list[float])
    whole: list[float] = field(default_factory=list[float])
    deferred: bool = False


class Manager:
    """Gives commands in a furnished server."""

    def __init__(self, wire: Wire, locale: str) -> None:
        world = wire.loopback.world
        self._wire = wire
        self.member = world.member(wire.guild, "manager", MANAGER)
        self.member.locale = locale
        self.log = world.channel(wire.guild, "mod-log")
        self.post = world.message(wire.recovery, wire.member, PITCH)
        self.own = world.message(wire.recovery, self.member, "hello")

    async def furnish(self) -> None:
        """Put a database in place before the process starts."""
        wire = self._wire
        url = f"sqlite+aiosqlite:///{wire.database}"
        await furnish(url, wire.loopback.world, wire.guild, self.log, wire.general)

    def examples(self) -> Mapping[str, Callable[[], Mapping[str, object]]]:
        """Return for each slash command the options that it is given with, made anew each time."""
        wire, own = self._wire, self.own
        link = f"https://discord.com/channels/{wire.guild.id}/{own['channel_id']}/{own['id']}"
        return {
            "signpost status": dict,
            "signpost setup": dict,
            "signpost mode": lambda: {"mode": "observe", "channel": wire.general},
            "signpost log": lambda: {"channel": self.log},
            "signpost settings show": dict,
            "signpost settings set": lambda: {"name": "cooldown", "value": "20 min"},
            "signpost settings export": dict,
            "signpost settings import": lambda: {"file": Served(self._settings())},
            "signpost exempt": lambda: {"channel": wire.general, "exempt": False},
            "signpost webhooks": dict,
            "signpost scan": lambda: {"channel": wire.general, "last": 100},
            "signpost wording": dict,
            "signpost stats": lambda: {"weeks": 26},
            "signpost audit": dict,
            "signpost data export": dict,
            "signpost data delete": dict,
            "signpost check": lambda: {"text": PITCH},
            "signpost cases": dict,
            "signpost case": lambda: {"number": 6},
            "resources": lambda: {"country": "US"},
            "signpost-privacy show": dict,
            "signpost-privacy opt-out": dict,
            "signpost-privacy opt-in": dict,
            "signpost-privacy delete": lambda: {"link": link},
        }

    def acts(self) -> Iterator[tuple[str, Callable[[], Awaitable[Interaction]]]]:
        """Yield each registered command with how it is given. Raises LookupError for one without example."""
        people, examples = self._wire.people, self.examples()
        for command in self._wire.loopback.rest.commands:
            if command["type"] == MESSAGE_MENU:
                name = str(command["name"])
                yield name, lambda name=name: people.choose(self._wire.recovery, self.member, name, self.post)
                continue
            for words in paths(command):
                if words not in examples:
                    raise LookupError(f"no example of /{words}: add one to Manager.examples")
                options = examples[words]
                yield (
                    f"/{words}",
                    lambda words=words, options=options: people.command(
                        self._wire.recovery, self.member, words, **options()
                    ),
                )

    async def ask(self, give: Callable[[], Awaitable[Interaction]], took: Took) -> None:
        """Give a command once and write down what its answers took. Raises TimeoutError."""
        begun = perf_counter()
        made = await give()
        await self._wire.until(lambda: made.answered is not None)
        took.first.append((perf_counter() - begun) * 1000)
        thinking = made.original is not None and made.original["flags"] & LOADING
        took.deferred = took.deferred or bool(thinking)
        await self._wire.until(lambda: not (made.original and made.original["flags"] & LOADING), within=60)
        took.whole.append((perf_counter() - begun) * 1000)

    def on_cpu(self) -> float:
        """Return the ms that the process and its threads have been on the CPU, whatever else ran there."""
        assert self._wire.running is not None
        threads = Path(f"/proc/{self._wire.running.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text(encoding="ascii").split()[0]) for each in threads) / 1e6

    def _settings(self) -> bytes:
        """Write a settings file that changes one thing."""
        server = {"id": str(self._wire.guild.id), "name": self._wire.guild.name}
        file = {"signpost_settings": 1, "server": server, "settings": {"retention_days": 60}}
        return json.dumps(file).encode()


def paths(command: Json) -> Iterator[str]:
    """Yield the full words of a slash command, or of each one below a group."""
    options: list[Json] = command.get("options") or []
    below = [one for one in options if one["type"] in WORDS_OF_COMMANDS]
    if not below:
        yield str(command["name"])
    for one in below:
        yield from (f"{command['name']} {words}" for words in paths(one))


async def measure(times: int, locale: str) -> bool:
    """Measure, print the table, and say whether the goal is reached without a fault."""
    with tempfile.TemporaryDirectory() as folder:
        async with Wire(Authority(), Path(folder)) as wire:
            manager = Manager(wire, locale)
            await manager.furnish()
            begun = perf_counter()
            await wire.launch()
            await wire.until(lambda: wire.gateway.ready, within=60)
            ready = perf_counter() - begun
            await quiet(wire)
            assert wire.running is not None
            before = resident(wire.running.pid)
            reached = await _rounds(manager, times)
            after = resident(wire.running.pid)
            await wire.stop()
            faults = [line for line in wire.output.splitlines() if " ERROR " in line]
            refused = [str(each) for each in (*wire.loopback.refusals, *wire.loopback.strange)]
    say(f"\nready {ready:.1f} s after its start; memory {before:.0f} MiB then, {after:.0f} MiB at the end")
    say("load of this machine: {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))
    for line in (*faults, *refused):
        say(f"FAULT {line}")
    return reached and not faults and not refused


async def quiet(wire: Wire) -> None:
    """Wait until the process has registered its commands and asks Discord for nothing more."""
    await wire.until(lambda: wire.loopback.rest.commands, within=60)
    seen = -1
    while seen != len(wire.loopback.calls):
        seen = len(wire.loopback.calls)
        await asyncio.sleep(PAUSE)


async def _rounds(manager: Manager, times: int) -> bool:
    heads = f"{'p50':>8}{'p95':>8}{'max':>8}"
    say(f"{'first answer, ms':28}{'at once':>10}{heads}{'on CPU':>10}   {'whole':6}{heads}")
    reached = True
    for name, give in manager.acts():
        excepted = name in EXCEPTED
        asked = min(times, EXCEPTED_TIMES) if excepted else times
        took, spent = Took(), manager.on_cpu()
        for _ in range(asked):
            await manager.ask(give, took)
        slow = percentile(took.first, 95) >= GOAL_MS and not excepted
        reached = reached and not slow
        line(name, took, (manager.on_cpu() - spent) / asked, slow=slow)
    return reached


def line(name: str, took: Took, cpu: float, *, slow: bool) -> None:
    """Print a command's line. cpu: ms for each answer."""
    first = f"{took.first[0]:>10.1f}{columns(took.first)}{cpu:>10.1f}"
    whole = f"   {'':6}{columns(took.whole)}" if took.deferred else ""
    say(f"{name:28}{first}{whole}{'   SLOW' if slow else ''}")


def columns(took: list[float]) -> str:
    """Write the middle, the 95th percentile and the worst."""
    return f"{percentile(took, 50):>8.1f}{percentile(took, 95):>8.1f}{max(took):>8.1f}"


def percentile(took: list[float], share: int) -> float:
    """Return the value that so many of 100 stay at or under."""
    ordered = sorted(took)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def main() -> int:
    """Read the arguments and measure; 1 where an answer is slow or the process logged an error."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--locale", default="en-US")
    given = parser.parse_args()
    return 0 if asyncio.run(measure(given.times, given.locale)) else 1


if __name__ == "__main__":
    sys.exit(main())
