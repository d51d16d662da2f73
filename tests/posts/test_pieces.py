"""Pieces: which messages are read together, and how much of them is held, for how long."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import cast

import discord

from bot.posts import Carrier, Passage, Post
from bot.posts.pieces import LEAST_PIECE, MOST_HELD, MOST_OF_A_RUN, TOGETHER, Pieces

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FIRST = " ".join(["The first part of a long article speaks of mornings."] * 5)
SECOND = " ".join(["Its second part goes on about the evenings instead."] * 5)
THIRD = " ".join(["And a third part ends it all with the nights, again."] * 5)


def message(
    number: int, text: str, *, writer: int = 5, name: str = "ann", channel: int = 2, after: float = 0
) -> discord.Message:
    """Make a message, so many seconds after noon."""
    said = SimpleNamespace(
        id=number,
        content=text,
        author=SimpleNamespace(id=writer, name=name),
        channel=SimpleNamespace(id=channel),
        created_at=NOON + timedelta(seconds=after),
    )
    return cast("discord.Message", said)


def test_one_writers_messages_in_one_channel_are_joined_in_order() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    run = pieces.take(message(2, SECOND, after=60))

    assert run is not None
    assert run.head == 1
    assert run.continues(2)
    assert run.joined(Post((Passage(SECOND),))) == Post((Passage(f"{FIRST}\n{SECOND}"),), pieces=2)


def test_messages_that_arrive_in_the_wrong_order_are_joined_in_the_right_one() -> None:
    pieces = Pieces()
    pieces.take(message(2, SECOND))
    run = pieces.take(message(1, FIRST))

    assert run is not None
    assert run.head == 1
    assert run.joined(Post(())).text.startswith(FIRST)


def test_a_sentence_that_was_cut_is_whole_again_and_a_paragraph_stays_one() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST.removesuffix(".") + " and"))
    pieces.take(message(2, SECOND))
    run = pieces.take(message(3, THIRD))

    assert run is not None
    assert f"mornings and {SECOND}\n{THIRD}" in run.joined(Post(())).text


def joined(*texts: str) -> str:
    """Return what one writer's messages, seconds apart, say together."""
    pieces = Pieces()
    runs = [pieces.take(message(number, text)) for number, text in enumerate(texts, start=1)]
    assert runs[-1] is not None
    return runs[-1].joined(Post(())).text


def test_a_quotation_does_not_reach_into_the_next_message() -> None:
    quoted = f"look at this:\n>>> {FIRST}\nand so on"

    assert joined(quoted, SECOND) == f"look at this:\n> {FIRST}\n> and so on\n{SECOND}"
    assert joined(f"> {FIRST} and so on", SECOND) == f"> {FIRST} and so on\n{SECOND}"


def test_a_message_that_begins_with_a_quotation_begins_with_it_among_others_too() -> None:
    assert joined(f"{FIRST} and here it is", f"> {SECOND}") == f"{FIRST} and here it is\n> {SECOND}"


def test_what_stands_in_code_is_no_quotation() -> None:
    code = f"```\n>>> {FIRST}\n```"

    assert joined(code, SECOND) == f"{code} {SECOND}"


def test_files_and_previews_of_a_piece_stay_beside_the_joined_text() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    run = pieces.take(message(2, SECOND))
    file = Passage("x", Carrier.FILE, "a.txt")

    assert run is not None
    assert run.joined(Post((Passage(SECOND), file))).passages[1:] == (file,)


def test_what_does_not_belong_together_is_not_joined() -> None:
    for other in (
        message(2, SECOND, writer=6),
        message(2, SECOND, name="bea"),
        message(2, SECOND, channel=3),
        message(2, SECOND, after=TOGETHER.total_seconds() + 1),
    ):
        pieces = Pieces()
        pieces.take(message(1, FIRST))
        run = pieces.take(other)

        assert run is not None
        assert run.head == 2
        assert not run.continues(2)


def test_a_short_line_is_no_piece() -> None:
    pieces = Pieces()

    assert pieces.take(message(1, "x" * (LEAST_PIECE - 1))) is None
    assert pieces.held == 0


def test_a_repetition_is_no_continuation() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    run = pieces.take(message(2, f"{FIRST} read this!!"))

    assert run is not None
    assert not run.continues(2)


def test_a_deleted_piece_is_left_out_and_its_text_let_go() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    pieces.take(message(2, SECOND))
    pieces.forget(1)
    run = pieces.run_of(2)

    assert run is not None
    assert pieces.head_of(2) == 2
    assert run.joined(Post(())).text == SECOND
    assert pieces.held == len(SECOND)
    pieces.forget(2)
    pieces.forget(3)
    assert pieces.held == 0


def test_an_edited_piece_says_what_it_says_now() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    pieces.take(message(2, SECOND))
    run = pieces.edited(message(1, "oh well"))

    assert run == pieces.run_of(2)
    assert run is not None
    assert run.joined(Post(())).text == f"oh well {SECOND}"
    assert pieces.held == len("oh well") + len(SECOND)
    assert pieces.edited(message(9, FIRST)) is None, "an old message joins nothing"


def test_what_is_being_judged_stays_as_it_was_when_all_of_it_is_deleted() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    run = pieces.take(message(2, SECOND))
    pieces.forget(1)
    pieces.forget(2)

    assert run is not None
    assert run.head == 1
    assert run.joined(Post(())).text == f"{FIRST}\n{SECOND}"
    assert pieces.run_of(2) is None
    assert pieces.held == 0


def test_a_case_stands_for_a_run_until_its_own_message_goes() -> None:
    pieces = Pieces()
    for number, text in enumerate((FIRST, SECOND, THIRD), start=1):
        pieces.take(message(number, text))
    pieces.answer(3, head=2)

    pieces.forget(1)
    kept = pieces.run_of(3)
    assert kept is not None
    assert kept.answered == 2
    pieces.forget(2)
    reopened = pieces.run_of(3)
    assert reopened is not None
    assert reopened.answered is None


def test_talk_is_let_go_when_it_rested() -> None:
    pieces = Pieces()
    pieces.take(message(1, FIRST))
    pieces.take(message(2, SECOND, writer=6, after=100))
    pieces.let_go(NOON + TOGETHER + timedelta(seconds=1))

    assert pieces.held == len(SECOND)
    assert pieces.head_of(1) == 1


def test_a_run_has_an_end() -> None:
    pieces = Pieces()
    long = "word " * 390
    for number in range(1, MOST_OF_A_RUN // len(long) + 1):
        pieces.take(message(number, f"{number} {long}"))
    run = pieces.take(message(90, f"90 {long}"))

    assert run is not None
    assert run.head == 90


def test_a_flood_of_writers_is_held_within_a_bound_and_the_newest_stay() -> None:
    pieces = Pieces()
    long = "word " * 390
    writers = 3 * MOST_HELD // len(long)
    for number in range(1, writers + 1):
        pieces.take(message(number, long, writer=number))
        assert pieces.held <= MOST_HELD
    newest = pieces.take(message(10**6, SECOND, writer=writers))

    assert newest is not None
    assert newest.head == writers
