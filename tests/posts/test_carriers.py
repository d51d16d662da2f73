"""What a message says outside its files, read from Discord's own objects."""

from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import Mock

import discord
import pytest

from bot.posts import Carrier, Passage
from bot.posts.carriers import said_in


def message(**fields: object) -> discord.Message:
    """Make a message as discord.py parses it, in a direct channel."""
    payload: dict[str, object] = {"id": "7", "type": 0, "content": "", "attachments": [], "embeds": []}
    channel = SimpleNamespace(id=2, guild=None)
    return discord.Message(
        state=cast("Any", Mock()), channel=cast("Any", channel), data=cast("Any", payload | fields)
    )


def preview(**fields: object) -> dict[str, object]:
    """Make the embed of a link."""
    return {"type": "article", "url": "https://leaf.example/kratom-for-pain/", **fields}


def test_every_word_of_an_embed_is_read_in_order() -> None:
    embed = {
        "type": "rich",
        "title": "t",
        "description": "d",
        "author": {"name": "a"},
        "footer": {"text": "f"},
        "fields": [{"name": "n1", "value": "v1"}, {"name": "n2", "value": "v2"}],
    }

    assert said_in(message(content="c", embeds=[embed])) == [
        Passage("c"),
        Passage("t\na\nd\nn1\nv1\nn2\nv2\nf", Carrier.EMBED),
    ]


def test_a_preview_brings_the_words_of_its_address() -> None:
    assert said_in(message(embeds=[preview(title="Leaves")])) == [
        Passage("leaf kratom for pain", Carrier.ADDRESS),
        Passage("Leaves", Carrier.PREVIEW),
    ]


@pytest.mark.parametrize(
    "embed", [preview(), preview(title="  "), {"type": "image", "url": "https://a.example/kratom.png"}]
)
def test_a_preview_that_shows_no_text_brings_no_address(embed: dict[str, object]) -> None:
    assert said_in(message(embeds=[embed])) == []


def test_a_forward_is_read_with_its_embeds() -> None:
    snapshot = {
        "message": {
            "type": 0,
            "content": "from elsewhere",
            "embeds": [preview(title="Leaves")],
            "attachments": [],
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
        }
    }

    assert said_in(message(message_snapshots=[snapshot])) == [
        Passage("from elsewhere", forwarded=True),
        Passage("leaf kratom for pain", Carrier.ADDRESS, forwarded=True),
        Passage("Leaves", Carrier.PREVIEW, forwarded=True),
    ]


def test_a_polls_question_and_answers_are_read() -> None:
    poll = {
        "question": {"text": "Which leaf?"},
        "answers": [
            {"answer_id": 1, "poll_media": {"text": "red"}},
            {"answer_id": 2, "poll_media": {"text": "green"}},
        ],
        "expiry": "2026-01-02T00:00:00+00:00",
        "allow_multiselect": False,
        "layout_type": 1,
    }

    assert said_in(message(poll=poll)) == [Passage("Which leaf?\nred\ngreen", Carrier.POLL)]


def test_what_a_proxied_reply_answers_is_not_its_own_words() -> None:
    shown = {
        "type": "rich",
        "description": "**[Reply to:](https://discord.com/channels/1/2/3)** kratom eases withdrawal",
    }

    assert said_in(message(content="please don't believe this", embeds=[shown])) == [
        Passage("please don't believe this")
    ]
