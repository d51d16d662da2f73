"""Pieces: a long text that one person pastes as several messages, joined again. In memory only."""

import re
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Run:
    """What one person wrote in one channel, piece after piece, oldest first; never empty.

    A value: what is being judged stays as it was taken, whatever is deleted or added meanwhile.

    key: channel and writer. answered: id of the message whose case stands for the run, so that its further
    pieces need none.
    """

    key: tuple[int, int, str]
    newest_at: datetime
    pieces: tuple[Piece, ...]
    answered: int | None = None

    @classmethod
    def of(cls, messages: Sequence[discord.Message]) -> Self:
        """Take messages of one writer, at least one, oldest first, for a run."""
        return cls(
            _key(messages[0]),
            messages[-1].created_at,
            tuple(Piece(message.id, message.content) for message in messages),
        )

    @property
    def ids(self) -> tuple[int, ...]:
        """The messages."""
        return tuple(piece.message_id for piece in self.pieces)

    @property
    def head(self) -> int:
        """The first message."""
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

    def since(self, piece: int) -> Self:
        """Return the run without the pieces before this one, counted from 0."""
        return replace(self, pieces=self.pieces[piece:])

    def joined(self, post: Post) -> Post:
        """Put the pieces in place of the content of a post that is one of them; its files stay."""
        others = (passage for passage in post.passages if passage.carrier is not Carrier.CONTENT)
        said = _join([piece.said for piece in self.pieces])
        return Post((Passage(said), *others), post.unread, pieces=len(self.pieces))


class Pieces:
    """Remembers who wrote what just now, so that an article in several messages is judged as one text.

    Invariant: at most MOST_HELD characters and a few minutes of talk are held, and none of it is stored.
    """

    __slots__ = ("_held", "_keys", "_runs")

    def __init__(self) -> None:
        self._runs: OrderedDict[tuple[int, int, str], Run] = OrderedDict()
        self._keys: dict[int, tuple[int, int, str]] = {}
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

    @property
    def ids(self) -> Collection[int]:
        """The messages in memory."""
        return tuple(self._keys)

    def take(self, message: discord.Message) -> Run | None:
        """Remember a new message and return its run; None where it is too short to be a piece."""
        if message.id in self._keys or len(message.content) < LEAST_PIECE:
            return self.edited(message)
        self.let_go(message.created_at)
        key = _key(message)
        run = self._runs.get(key)
        if run is not None and run.length + len(message.content) > MOST_OF_A_RUN:
            self._drop(key)
            run = None
        run = self._add(run, key, message)
        while self._held > MOST_HELD and len(self._runs) > 1:
            self._drop(next(iter(self._runs)))
        return run

    def edited(self, message: discord.Message) -> Run | None:
        """Put the text that a message has now in place of what it said; None where it is not remembered."""
        run = self.run_of(message.id)
        if run is None:
            return None
        now = Piece(message.id, message.content)
        return self._put(run, tuple(now if piece.message_id == message.id else piece for piece in run.pieces))

    def run_of(self, message_id: int) -> Run | None:
        """Return the run that a message belongs to, as it is now; None where it is not remembered."""
        key = self._keys.get(message_id)
        return None if key is None else self._runs[key]

    def head_of(self, message_id: int) -> int:
        """Return the first message of the run that a message belongs to; itself where there is none."""
        run = self.run_of(message_id)
        return message_id if run is None else run.head

    def answer(self, message_id: int, head: int) -> None:
        """Take note that a case, that of the message `head`, stands for the run of a message if none does."""
        run = self.run_of(message_id)
        if run is not None and run.answered is None:
            self._runs[run.key] = replace(run, answered=head)

    def reopen(self, head: int) -> None:
        """Take note that the case of the message `head` stands for its run no longer."""
        run = self.run_of(head)
        if run is not None and run.answered == head:
            self._runs[run.key] = replace(run, answered=None)

    def forget(self, message_id: int) -> None:
        """Leave out a deleted message; a case of its own stands for the others no longer."""
        self.reopen(message_id)
        run = self.run_of(message_id)
        if run is None:
            return
        del self._keys[message_id]
        self._put(run, tuple(piece for piece in run.pieces if piece.message_id != message_id))

    def let_go(self, now: datetime) -> None:
        """Forget the runs that have had no piece for a while."""
        while self._runs:
            key, oldest = next(iter(self._runs.items()))
            if now - oldest.newest_at <= TOGETHER:
                return
            self._drop(key)

    def _add(self, run: Run | None, key: tuple[int, int, str], message: discord.Message) -> Run:
        piece = Piece(message.id, message.content)
        before, newest_at = ((), message.created_at) if run is None else (run.pieces, run.newest_at)
        pieces = tuple(sorted((*before, piece), key=lambda each: each.message_id))
        answered = None if run is None else run.answered
        added = Run(key, max(newest_at, message.created_at), pieces, answered)
        self._runs[key] = added
        self._runs.move_to_end(key)
        self._keys[message.id] = key
        self._held += len(piece.said)
        return added

    def _put(self, run: Run, pieces: tuple[Piece, ...]) -> Run | None:
        """Give a run other pieces; without any it is no more."""
        self._held -= run.length
        if not pieces:
            del self._runs[run.key]
            return None
        changed = self._runs[run.key] = replace(run, pieces=pieces)
        self._held += changed.length
        return changed

    def _drop(self, key: tuple[int, int, str]) -> None:
        run = self._runs.pop(key)
        self._held -= run.length
        for piece in run.pieces:
            self._keys.pop(piece.message_id, None)


def _key(message: discord.Message) -> tuple[int, int, str]:
    # A webhook writes for many: there the name tells them apart.
    return message.channel.id, message.author.id, message.author.name


def _join(messages: Iterable[str]) -> str:
    """Join pieces as they were before they were cut: a sentence that runs on has no line's end in it.

    Each is a message of its own to Discord, so that no quotation reaches from one into the next.
    """
    text = ""
    for said in map(_quoted_line_by_line, messages):
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
