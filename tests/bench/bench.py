"""What judging costs: median microseconds, and the ratio to what discord.py itself spends on a message.

python -m tests.bench.bench [--benign FILE.jsonl]
"""

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import cast

from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition import Recogniser
from bot.recognition.gate import Gate, Names

# CPU time of discord.py 2.7.1 for one received message, measured beside this project.
ONE_MESSAGE = 56.0
MEBIBYTE = 1 << 20

CHAT = (
    "morning all, slept badly but i'm here. anyone around for a walk later?",
    "Congrats on 90 days! That is huge, be proud of yourself.",
    "I had my first appointment at the clinic and the nurse was kind about everything, I didn’t expect it",
    "lol same 😂",
    "how do you tell your family? I keep putting it off and every week it gets harder to say",
)
PITCH = (
    "Kratom is a gentle leaf that eases opioid withdrawal, and unlike methadone it is not addictive. "
    "Its alkaloids calm the receptors, lift the mood and relieve chronic pain without side effects. "
    "Many users report better sleep within days, so consider a small serving twice daily. "
)


def texts(path: Path) -> list[str]:
    """Read the texts of a jsonl file. Raises ValueError for a line that is not JSON."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [cast("dict[str, str]", json.loads(line))["text"] for line in lines]


def judging(text: str) -> Callable[[], object]:
    """Bind the judging of one text."""
    recogniser, post = Recogniser.standard(), Post.of_text(text)
    return lambda: recogniser.judge(post)


def cost(call: Callable[[], object], repeats: int) -> float:
    """Median microseconds of a call."""
    spent: list[float] = []
    for _ in range(repeats):
        begun = perf_counter()
        call()
        spent.append((perf_counter() - begun) * 1e6)
    return median(spent)


def show(what: str, microseconds: float) -> None:
    """Print a cost and its ratio."""
    sys.stdout.write(f"{what:46}{microseconds:>14,.1f} µs {microseconds / ONE_MESSAGE:>10,.2f} × a message\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--benign", type=Path, help="a jsonl file of benign chat, outside the repository")
    benign = cast("Path | None", parser.parse_args().benign)
    chat = texts(benign) if benign else list(CHAT)

    gate = Gate(Names(topic) for topic in built_in())
    leaving = [text for text in chat if not gate.lets_in(text)]
    sys.stdout.write(f"{len(leaving) / len(chat):.1%} of {len(chat)} chat lines leave at the gate\n")
    show(
        "a chat line that leaves at the gate",
        median(cost(partial(gate.lets_in, text), 21) for text in leaving),
    )
    show("the same through judge", median(cost(judging(text), 21) for text in leaving))
    show("a pitch of 2,000 characters", cost(judging((PITCH * 8)[:2000]), 51))
    for name, text in (
        ("1 MiB of harmless chat", " ".join(CHAT)),
        ("1 MiB of pitch", PITCH),
        ("1 MiB of Cyrillic", "Доброе утро всем, как дела? "),
        ("1 MiB of spaced-out letters", "k r a t o m  "),
        ("1 MiB of opening brackets", "["),
    ):
        whole = (text * (MEBIBYTE // len(text) + 1))[:MEBIBYTE]
        show(name, cost(judging(whole), 1))
        show("  half of it", cost(judging(whole[: MEBIBYTE // 2]), 1))


if __name__ == "__main__":
    main()
