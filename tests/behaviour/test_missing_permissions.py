"""Missing permissions: told to moderators once, with how to grant them; nothing is lost or repeated."""

from .community import Community
from .texts import PITCH


async def test_without_permission_moderators_are_told_once_not_once_a_message(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)

    for member in community.members(4):
        await community.paste(community.general, PITCH, by=member)

    assert community.notes_in(community.general) == []
    (told,) = community.told()
    assert f"I cannot write in {community.general.mention}" in told
    assert "Missing: Send Messages." in told
    assert "channel settings → Permissions → add Signpost" in told


async def test_further_posts_are_counted_on_one_entry(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)

    for member in community.members(4):
        await community.paste(community.general, PITCH, by=member)

    (entry,) = community.entries()
    assert entry.shows("**Could not write here**", "Decision: note, not sent", "+3 posts")
    assert community.states() == ["refused"] * 4


async def test_the_count_does_not_blame_the_cooldown(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)

    for member in community.members(2):
        await community.paste(community.general, PITCH, by=member)

    (entry,) = community.entries()
    assert not entry.shows("silenced by the cool-down")


async def test_a_reply_needs_the_history_too(community: Community) -> None:
    await community.refuse(community.general, read_message_history=False)

    await community.paste(community.general, PITCH)

    assert community.notes_in(community.general) == []
    (told,) = community.told()
    assert "Missing: Read Message History." in told


async def test_in_a_thread_the_threads_permission_is_named(community: Community) -> None:
    await community.refuse(community.general, send_messages_in_threads=False)
    thread = await community.open_thread(community.general, "aside")

    await community.paste(thread, PITCH)

    (told,) = community.told()
    assert thread.mention in told
    assert "Missing: Send Messages in Threads." in told


async def test_status_names_what_is_missing_and_how_to_grant_it(community: Community) -> None:
    await community.refuse(community.general, send_messages=False, read_message_history=False)

    here = await community.command(community.moderator, "status")
    elsewhere = await community.command(community.moderator, "status", at=community.recovery)

    assert f"**Missing in {community.general.mention}: Send Messages, Read Message History.**" in here
    assert "channel settings → Permissions → add Signpost → allow what is missing" in here
    assert "Permissions here: everything it needs." in elsewhere


async def test_once_granted_the_next_pitch_gets_its_note(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    await community.paste(community.general, PITCH)

    await community.refuse(community.general)
    later = await community.paste(community.general, PITCH)

    assert [note.answers for note in community.notes_in(community.general)] == [later.id]
    assert "Permissions here: everything it needs." in await community.command(community.moderator, "status")


async def test_trouble_that_comes_back_is_told_again(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    await community.paste(community.general, PITCH)
    await community.refuse(community.general)
    await community.paste(community.general, PITCH)
    await community.pass_time(minutes=31)

    await community.refuse(community.general, send_messages=False)
    await community.paste(community.general, PITCH)

    assert len(community.told()) == 2


async def test_other_trouble_in_the_same_channel_is_told(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    await community.paste(community.general, PITCH)
    await community.refuse(community.general, read_message_history=False)
    await community.paste(community.general, PITCH)

    first, second = community.told()
    assert "Missing: Send Messages." in first
    assert "Missing: Read Message History." in second


async def test_a_restart_does_not_tell_again(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    await community.paste(community.general, PITCH)

    await community.restart()
    await community.paste(community.general, PITCH)

    assert len(community.told()) == 1


async def test_without_a_log_missing_permissions_stop_nothing(newcomer: Community) -> None:
    await newcomer.refuse(newcomer.general, send_messages=False)

    await newcomer.paste(newcomer.general, PITCH)
    await newcomer.paste(newcomer.recovery, PITCH)

    assert newcomer.states() == ["refused", "noted"]


async def test_moderators_who_choose_a_log_later_are_told_then(newcomer: Community) -> None:
    await newcomer.refuse(newcomer.general, send_messages=False)
    await newcomer.paste(newcomer.general, PITCH)

    await newcomer.choose_log()
    await newcomer.paste(newcomer.general, PITCH)

    assert len(newcomer.told()) == 1


async def test_a_refusal_that_no_permission_explains_is_told_too(community: Community) -> None:
    community.break_sending(community.general, status=403, code=50013, message="Missing Permissions")

    await community.paste(community.general, PITCH)

    (told,) = community.told()
    assert f"I cannot write in {community.general.mention}" in told
    assert community.states() == ["refused"]


async def test_trouble_that_could_not_be_told_is_told_at_the_next_occasion(community: Community) -> None:
    await community.refuse(community.general, send_messages=False)
    community.break_sending(community.mod_log)
    await community.paste(community.general, PITCH)
    assert community.told() == []

    community.mend_sending()
    await community.pass_time(minutes=11)
    await community.paste(community.general, PITCH)

    (told,) = community.told()
    assert "Missing: Send Messages." in told
    assert len(community.entries()) == 1
    assert community.states() == ["refused", "refused"]
