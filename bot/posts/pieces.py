"""Pieces: a long text that one person pastes as several messages, joined again. In memory only."""

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

import discord

from bot.posts.post import Carrier, Passage, Post

TOGETHER = timedelta(minutes=3)
"""Time from one piece to the next in which the two belong together."""

LEAST_PIECE = 200
"""Characters from which a message can be a piece: talk in short lines is not joined."""

MOST_OF_A_RUN = 40_000
"""Characters of a run that are kept: twenty full messages. What comes after begins a new run."""

MOST_HELD = 4 * 1024 * 1024
"""Characters of all runs together; above it, the runs that rested longest are let go."""

_PHRASE = 4
_ENDS = '.!?:;…"”)\n'
_CODE_OR_QUOTED_TO_THE_END = re.compile(r"(?m)```[\s\S]*?```|^ {0,3}>>> (?P<quoted>[\s\S]*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One message of a run. said: its own text."""

    message_id: int
    said: str


@dataclass(slots=True)
class Run:
    """What one person wrote in one channel, piece after piece, oldest first.

    key: channel and writer. answered: a case stands for it, so that its further pieces need none.
    """

    key: tuple[int, int, str]
    newest_at: datetime
    pieces: list[Piece] = field(default_factory=list[Piece])
    answered: bool = False

    @property
    def head(self) -> int:
        """The first message, which gets the note."""
        return self.pieces[0].message_id

    @property
    def length(self) -> int:
        """Characters of all pieces."""
        return sum(len(piece.said) for piece in self.pieces)

    def continues(self, message_id: int) -> bool:
        """Say whether this message adds to the others of its run, and does not mostly repeat one of them."""
        own = next(
            (_phrases(piece.said) for piece in self.pieces if piece.message_id == message_id), set[str]()
        )
        others = [piece for piece in self.pieces if piece.message_id != message_id]
        repeats = (len(own & _phrases(piece.said)) >= len(own) / 2 for piece in others)
        return bool(others) and not any(repeats)

    def before(self, message_id: int) -> Post:
        """Return what was said before a message."""
        return Post.of_text(_join([piece for piece in self.pieces if piece.message_id < message_id]))

    def joined(self, post: Post) -> Post:
        """Put the pieces in place of the content of a post that is one of them; its files stay."""
        others = (passage for passage in post.passages if passage.carrier is not Carrier.CONTENT)
        return Post((Passage(_join(self.pieces)), *others), post.unread, pieces=len(self.pieces))


class Pieces:
    """Remembers who wrote what just now, so that an article in several messages is judged as one text.

    Invariant: at most MOST_HELD characters and a few minutes of talk are held, and none of it is stored.
    """

    __slots__ = ("_heads", "_held", "_runs")

    def __init__(self) -> None:
        self._runs: OrderedDict[tuple[int, int, str], Run] = OrderedDict()
        self._heads: dict[int, Run] = {}
        self._held = 0

    @classmethod
    def from_history(cls, messages: list[discord.Message]) -> Self:
        """Go through messages as if they came now, oldest first."""
        pieces = cls()
        for message in messages:
            pieces.take(message)
        return pieces

    @property
    def held(self) -> int:
        """Characters in memory."""
        return self._held

    def take(self, message: discord.Message) -> Run | None:
        """Remember a new message and return its run; None where it is too short to be a piece."""
        if message.id in self._heads or len(message.content) < LEAST_PIECE:
            return self.edited(message)
        self.let_go(message.created_at)
        # A webhook writes for many: there the name tells them apart.
        key = (message.channel.id, message.author.id, message.author.name)
        run = self._runs.get(key)
        if run is None or run.length + len(message.content) > MOST_OF_A_RUN:
            if run is not None:
                self._drop(key)
            run = self._runs[key] = Run(key, message.created_at)
        self._add(run, message)
        self._runs.move_to_end(key)
        while self._held > MOST_HELD and len(self._runs) > 1:
            self._drop(next(iter(self._runs)))
        return run

    def edited(self, message: discord.Message) -> Run | None:
        """Put the text that a message has now in place of what it said; None where it is not remembered."""
        run = self._heads.get(message.id)
        if run is None:
            return None
        before = run.length
        run.pieces = [
            Piece(piece.message_id, message.content) if piece.message_id == message.id else piece
            for piece in run.pieces
        ]
        self._held += run.length - before
        return run

    def head_of(self, message_id: int) -> int:
        """Return the first message of the run that a message belongs to; itself where there is none."""
        run = self._heads.get(message_id)
        return run.head if run is not None and run.pieces else message_id

    def forget(self, message_id: int) -> None:
        """Leave out a deleted message."""
        run = self._heads.pop(message_id, None)
        if run is None:
            return
        before = run.length
        run.pieces = [piece for piece in run.pieces if piece.message_id != message_id]
        self._held -= before - run.length
        run.answered = False  # what stood for the others may be gone with it
        if not run.pieces:
            del self._runs[run.key]

    def let_go(self, now: datetime) -> None:
        """Forget the runs that have had no piece for a while."""
        while self._runs:
            key, oldest = next(iter(self._runs.items()))
            if now - oldest.newest_at <= TOGETHER:
                return
            self._drop(key)

    def _add(self, run: Run, message: discord.Message) -> None:
        run.pieces = sorted(
            [*run.pieces, Piece(message.id, message.content)], key=lambda piece: piece.message_id
        )
        run.newest_at = max(run.newest_at, message.created_at)
        self._heads[message.id] = run
        self._held += len(message.content)

    def _drop(self, key: tuple[int, int, str]) -> None:
        run = self._runs.pop(key)
        self._held -= run.length
        for piece in run.pieces:
            self._heads.pop(piece.message_id, None)


def _join(pieces: list[Piece]) -> str:
    """Join pieces as they were before they were cut: a sentence that runs on has no line's end in it.

    Each is a message of its own to Discord, so that no quotation reaches from one into the next.
    """
    text = ""
    for said in (_quoted_line_by_line(piece.said) for piece in pieces):
        between = " " if _runs_on(text, said) else "\n"
        text += f"{between}{said}" if text else said
    return text


def _runs_on(text: str, said: str) -> bool:
    quotes = said.lstrip(" ").startswith(">") or text.rpartition("\n")[2].lstrip(" ").startswith(">")
    return not quotes and text.rstrip(" ")[-1:] not in _ENDS


def _quoted_line_by_line(said: str) -> str:
    """Put a sign before each line of a quotation that has one for all (">>>") and ends with its message."""

    def by_line(found: re.Match[str]) -> str:
        quoted = found["quoted"]
        return found[0] if quoted is None else "> " + quoted.replace("\n", "\n> ")

    return _CODE_OR_QUOTED_TO_THE_END.sub(by_line, said)


def _phrases(text: str) -> set[str]:
    """Return all runs of four words, to tell a repetition by."""
    words = text.casefold().split()
    return {" ".join(words[at : at + _PHRASE]) for at in range(max(1, len(words) - _PHRASE + 1))}
