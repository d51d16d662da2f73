"""What judging costs: medians, as ratios to what discord.py itself spends on a message, beside the goals.

python -m tests.bench.bench [--benign FILE.jsonl]
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean, median
from time import perf_counter, process_time
from typing import cast

from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition import Recogniser
from bot.recognition.cascade import MODELS, Cascade
from bot.recognition.gate import Gate, Names
from bot.run import SWITCH_SECONDS
from tests.bench.hostile import HOSTILE, MEBIBYTE, PITCH, PROSE, filled

# CPU time of discord.py 2.7.1 for one received message, measured beside this project.
ONE_MESSAGE = 56.0

CHAT = (
    "morning all, slept badly but i'm here. anyone around for a walk later?",
    "Congrats on 90 days! That is huge, be proud of yourself.",
    "I had my first appointment at the clinic and the nurse was kind about everything, I didn’t expect it",
    "lol same 😂",
    "how do you tell your family? I keep putting it off and every week it gets harder to say",
)

# Printed by a fresh interpreter: its resident memory in MiB after these steps.
_RESIDENT = """
import discord, discord.ext.commands
{steps}
print(int(open("/proc/self/statm").read().split()[1]) * 4096 / 2**20)
"""
_BUILD = """
from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition import Recogniser
recogniser = Recogniser(built_in(), slow={slow})
recogniser.judge(Post.of_text({text!r}))
"""


def texts(path: Path) -> list[str]:
    """Read the texts of a jsonl file. Raises ValueError for a line that is not JSON."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [cast("dict[str, str]", json.loads(line))["text"] for line in lines]


def cost(call: Callable[[], object], repeats: int) -> float:
    """Median microseconds of a call."""
    spent: list[float] = []
    for _ in range(repeats):
        begun = perf_counter()
        call()
        spent.append((perf_counter() - begun) * 1e6)
    return median(spent)


def show(what: str, microseconds: float, goal: float | None = None) -> None:
    """Print a cost, its ratio and the goal, in microseconds."""
    wanted = f"   goal {goal:,.0f} µs" if goal else ""
    ratio = microseconds / ONE_MESSAGE
    sys.stdout.write(f"{what:58}{microseconds:>14,.1f} µs {ratio:>10,.2f} × a message{wanted}\n")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def fast(recogniser: Recogniser, chat: list[str]) -> None:
    """Measure the fast path: what every message costs."""
    gate = Gate(Names(topic) for topic in built_in())
    leaving = [text for text in chat if not gate.lets_in(text)]
    say(f"{len(leaving) / len(chat):.1%} of {len(chat)} chat lines leave at the gate")
    glance = recogniser.glance
    show(
        "a chat line that leaves at the gate",
        median(cost(partial(glance, Post.of_text(text)), 21) for text in leaving),
        8,
    )
    show("any chat line, mean", mean(cost(partial(glance, Post.of_text(text)), 11) for text in chat), 40)
    close = sum(glance(Post.of_text(text)).verdict is None for text in chat)
    say(f"{close / len(chat):.1%} of the chat lines are read closely")
    show("a pitch of 2,000 characters", cost(partial(glance, Post.of_text(filled(PITCH, 2000))), 101), 1000)


def slow(recogniser: Recogniser) -> None:
    """Measure the slow path, which runs off the event loop."""
    transformer = Cascade.shipped("kratom").transformer
    if transformer is None:
        say("the slow path is not installed")
        return
    window = filled(PITCH, 2000)  # more than 256 word pieces: cut to that
    show(
        "a window of 256 word pieces, by the transformer",
        cost(partial(transformer.log_odds, window), 41),
        25_000,
    )
    post = Post.of_text(filled(PITCH, 6000))
    settled = cost(lambda: recogniser.settle(recogniser.glance(post)), 11)
    glanced = cost(lambda: recogniser.glance(post), 11)
    show("a pitch of 6,000 characters read closely, 3 windows", settled - glanced, 80_000)


def large(recogniser: Recogniser) -> None:
    """Measure large and hostile texts, and how long they hold up the event loop."""
    plain = 0.0
    for name, unit in {"prose that names the topic": PROSE, "pitch": PITCH, **HOSTILE}.items():
        whole, half = (Post.of_text(filled(unit, size)) for size in (MEBIBYTE, MEBIBYTE // 2))
        spent, at_half = cost(partial(recogniser.judge, whole), 1), cost(partial(recogniser.judge, half), 1)
        plain = plain or spent
        show(f"1 MiB of {name}", spent, 300_000)
        say(f"{'':10}half of it: {at_half / spent:.2f} of that; {spent / plain:.2f} × plain text")
    sys.setswitchinterval(SWITCH_SECONDS)  # as the running bot does
    held = asyncio.run(_longest_pause(partial(recogniser.judge, Post.of_text(filled(PITCH, MEBIBYTE)))))
    show("the event loop held up by 1 MiB of pitch, at worst", held * 1e6, 10_000)


async def _longest_pause(call: Callable[[], object]) -> float:
    """Run a call in a thread; give the longest time in seconds that a waiting loop was late."""
    working = asyncio.create_task(asyncio.to_thread(call))
    longest, pause = 0.0, 0.001
    while not working.done():
        begun = perf_counter()
        await asyncio.sleep(pause)
        longest = max(longest, perf_counter() - begun - pause)
    await working
    return longest


def memory() -> None:
    """Measure the memory that recognition takes over a bare discord.py, and the model files."""

    def resident(steps: str) -> float:
        code = _RESIDENT.format(steps=steps)
        return float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)

    bare, long_pitch = resident(""), filled(PITCH, 6000)
    for name, with_slow, goal in (("without the slow path", False, 60), ("with it", True, 150)):
        added = resident(_BUILD.format(slow=with_slow, text=long_pitch)) - bare
        say(f"memory over a bare discord.py, {name:32}{added:>8.0f} MiB   goal {goal} MiB")
    size = sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file()) / MEBIBYTE
    say(f"installed model files {'':40}{size:>8.1f} MiB   goal 30 MiB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--benign", type=Path, help="a jsonl file of benign chat, outside the repository")
    benign = cast("Path | None", parser.parse_args().benign)
    recogniser = Recogniser.standard()
    busy, begun = process_time(), perf_counter()
    fast(recogniser, texts(benign) if benign else list(CHAT))
    say(f"(a core to itself for {(process_time() - busy) / (perf_counter() - begun):.0%} of the time)")
    slow(recogniser)
    large(recogniser)
    memory()


if __name__ == "__main__":
    main()
