"""Feeds the recogniser odd texts for as long as asked; stops at the first fault.

    python -m tests.bench.fuzz [--minutes 10] [--seed 0]

Texts are mixed from hostile units, pitches, prose and random characters of all planes, cut anywhere, up to
8 MiB. Held against each: no exception, a score from 0 to 1, every quoted claim found at its place, no text
above three times the cost of plain text of its length (from 20 000 characters on); last, memory for 8 MiB.
"""

import argparse
import random
import sys
import tracemalloc
from time import monotonic, perf_counter
from typing import cast

from bot.posts.post import Carrier, Passage, Post
from bot.recognition import Recogniser, Verdict
from tests.bench.hostile import HOSTILE, MEBIBYTE, PITCH, PROSE, filled

LARGEST = 8 * MEBIBYTE
_LEAST_TIMED = 20_000
_MOST_TIMES = 3.0
_MOST_MEMORY = 200
_PLANES = (
    (0x20, 0x7E),
    (0x00, 0x1F),
    (0x300, 0x36F),
    (0x400, 0x5FF),
    (0x2000, 0x2BFF),
    (0xD800, 0xDFFF),
    (0x1F000, 0x1FAFF),
)


class FaultError(Exception):
    """The recogniser did what it must not. The message says what, and the seed of the text."""


def text(seed: int) -> str:
    """Make an odd text; the same seed gives the same one."""
    chance = random.Random(seed)
    size = int(10 ** chance.uniform(0, 4.5)) if chance.random() < 0.97 else chance.randrange(LARGEST)
    pieces: list[str] = []
    units = [*HOSTILE.values(), PITCH, PROSE, "\n", "> ", "https://example.org/", "kratom "]
    while sum(map(len, pieces)) < size:
        if chance.random() < 0.3:
            low, high = chance.choice(_PLANES)
            pieces.append("".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 60))))
        else:
            pieces.append(filled(chance.choice(units), chance.randint(1, max(2, size // 2))))
    return "".join(pieces)[:size]


def post(seed: int) -> Post:
    """Wrap an odd text as one to three passages."""
    chance, whole = random.Random(seed), text(seed)
    cuts = sorted(chance.randrange(len(whole) + 1) for _ in range(chance.randrange(3)))
    parts = [whole[first:last] for first, last in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    return Post(tuple(Passage(part, chance.choice(list(Carrier))) for part in parts))


def check(odd: Post, verdict: Verdict, seed: int) -> None:
    """Hold a verdict against its post. Raises FaultError."""
    if not 0 <= verdict.score <= 1:
        raise FaultError(f"score {verdict.score}, seed {seed}")
    for claim in verdict.claims:
        shown = odd.passages[claim.passage].text[claim.start : claim.end]
        if not shown.startswith(claim.quote.rstrip("…")):
            raise FaultError(f"claim {claim.id} is quoted wrongly, seed {seed}")


def seconds(recogniser: Recogniser, judged: Post) -> float:
    """Time a judgement, the better of two."""
    spent: list[float] = []
    for _ in range(2):
        begun = perf_counter()
        recogniser.judge(judged)
        spent.append(perf_counter() - begun)
    return min(spent)


def main() -> int:
    """Read the arguments, feed, report; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    until, seed = monotonic() + 60 * cast("float", given.minutes), cast("int", given.seed)
    recogniser, fed, slowest, largest = Recogniser.standard(), 0, 0.0, 0
    while monotonic() < until:
        odd = post(seed)
        check(odd, recogniser.judge(odd), seed)
        largest = max(largest, odd.length)
        if odd.length > _LEAST_TIMED:
            times = seconds(recogniser, odd) / seconds(recogniser, Post.of_text(filled(PROSE, odd.length)))
            slowest = max(slowest, times)
            if times > _MOST_TIMES:
                raise FaultError(
                    f"{times:.1f} times the cost of plain text, {odd.length} characters, seed {seed}"
                )
        fed, seed = fed + 1, seed + 1
    tracemalloc.start()
    recogniser.judge(Post.of_text(filled(HOSTILE["zalgo"], LARGEST)))
    peak = tracemalloc.get_traced_memory()[1] / MEBIBYTE
    if peak > _MOST_MEMORY:
        raise FaultError(f"{peak:.0f} MiB for 8 MiB of zalgo")
    sys.stdout.write(
        f"{fed} odd texts, the largest {largest:,} characters: no fault; at most {slowest:.2f} times the "
        f"cost of plain text; 8 MiB of zalgo took {peak:.0f} MiB beside the text\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
