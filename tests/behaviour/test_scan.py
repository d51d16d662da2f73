"""Old posts: /signpost scan judges what was there before, for review; public notes only when asked for."""

from datetime import UTC, datetime

import pytest
import simcord

from bot.posts import WhyUnread
from bot.scan import pace
from bot.texts import texts_in

from ..documents import pdf, screenshot
from .community import Community
from .texts import LONG_PITCH, OWN_STORY, PITCH, SMALL_TALK

EN = texts_in("en")


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a scan go on at once from page to page."""
    monkeypatch.setattr(pace, "PAUSE", 0.0)


# Asking for it


async def test_discord_does_not_show_it_to_members(community: Community) -> None:
    with pytest.raises(simcord.SetupError, match="not visible to this user"):
        await community.propose_scan(community.member, last=10)


async def test_moderators_who_do_not_run_the_server_are_refused(community: Community) -> None:
    proposal = await community.propose_scan(community.moderator, last=10)

    assert community.private_answer(proposal) == EN("failure-managers-only")
    assert community.scan_states() == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, EN("scan-one-of-two")),
        ({"since": "2025-01-01", "last": 10}, EN("scan-one-of-two")),
        (
            {"since": "last week"},
            "“last week” is no day that I know. Write it as 2026-01-31: year, month, day.",
        ),
        ({"since": "2025-02-30"}, "“2025-02-30” is no day that I know."),
        ({"since": "2999-01-01"}, EN("scan-in-the-future")),
        ({"since": "2014-12-31"}, EN("scan-before-discord")),
    ],
)
async def test_what_cannot_be_read_is_refused_in_words(
    community: Community, options: dict[str, object], said: str
) -> None:
    proposal = await community.propose_scan(None, **options)

    assert community.private_answer(proposal).startswith(said)
    assert community.scan_states() == []


async def test_a_date_of_today_is_no_future(community: Community) -> None:
    today = datetime.fromtimestamp(community.env.now().timestamp(), UTC)

    proposal = await community.propose_scan(since=f"{today:%Y-%m-%d}")

    assert community.private_answer(proposal).startswith("I would read")


async def test_without_a_mod_log_there_is_nowhere_to_show_it(newcomer: Community) -> None:
    proposal = await newcomer.propose_scan(last=10)

    assert newcomer.private_answer(proposal) == EN("scan-no-log")


async def test_a_channel_that_is_off_is_not_proposed(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off", channel=community.recovery)

    proposal = await community.propose_scan(channel=community.recovery, last=10)

    assert community.private_answer(proposal) == EN("scan-nothing-to-read")
    assert not community.asked_for(community.recovery)


async def test_it_says_how_much_and_how_long_and_reads_nothing_yet(community: Community) -> None:
    for _ in range(30):
        community.write_unseen(community.general, PITCH)

    proposal = await community.propose_scan(channel=community.general, since="2025-12-31")

    said = community.private_answer(proposal)
    assert "about 30 posts in 1 channel" in said
    assert "less than a minute" in said
    assert "Nothing is written in public." in said
    assert community.states() == []
    assert community.reports() == []


async def test_the_last_posts_are_no_more_than_asked_for(community: Community) -> None:
    for _ in range(30):
        community.write_unseen(community.general, PITCH)

    proposal = await community.propose_scan(channel=community.general, last=7)

    assert "about 7 posts in 1 channel" in community.private_answer(proposal)


async def test_not_now_reads_nothing(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    proposal = await community.propose_scan(last=10)

    answer = await community.answer_proposal(proposal, "Not now")

    assert answer == EN("scan-not-now")
    assert community.scan_states() == []
    assert community.states() == []


async def test_a_proposal_can_be_started_after_a_restart(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    proposal = await community.propose_scan(last=10)

    await community.restart()
    answer = await community.answer_proposal(proposal, "Start")

    assert answer.startswith("Started.")
    assert community.states() == ["observed"]


# What it finds


async def test_an_old_pitch_becomes_a_case_for_review_and_nothing_public(community: Community) -> None:
    community.write_unseen(community.general, SMALL_TALK)
    post = community.write_unseen(community.general, PITCH)
    community.write_unseen(community.general, OWN_STORY)

    answer = await community.scan(channel=community.general, last=100)

    (report,) = community.reports()
    assert report.message.jump_url in answer
    assert report.shows("**Done.** 3 posts read, 1 found.", f"asked for by <@{community.manager.id}>")
    (entry,) = community.entries()
    assert entry.shows("**Observed, nothing sent**", "found by a scan of old posts", str(post))
    assert community.notes_in(community.general) == []
    assert community.states() == ["observed"]


async def test_what_was_found_is_ruled_like_any_case(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    await community.scan(last=100)
    (entry,) = community.entries()

    answer = await community.press(community.moderator, entry, "Dismiss")

    assert answer.startswith("Dismissed")
    await community.paste(community.recovery, PITCH)
    assert community.notes_in(community.recovery) == []


async def test_a_file_in_an_old_post_is_read(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    await community.paste(community.general, LONG_PITCH)
    await community.command(community.manager, "mode", mode="note")

    await community.scan(last=100)

    (entry,) = community.entries()
    assert entry.shows("in message.txt")


async def test_it_tells_in_how_many_posts_a_file_was_not_read_and_why(community: Community) -> None:
    for _ in range(2):
        community.attach_unseen(community.general, "message.txt", b"")
    community.attach_unseen(community.general, "leaflet.pdf", pdf(PITCH)[:900])

    await community.scan(channel=community.general, last=100)

    (report,) = community.reports()
    assert report.shows(f"In 2 posts a file was not read: {WhyUnread.EMPTY.value}.")
    assert report.shows(f"In 1 post a file was not read: {WhyUnread.DAMAGED.value}.")


async def test_old_screenshots_leave_half_of_the_day_to_new_ones(community: Community) -> None:
    await community.restart(pictures_per_day=2)
    for _ in range(3):
        community.attach_unseen(community.recovery, "old.png", screenshot(PITCH))
    proposal = await community.propose_scan(channel=community.recovery, last=100)
    assert "At most 1 screenshot a day is read" in community.private_answer(proposal)

    await community.answer_proposal(proposal, "Start")

    (report,) = community.reports()
    assert report.shows("1 found", f"In 2 posts a file was not read: {WhyUnread.KEPT.value}.")
    await community.post_file(community.general, "new.png", screenshot(PITCH), "image/png")
    assert len(community.notes_in(community.general)) == 1


async def test_where_pictures_are_not_read_the_proposal_says_so(community: Community) -> None:
    await community.restart(pictures_per_day=0)

    proposal = await community.propose_scan(last=10)

    assert "Pictures in old posts are not read." in community.private_answer(proposal)


async def test_notes_are_public_only_when_asked_for(community: Community) -> None:
    post = community.write_unseen(community.general, PITCH)

    proposal = await community.propose_scan(channel=community.general, last=100, notes=True)
    assert "**It also replies in public**" in community.private_answer(proposal)
    await community.answer_proposal(proposal, "Start")

    (note,) = community.notes_in(community.general)
    assert note.answers == post
    assert community.states() == ["noted"]


async def test_a_place_that_only_observes_gets_no_notes_even_when_asked_for(community: Community) -> None:
    await community.command(community.manager, "mode", mode="observe", channel=community.general)
    community.write_unseen(community.general, PITCH)

    await community.scan(last=100, notes=True)

    assert community.notes_in(community.general) == []
    assert community.states() == ["observed"]


async def test_a_note_that_discord_held_up_is_sent_though_its_post_is_old(community: Community) -> None:
    post = community.write_unseen(community.general, PITCH)
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=72))
    community.break_sending(community.general)
    await community.scan(channel=community.general, last=100, notes=True)
    assert community.states() == ["sending"]
    community.mend_sending()

    await community.pass_time(minutes=3)

    assert [note.answers for note in community.notes_in(community.general)] == [post]


async def test_ten_pastes_within_the_cooldown_share_one_entry(community: Community) -> None:
    for _ in range(10):
        community.write_unseen(community.general, PITCH)

    await community.scan(last=100)

    (entry,) = community.entries()
    assert entry.shows("+9 posts since: ")
    assert community.states() == ["observed"] + ["silenced"] * 9


async def test_when_the_post_with_the_entry_is_deleted_the_next_has_one_and_no_note(
    community: Community,
) -> None:
    posts = [community.write_unseen(community.general, PITCH) for _ in range(3)]
    await community.scan(last=100)

    await community.member.delete(community.general.history()[0])
    await community.pass_time(minutes=3)

    assert community.notes_in(community.general) == []
    assert community.states() == ["deleted", "observed", "silenced"]
    assert any(entry.shows(str(posts[1]), "+1 post since: ") for entry in community.entries())


async def test_an_old_article_in_several_messages_is_one_case(community: Community) -> None:
    pieces = [LONG_PITCH[start : start + 1200] for start in range(0, len(LONG_PITCH), 1200)]
    posts = [community.write_unseen(community.general, piece) for piece in pieces]

    await community.scan(last=100)

    (entry,) = community.entries()
    assert entry.shows(str(posts[0]))


async def test_pastes_on_different_days_have_an_entry_each(community: Community) -> None:
    for _ in range(3):
        community.write_unseen(community.general, PITCH)
        community.let_time_go_by_unseen(hours=24)

    await community.scan(last=100)

    assert len(community.entries()) == 3


async def test_with_notes_pastes_on_different_days_get_a_note_each(community: Community) -> None:
    posts: list[int] = []
    for _ in range(2):
        posts += [community.write_unseen(community.general, PITCH) for _ in range(3)][:1]
        community.let_time_go_by_unseen(hours=24)

    await community.scan(last=100, notes=True)

    assert [note.answers for note in community.notes_in(community.general)] == posts
    assert community.states() == ["noted", "silenced", "silenced"] * 2


async def test_a_post_that_has_a_case_gets_no_second_one(community: Community) -> None:
    await community.paste(community.general, PITCH)
    community.write_unseen(community.recovery, PITCH)

    await community.scan(last=100)
    await community.scan(last=100)

    assert community.states() == ["noted", "observed"]
    assert len(community.entries()) == 2
    assert community.reports()[1].shows("0 found")


async def test_a_case_of_an_old_post_is_kept_as_long_as_any(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=24 * 200))
    await community.scan(last=100)

    await community.pass_time(minutes=30)

    assert community.states() == ["observed"]


async def test_a_finished_scan_is_forgotten_with_the_cases(community: Community) -> None:
    community.write_unseen(community.general, PITCH)
    await community.scan(last=100)

    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=24 * 91))

    assert community.states() == []
    assert community.scan_states() == []
