"""An article pasted as several messages is one text with one note; nobody else's words are drawn into it."""

import discord
import pytest
import simcord

from bot.policy import DEFAULT_THRESHOLD
from bot.posts import Post
from bot.recognition import Recogniser

from .community import Community
from .test_privacy import MARKER, bytes_kept
from .texts import PIECES, PITCH, QUESTION, SMALL_TALK, STORY_IN_PIECES

HALF_A_MINUTE = 0.5


async def paste_in_pieces(
    community: Community,
    channel: simcord.ChannelHandle,
    pieces: tuple[str, ...] = PIECES,
    by: simcord.MemberActor | None = None,
) -> list[discord.Message]:
    """Post one piece after another, half a minute apart."""
    posts: list[discord.Message] = []
    for piece in pieces:
        posts.append(await community.paste(channel, piece, by=by))
        await community.pass_time(HALF_A_MINUTE)
    return posts


def test_no_piece_is_a_pitch_and_the_whole_is() -> None:
    judge = Recogniser.standard().judge

    assert max(judge(Post.of_text(piece)).score for piece in PIECES) < DEFAULT_THRESHOLD
    assert judge(Post.of_text("\n".join(PIECES[1:]))).score < DEFAULT_THRESHOLD
    for number in range(2, len(PIECES) + 1):
        assert judge(Post.of_text("\n".join(PIECES[:number]))).score >= DEFAULT_THRESHOLD


@pytest.mark.parametrize("number", [2, 3, 5])
async def test_an_article_in_pieces_gets_one_note_under_the_first(community: Community, number: int) -> None:
    first, *_ = await paste_in_pieces(community, community.general, PIECES[:number])

    (note,) = community.notes_in(community.general)
    assert note.answers == first.id
    assert community.states() == ["noted"]


async def test_the_entry_says_that_messages_were_read_together(community: Community) -> None:
    first, *_ = await paste_in_pieces(community, community.general)

    (entry,) = community.entries()
    assert entry.shows("messages read together", str(first.id), community.member.mention)


async def test_pieces_without_a_cool_down_get_one_note(community: Community) -> None:
    await community.restart(cooldown=0)

    await paste_in_pieces(community, community.general)

    assert len(community.notes_in(community.general)) == 1
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_what_others_say_in_between_changes_nothing_and_is_not_quoted(community: Community) -> None:
    (other,) = community.members(1)
    first = await community.paste(community.general, PIECES[0])
    for piece in PIECES[1:]:
        await community.paste(community.general, f"{MARKER} {SMALL_TALK}", by=other)
        await community.paste(community.general, f"{MARKER}? {QUESTION}", by=other)
        await community.paste(community.general, piece)

    (note,) = community.notes_in(community.general)
    assert note.answers == first.id
    (entry,) = community.entries()
    assert not entry.shows(MARKER)
    assert community.states() == ["noted"]


async def test_two_writers_halves_do_not_join(community: Community) -> None:
    (other,) = community.members(1)
    await community.paste(community.general, PIECES[0])
    await paste_in_pieces(community, community.general, PIECES[1:], by=other)

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_pieces_twenty_minutes_apart_do_not_join(community: Community) -> None:
    await community.paste(community.general, PIECES[0])
    await community.pass_time(minutes=20)
    await paste_in_pieces(community, community.general, PIECES[1:])

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_pieces_in_two_channels_do_not_join(community: Community) -> None:
    thread = await community.open_thread(community.general, "more of it")
    await community.paste(community.general, PIECES[0])
    await paste_in_pieces(community, community.recovery, PIECES[1:3])
    await paste_in_pieces(community, thread, PIECES[3:])

    assert community.states() == []


async def test_a_piece_deleted_before_the_others_come_is_not_counted(community: Community) -> None:
    gone = await community.paste(community.general, PIECES[0])
    await community.member.delete(gone)
    await paste_in_pieces(community, community.general, PIECES[1:])

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_a_piece_deleted_in_bulk_is_not_counted(community: Community) -> None:
    gone = await community.paste(community.general, PIECES[0])
    await community.clear(community.general, [gone.id])
    await paste_in_pieces(community, community.general, PIECES[1:])

    assert community.states() == []


async def test_a_piece_edited_before_the_others_come_counts_as_it_stands(community: Community) -> None:
    first = await community.paste(community.general, PIECES[0])
    await community.edit(first, SMALL_TALK)
    await paste_in_pieces(community, community.general, PIECES[1:])

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_a_pitch_followed_by_more_of_it_stays_one_case(community: Community) -> None:
    await community.restart(cooldown=0)
    first = await community.paste(community.general, PITCH)
    await paste_in_pieces(community, community.general, PIECES[1:])

    (note,) = community.notes_in(community.general)
    assert note.answers == first.id
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_after_a_restart_no_piece_is_remembered(community: Community) -> None:
    await community.paste(community.general, f"{PIECES[0]} {MARKER}")
    assert MARKER.encode() not in bytes_kept(community)
    await community.restart()

    await paste_in_pieces(community, community.general, PIECES[1:])

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_a_piece_from_when_it_was_off_is_not_remembered(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.paste(community.general, PIECES[0])
    await community.command(community.manager, "mode", mode="note")

    await paste_in_pieces(community, community.general, PIECES[1:])

    assert community.states() == []


async def test_ones_own_story_told_line_by_line_gets_silence(community: Community) -> None:
    await paste_in_pieces(community, community.recovery, STORY_IN_PIECES)

    assert community.notes_in(community.recovery) == []
    assert community.states() == []


async def test_deleting_the_first_piece_takes_the_note_along(community: Community) -> None:
    first, *_ = await paste_in_pieces(community, community.general)

    await community.member.delete(first)

    assert community.notes_in(community.general) == []
    (kept,) = community.kept()
    assert (kept.state, kept.empty) == ("deleted", True)


async def test_a_story_and_what_helped_are_no_pitch_together(community: Community) -> None:
    story = (
        "I took kratom for three years after the pills ran out and I wish somebody had told me how it ends. "
        "Two bags a week, shaking by noon. I stopped in March with a doctor and it was the worst fortnight "
        "of my life, and I would not wish it on anyone who reads this."
    )
    helped = (
        "What changed it for me was the clinic. They put me on buprenorphine and it eases withdrawal within "
        "the hour: the legs stop kicking, sleep comes back on the second night. It takes the cravings away, "
        "quietly, without the fog. People who had tried everything else have quit their pain pills with it."
    )

    await community.paste(community.recovery, story)
    await community.paste(community.recovery, helped)

    assert community.notes_in(community.recovery) == []
    assert community.states() == []


async def test_the_note_answers_where_the_pitch_begins_and_not_the_talk_before_it(
    community: Community,
) -> None:
    talk = (
        "The garden needs hands on Saturday, we are digging over the beds by the fence and the tools are in "
        "the shed behind the hall. Wear boots, it has rained a lot and the clay sticks to everything. Tea is "
        "on the house, and so is the cake if the oven works."
    )
    await community.paste(community.general, talk)

    first, *_ = await paste_in_pieces(community, community.general)

    (note,) = community.notes_in(community.general)
    assert note.answers == first.id
    (entry,) = community.entries()
    assert entry.shows("as 2 messages read together")


ASIDES = {
    "the shop": (
        "Half of it is the cooking. Scrape the pot, let it rest, and do not stir. The shop next to the "
        "station has kratom again, by the way, and the woman there says it comes in on Fridays. How is your "
        "mother doing, and did the dog come back from the neighbours in the end?"
    ),
    "the cousin": (
        "Kratom is what the cousin in Leeds went to after the clinic closed, and it kept him at work through "
        "the winter, more or less. Not that it was easy. He says the nights were the worst, and that the tea "
        "tastes like a lawn. Ask him yourself when he comes on Sunday with the van."
    ),
}


@pytest.mark.parametrize("aside", ASIDES.values(), ids=ASIDES.keys())
async def test_an_aside_and_advice_on_something_else_are_no_pitch_together(
    community: Community, aside: str
) -> None:
    advice = (
        "About the strips: wait until you are fully in withdrawal before you put the first one under the "
        "tongue. Otherwise it turns on you, and precipitated withdrawal is a hundred times worse than the "
        "plain one. Once it is in, subs take most of the sickness away and the rest is patience."
    )
    assert Recogniser.standard().judge(Post.of_text(f"{aside}\n{advice}")).score >= DEFAULT_THRESHOLD

    await community.paste(community.recovery, aside)
    await community.paste(community.recovery, advice)

    assert community.notes_in(community.recovery) == []
    assert community.states() == []
