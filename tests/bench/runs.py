"""Posts of several messages through the whole bot: what is found in an article's pieces, what in mere talk.

    python -m tests.bench.runs CHAT.jsonl [--runs 200]

Talk: runs of three messages of the chat file, one of them on the topic, none flagged by itself. Their writers
differ, so a run wanders more than a person would. Pitches: long ones of the corpus, from which the models
have learned, in pieces of 450 characters; only those whose first piece is not flagged by itself.
"""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.policy import PlaceSettings
from bot.posts import Post
from bot.posts.pieces import LEAST_PIECE
from bot.recognition import Recogniser
from bot.recognition.training import corpus
from tests.behaviour.community import Community
from tests.bench.sets import LONGEST_PASTE, pieces, read_lines

PIECE = 450
"""Characters of a piece: well below what one message of a pitch is recognised by."""

IN_A_RUN = 3
LONG_PITCH = 900
THRESHOLD = PlaceSettings().threshold


@dataclass(frozen=True, slots=True)
class Found:
    """How many runs were posted, and how many of them got a case."""

    runs: int
    flagged: int


def flagged(text: str) -> bool:
    """Whether a message by itself is flagged."""
    return Recogniser.standard().judge(Post.of_text(text)).score >= THRESHOLD


def talk(chat: Path, number: int, rng: random.Random) -> Iterator[list[str]]:
    """Draw runs of messages of which none is flagged by itself; one of each names the topic."""
    texts = [line.get("text", "") for line in read_lines(chat)]
    quiet = [text for text in texts if LEAST_PIECE <= len(text) <= LONGEST_PASTE and not flagged(text)]
    topical = [text for text in quiet if Recogniser.standard().judge(Post.of_text(text)).topic]
    for _ in range(number):
        run = [rng.choice(topical), *rng.sample(quiet, IN_A_RUN - 1)]
        rng.shuffle(run)
        yield run


def articles(number: int, rng: random.Random) -> Iterator[list[str]]:
    """Draw long pitches in pieces, of which the first is not flagged by itself."""
    texts = [entry.text for entry in corpus.load() if entry.is_pitch and len(entry.text) >= LONG_PITCH]
    for text in rng.sample(texts, min(number, len(texts))):
        run = [piece for piece in pieces(text, PIECE) if len(piece) >= LEAST_PIECE]
        if len(run) > 1 and not flagged(run[0]):
            yield run


async def post(community: Community, runs: Sequence[Sequence[str]]) -> Found:
    """Let a member for each run post its messages one after another."""
    count = 0
    for member, run in zip(community.members(len(runs)), runs, strict=True):
        before = len(community.states())
        for text in run:
            await member.send(community.recovery, text)
        count += len(community.states()) > before
    return Found(len(runs), count)


async def measure(name: str, runs: Sequence[Sequence[str]]) -> None:
    """Post runs in a community of their own and print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        community = await Community.open(Path(folder) / "signpost.db")
        found = await post(community, runs)
        await community.close()
    sys.stdout.write(f"{name}: {found.flagged} of {found.runs} got a case\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("chat", type=Path)
    parser.add_argument("--runs", type=int, default=200)
    given = parser.parse_args()
    rng = random.Random(7)
    for name, runs in (
        ("talk, three messages of which none is flagged by itself", talk(given.chat, given.runs, rng)),
        ("long pitches in pieces, the first of which is not flagged", articles(given.runs, rng)),
    ):
        asyncio.run(measure(name, [*runs]))


if __name__ == "__main__":
    main()
