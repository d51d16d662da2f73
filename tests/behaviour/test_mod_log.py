"""The mod log: one entry a note, with all that it stands on, and no harm where the log is missing."""

from bot.desk.entry import link

from .community import Community
from .texts import LONG_PITCH, PITCH


async def test_an_entry_says_what_a_moderator_needs(community: Community) -> None:
    post = await community.paste(community.general, PITCH)

    (entry,) = community.entries()
    assert entry.shows(
        "**Note sent** · kratom · case 1",
        link(community.guild.id, community.general.id, post.id),
        community.member.mention,
        community.general.mention,
        "Score: ",
        "likely a pitch",
        "does not cause addiction or dependence: “",
        "Decision: note – reads as a pitch",
    )


async def test_an_entry_pings_nobody_and_is_silent(community: Community) -> None:
    await community.paste(community.general, PITCH)

    (entry,) = community.entries()
    assert community.pinged_by(entry.message) == []
    assert entry.message.flags.suppress_notifications


async def test_quotes_cannot_ping_or_break_the_entrys_lines(community: Community) -> None:
    pitch = "**kratom** eases opioid withdrawal @everyone it is not\naddictive, order [here](https://leaf.example)"
    await community.paste(community.general, f"{pitch}. It has no side effects, it is natural and safe.")

    (entry,) = community.entries()
    assert "@everyone" not in entry.text
    assert "](https://leaf.example)" not in entry.text
    assert community.pinged_by(entry.message) == []


async def test_an_entry_says_in_which_file_the_claims_stand(community: Community) -> None:
    await community.paste(community.general, LONG_PITCH)

    (entry,) = community.entries()
    assert entry.shows(", in message.txt", "(in message.txt, from 344 characters on)")


async def test_choosing_the_log_is_confirmed_in_private_and_in_the_log(newcomer: Community) -> None:
    answer = await newcomer.choose_log()

    assert answer.startswith(f"The mod log is {newcomer.mod_log.mention} now.")
    assert "Everyone can see this channel." in answer
    (greeting,) = newcomer.mod_log.history()
    assert greeting.content.startswith("Signpost writes its log here from now on")


async def test_status_asks_first_for_a_log(newcomer: Community) -> None:
    status = await newcomer.command(newcomer.moderator, "status")

    assert status.splitlines()[0].startswith("**Mod log: not chosen yet.** Choose one with `/signpost log`")


async def test_without_a_log_the_note_is_sent_all_the_same(newcomer: Community) -> None:
    await newcomer.paste(newcomer.general, PITCH)

    assert len(newcomer.notes_in(newcomer.general)) == 1
    assert newcomer.mod_log.history() == []


async def test_a_log_chosen_later_gets_what_comes_then(newcomer: Community) -> None:
    await newcomer.paste(newcomer.general, PITCH)
    await newcomer.choose_log()
    later = await newcomer.paste(newcomer.recovery, PITCH)

    (entry,) = newcomer.entries()
    assert entry.shows(str(later.id))


async def test_a_deleted_log_channel_stops_no_note(community: Community) -> None:
    await community.delete_channel(community.mod_log)

    await community.paste(community.general, PITCH)

    assert len(community.notes_in(community.general)) == 1
    status = await community.command(community.moderator, "status")
    assert status.splitlines()[0].startswith("**Mod log: the channel is gone.**")


async def test_another_log_can_be_chosen(community: Community) -> None:
    await community.delete_channel(community.mod_log)
    community.mod_log = community.guild.create_text_channel("mod-log-2")
    await community.choose_log()

    await community.paste(community.general, PITCH)

    assert len(community.entries()) == 1


async def test_a_deleted_entry_stops_nothing(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (entry,) = community.entries()
    await community.moderator.delete(entry.message)

    for member in community.members(2):
        await community.paste(community.general, PITCH, by=member)
    await community.paste(community.recovery, PITCH)

    assert community.states() == ["noted", "silenced", "silenced", "noted"]
    (other,) = community.entries()
    assert other.shows(community.recovery.mention)


async def test_a_log_that_signpost_cannot_use_is_refused_with_what_is_missing(newcomer: Community) -> None:
    await newcomer.refuse(newcomer.mod_log, send_messages=False)

    answer = await newcomer.choose_log()

    assert answer.startswith(f"I cannot use {newcomer.mod_log.mention} as the mod log yet.")
    assert "Missing there: Send Messages." in answer
    status = await newcomer.command(newcomer.moderator, "status")
    assert "**Mod log: not chosen yet.**" in status


async def test_a_log_that_was_closed_later_stops_no_note_and_status_says_so(community: Community) -> None:
    await community.refuse(community.mod_log, send_messages=False)

    await community.paste(community.general, PITCH)

    assert len(community.notes_in(community.general)) == 1
    assert community.entries() == []
    status = await community.command(community.moderator, "status")
    assert status.splitlines()[0].startswith(f"**Missing in {community.mod_log.mention}: Send Messages.**")


async def test_a_log_in_a_thread_works(newcomer: Community) -> None:
    thread = await newcomer.open_thread(newcomer.mod_log, "signpost")
    newcomer.mod_log = thread
    await newcomer.choose_log()

    await newcomer.paste(newcomer.general, PITCH)

    assert len(newcomer.entries()) == 1


async def a_log_in_a_thread(community: Community) -> None:
    """Let the manager choose a thread as the mod log."""
    community.mod_log = await community.open_thread(community.mod_log, "signpost")
    await community.choose_log()


async def test_a_log_in_a_thread_that_fell_asleep_is_opened_for_an_entry(newcomer: Community) -> None:
    await a_log_in_a_thread(newcomer)
    await newcomer.fall_asleep(newcomer.mod_log)

    await newcomer.paste(newcomer.general, PITCH)

    assert len(newcomer.entries()) == 1


async def test_a_log_in_a_thread_that_fell_asleep_is_opened_after_a_restart(newcomer: Community) -> None:
    await a_log_in_a_thread(newcomer)
    post = await newcomer.paste(newcomer.general, PITCH)
    await newcomer.fall_asleep(newcomer.mod_log)
    await newcomer.restart()

    await newcomer.member.delete(post)
    await newcomer.paste(newcomer.recovery, PITCH)

    struck, entry = newcomer.entries()
    assert struck.shows("The post was deleted")
    assert not struck.shows(newcomer.member.mention)
    assert entry.shows("**Note sent**")


async def test_an_entry_in_a_sleeping_thread_is_brought_up_to_date(newcomer: Community) -> None:
    await a_log_in_a_thread(newcomer)
    await newcomer.paste(newcomer.general, PITCH)
    await newcomer.fall_asleep(newcomer.mod_log)

    await newcomer.paste(newcomer.general, PITCH)

    (entry,) = newcomer.entries()
    assert entry.shows("+1 post")


async def test_a_trouble_is_told_in_a_log_that_fell_asleep(newcomer: Community) -> None:
    await a_log_in_a_thread(newcomer)
    await newcomer.fall_asleep(newcomer.mod_log)
    await newcomer.refuse(newcomer.general, send_messages=False)

    await newcomer.paste(newcomer.general, PITCH)

    assert any("Send Messages" in each for each in newcomer.told())


async def test_status_knows_a_log_that_fell_asleep(newcomer: Community) -> None:
    await a_log_in_a_thread(newcomer)
    await newcomer.fall_asleep(newcomer.mod_log)

    status = await newcomer.command(newcomer.moderator, "status")

    assert newcomer.mod_log.mention in status.splitlines()[0]
    assert "gone" not in status.splitlines()[0]


async def test_status_says_what_is_missing_in_a_log_that_fell_asleep(newcomer: Community) -> None:
    parent = newcomer.mod_log
    await a_log_in_a_thread(newcomer)
    await newcomer.fall_asleep(newcomer.mod_log)
    await newcomer.refuse(parent, send_messages_in_threads=False)

    status = await newcomer.command(newcomer.moderator, "status")

    missing = f"**Missing in {newcomer.mod_log.mention}: Send Messages in Threads.**"
    assert status.splitlines()[0].startswith(missing)


async def test_asking_for_the_status_opens_no_thread(newcomer: Community) -> None:
    await a_log_in_a_thread(newcomer)
    await newcomer.fall_asleep(newcomer.mod_log)

    await newcomer.command(newcomer.moderator, "status")

    assert newcomer.sleeps(newcomer.mod_log)


async def test_an_entry_in_a_thread_that_signpost_may_not_open_is_struck_once_it_is_open(
    newcomer: Community,
) -> None:
    await a_log_in_a_thread(newcomer)
    post = await newcomer.paste(newcomer.general, PITCH)
    await newcomer.fall_asleep(newcomer.mod_log)
    newcomer.refuse_opening(newcomer.mod_log)
    await newcomer.member.delete(post)
    await newcomer.pass_time(minutes=11)
    assert newcomer.entries()[0].shows(newcomer.member.mention)

    await newcomer.close_thread(newcomer.mod_log, lock=False, archive=False)
    await newcomer.pass_time(minutes=11)

    (struck,) = newcomer.entries()
    assert struck.shows("The post was deleted")
    assert not struck.shows(newcomer.member.mention)


async def test_a_trouble_is_told_once_though_the_log_cannot_be_opened_for_a_while(
    newcomer: Community,
) -> None:
    await a_log_in_a_thread(newcomer)
    await newcomer.refuse(newcomer.general, send_messages=False)
    await newcomer.paste(newcomer.general, PITCH)
    await newcomer.fall_asleep(newcomer.mod_log)
    newcomer.refuse_opening(newcomer.mod_log, status=503)
    await newcomer.paste(newcomer.general, PITCH)

    await newcomer.paste(newcomer.general, PITCH)

    assert sum("Send Messages" in each for each in newcomer.told()) == 1


async def test_a_fault_of_discords_in_the_log_delays_the_entry_and_stops_no_note(
    community: Community,
) -> None:
    community.break_sending(community.mod_log)
    await community.paste(community.general, PITCH)
    assert len(community.notes_in(community.general)) == 1
    assert community.entries() == []

    community.mend_sending()
    await community.pass_time(minutes=11)

    assert len(community.notes_in(community.general)) == 1
    (entry,) = community.entries()
    assert entry.shows("**Note sent**", "Decision: note – reads as a pitch")
