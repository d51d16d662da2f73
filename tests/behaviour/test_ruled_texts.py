"""What rulings teach: copies of what was confirmed are known, copies of what was dismissed are let be."""

from .community import Community
from .test_rulings import ANOTHER_PITCH, CONFIRMED_TEXT, QUIET_PIECE, only_entry, paste_and_rule
from .texts import LONG_PITCH, PITCH, QUESTION, SMALL_TALK


async def test_a_quiet_piece_of_a_confirmed_pitch_is_recognised_elsewhere(community: Community) -> None:
    await community.paste(community.voice, QUIET_PIECE)
    assert community.entries() == [], "the piece is a pitch by itself"

    await paste_and_rule(community, CONFIRMED_TEXT, "Confirm")
    await community.paste(community.recovery, QUIET_PIECE)

    assert len(community.notes_in(community.recovery)) == 1
    entry = community.entries()[-1]
    assert entry.shows(
        community.recovery.mention, "Nearest known article: case 1 (100% of one stands in the other)"
    )


async def test_a_piece_of_a_pitch_that_nobody_confirmed_stays_quiet(community: Community) -> None:
    await community.paste(community.general, CONFIRMED_TEXT)
    await community.paste(community.recovery, QUIET_PIECE)

    assert community.notes_in(community.recovery) == []


async def test_a_near_copy_of_a_dismissed_post_gets_silence(community: Community) -> None:
    await paste_and_rule(community, PITCH, "Dismiss")

    await community.paste(community.general, PITCH)
    await community.paste(community.recovery, f"{PITCH.upper()} what do you all think of this?")

    assert community.notes_in(community.general) == []
    assert community.notes_in(community.recovery) == []
    assert len(community.entries()) == 1
    assert community.states() == ["withdrawn"]


async def test_a_different_pitch_still_gets_its_note_at_once(community: Community) -> None:
    await paste_and_rule(community, PITCH, "Dismiss")

    await community.paste(community.general, ANOTHER_PITCH)

    assert len(community.notes_in(community.general)) == 1, "a withdrawn note cools nothing down"


async def test_a_different_pitch_that_a_dismissed_note_stood_for_gets_its_own(community: Community) -> None:
    first, second, third, fourth = community.members(4)
    await community.paste(community.general, PITCH, by=first)
    await community.paste(community.general, f"look: {PITCH}", by=second)
    other = await community.paste(community.general, ANOTHER_PITCH, by=third)
    await community.paste(community.general, ANOTHER_PITCH, by=fourth)

    await community.press(community.moderator, await only_entry(community), "Dismiss")
    await community.pass_time(minutes=11)

    assert [note.answers for note in community.notes_in(community.general)] == [other.id]
    assert community.states() == ["withdrawn", "silenced", "noted", "silenced"]
    dismissed, its_own = community.entries()
    assert dismissed.shows("**Dismissed**", "+1 post since")
    assert its_own.shows("**Note sent**", third.mention, "+1 post since")


async def test_near_copies_stay_silent_when_the_dismissed_post_is_deleted(community: Community) -> None:
    writer, other = community.members(2)
    dismissed = await community.paste(community.general, PITCH, by=writer)
    await community.paste(community.general, PITCH, by=other)
    await community.press(community.moderator, await only_entry(community), "Dismiss")

    await writer.delete(dismissed)
    await community.pass_time(minutes=11)

    assert community.notes_in(community.general) == []


async def test_a_different_pitch_gets_its_note_though_the_dismissed_one_cannot_be_withdrawn_yet(
    community: Community,
) -> None:
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    community.break_deleting(community.general, note.message.id)
    await community.press(community.moderator, await only_entry(community), "Dismiss")

    (other,) = community.members(1)
    pitch = await community.paste(community.general, ANOTHER_PITCH, by=other)

    assert [each.answers for each in community.notes_in(community.general)][1:] == [pitch.id]


async def test_a_longer_pitch_that_contains_a_dismissed_one_still_gets_its_note(community: Community) -> None:
    await paste_and_rule(community, PITCH, "Dismiss")

    await community.paste(community.recovery, f"{LONG_PITCH}\n\n{PITCH}")

    assert len(community.notes_in(community.recovery)) == 1


async def test_a_ruling_holds_in_its_own_server_only(community: Community) -> None:
    neighbour = await community.neighbour()
    await paste_and_rule(community, PITCH, "Dismiss")
    await paste_and_rule(community, CONFIRMED_TEXT, "Confirm")

    await community.paste(neighbour.general, QUIET_PIECE, by=neighbour.member)
    assert community.notes_in(neighbour.general) == []
    await community.paste(neighbour.general, PITCH, by=neighbour.member)

    assert len(community.notes_in(neighbour.general)) == 1
    (entry,) = community.entries(neighbour.mod_log)
    assert not entry.shows("Nearest known article")


async def test_lists_are_read_for_the_first_post_past_the_gate_and_for_no_ordinary_one(
    community: Community,
) -> None:
    await paste_and_rule(community, PITCH, "Dismiss")
    await community.restart()

    with community.statements() as run:
        await community.paste(community.general, SMALL_TALK)
        assert run == []
        await community.paste(community.general, QUESTION)
        assert any("fingerprints" in statement for statement in run)
        run.clear()
        await community.paste(community.general, QUESTION)
        assert run == []
