"""A forwarded pitch is a pitch where it is forwarded to, and a forwarded story stays a story."""

import pytest

from .carriers import embed
from .community import Community
from .test_privacy import MARKER, bytes_kept
from .texts import LONG_PITCH, OWN_STORY, PITCH, QUESTION, SMALL_TALK


async def test_a_forwarded_pitch_gets_a_note_on_the_forwarding_post(community: Community) -> None:
    forwarded = await community.forward(community.general, PITCH)
    assert forwarded.content == ""

    (note,) = community.notes_in(community.general)
    assert note.answers == forwarded.id
    (entry,) = community.entries()
    assert entry.shows("forwarded", "not addictive", community.member.mention)


async def test_a_forwarded_embed_is_read(community: Community) -> None:
    forwarded = await community.forward(community.general, "see", embeds=[embed("Read on", PITCH)])

    (note,) = community.notes_in(community.general)
    assert note.answers == forwarded.id
    (entry,) = community.entries()
    assert entry.shows("forwarded")


async def test_the_fields_of_a_forwarded_embed_are_read(community: Community) -> None:
    leaflet = embed("Kratom at a glance", "", ("What it does", PITCH), ("Where from", "Borneo"))

    await community.forward(community.general, embeds=[leaflet])

    assert len(community.notes_in(community.general)) == 1


async def test_a_forwarded_file_is_read(community: Community) -> None:
    forwarded = await community.forward(community.general, files=[("message.txt", LONG_PITCH.encode())])

    assert community.fetch.asked == ["message.txt"]
    (note,) = community.notes_in(community.general)
    assert note.answers == forwarded.id
    (entry,) = community.entries()
    assert entry.shows("forwarded", "message.txt")


async def test_a_forward_of_a_forward_is_read(community: Community) -> None:
    first = await community.forward(community.recovery, PITCH)
    again = await community.forward_again(community.general, first)

    (note,) = community.notes_in(community.general)
    assert note.answers == again.id
    assert community.states() == ["noted", "noted"]


@pytest.mark.parametrize("text", [OWN_STORY, QUESTION], ids=["story", "question"])
async def test_a_persons_own_words_get_silence_when_they_are_forwarded(
    community: Community, text: str
) -> None:
    await community.forward(community.general, text)

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_small_talk_passed_on_from_a_garden_page_gets_silence(community: Community) -> None:
    garden = embed("Leaf", "", url="https://garden.example")

    await community.forward(community.general, SMALL_TALK, embeds=[garden], files=[("a.txt", b"words")])

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_where_it_is_off_a_forward_is_not_read(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")

    await community.forward(community.general, PITCH, files=[("message.txt", LONG_PITCH.encode())])

    assert community.notes_in(community.general) == []
    assert community.fetch.asked == []
    assert community.states() == []


async def test_a_forwards_deletion_takes_its_note_along(community: Community) -> None:
    forwarded = await community.forward(community.general, PITCH)

    await community.member.delete(forwarded)

    assert community.notes_in(community.general) == []
    assert community.states() == ["deleted"]


async def test_of_a_forward_no_word_is_kept(community: Community) -> None:
    await community.forward(community.general, f"{PITCH} {MARKER}", embeds=[embed(MARKER, PITCH)])

    assert community.states() == ["noted"]
    assert MARKER.encode() not in bytes_kept(community)
