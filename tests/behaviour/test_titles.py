"""A forum post says with its title and tags too: when they change, it is judged by what they say now."""

import pytest

from .community import Community
from .test_edits import shows_no_quote
from .texts import CLAIMS_WITHOUT_A_NAME, PITCH, SMALL_TALK, TITLE

HARMLESS = "The long way home"


async def test_a_post_whose_title_is_edited_into_a_pitch_gets_its_note(community: Community) -> None:
    post = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME)
    assert community.notes_in(post) == []

    await community.retitle(post, TITLE)

    (note,) = community.notes_in(post)
    assert note.answers == post.id
    assert community.states() == ["noted"]


async def test_a_post_whose_title_is_edited_clean_loses_its_note(community: Community) -> None:
    post = await community.forum_post(TITLE, CLAIMS_WITHOUT_A_NAME)
    assert len(community.notes_in(post)) == 1

    await community.restart()
    await community.retitle(post, HARMLESS)

    assert community.notes_in(post) == []
    assert community.states() == ["withdrawn"]
    assert community.notes_kept() == 0
    (entry,) = community.entries()
    assert shows_no_quote(entry)


async def test_a_title_changed_back_and_forth_leaves_one_case_and_one_entry(community: Community) -> None:
    await community.restart(cooldown=0)
    post = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME)
    for title in (TITLE, HARMLESS, TITLE):
        await community.retitle(post, title)

    assert len(community.notes_in(post)) == 1
    assert community.states() == ["noted"]
    assert len(community.entries()) == 1


async def test_another_title_for_a_post_that_stays_a_pitch_changes_nothing(community: Community) -> None:
    post = await community.forum_post(TITLE, PITCH)
    (before,) = community.notes_in(post)

    await community.retitle(post, HARMLESS)

    (after,) = community.notes_in(post)
    assert after.message.id == before.message.id
    assert community.states() == ["noted"]
    assert len(community.entries()) == 1


async def test_a_tag_given_later_counts_and_one_taken_away_does_not(community: Community) -> None:
    kratom, question = await community.offer_tags(community.forum, "kratom", "question")
    post = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME, tags=[question])

    await community.retag(post, question, kratom)
    assert [note.answers for note in community.notes_in(post)] == [post.id]

    await community.retag(post, question)
    assert community.notes_in(post) == []
    assert community.states() == ["withdrawn"]


@pytest.mark.parametrize(
    "helped",
    [
        "Sleep comes back around night six. The legs stop kicking. Magnesium is natural and safe and takes "
        "the edge off. Hot baths ease withdrawal. You can do it, start today.",
        "Exercise relieves pain, lifts the mood, and it is the best natural medicine there is. No side "
        "effects. You can quit with nothing but a pair of shoes.",
    ],
    ids=["the first week", "exercise"],
)
async def test_what_helped_somebody_off_it_gets_silence_under_its_tag(
    community: Community, helped: str
) -> None:
    tags = await community.offer_tags(community.forum, "kratom")

    post = await community.forum_post("What helped me", helped, tags=tags)

    assert community.notes_in(post) == []
    assert community.states() == []


async def test_a_media_post_is_judged_by_its_new_title(community: Community) -> None:
    post = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME, parent=await community.media_channel())

    await community.retitle(post, TITLE)

    assert len(community.notes_in(post)) == 1


async def test_an_old_post_with_a_new_title_has_a_new_case(community: Community) -> None:
    post = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME)
    await community.restart(lambda _: community.let_time_go_by_unseen(hours=100 * 24))

    await community.retitle(post, TITLE)
    await community.pass_time(minutes=5)

    assert len(community.notes_in(post)) == 1
    assert community.states() == ["noted"], "the case expired as if it were as old as the post"


async def test_a_post_woken_under_a_new_title_is_judged_by_it(community: Community) -> None:
    pitch = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME)
    mended = await community.forum_post(TITLE, CLAIMS_WITHOUT_A_NAME)
    for post in (pitch, mended):
        await community.archive(post)

    await community.wake(pitch, TITLE)
    await community.wake(mended, HARMLESS)

    assert len(community.notes_in(pitch)) == 1
    assert community.notes_in(mended) == []


async def test_an_old_post_that_wakes_is_not_taken_for_a_new_one(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    post = await community.forum_post(TITLE, CLAIMS_WITHOUT_A_NAME)
    await community.command(community.manager, "mode", mode="note")
    await community.archive(post)
    community.let_time_go_by_unseen(hours=25)

    await community.wake(post, TITLE)

    assert community.notes_in(post) == []
    assert not community.asked_for(post, post.id)


async def test_what_changes_a_post_but_not_its_words_asks_discord_for_nothing(community: Community) -> None:
    post = await community.forum_post(TITLE, PITCH)

    await community.close_thread(post, lock=True, archive=False)
    await community.close_thread(post, lock=False, archive=True)

    assert not community.asked_for(post, post.id)
    assert community.states() == ["noted"]


async def test_the_new_name_of_a_channels_thread_is_not_read(community: Community) -> None:
    post = await community.paste(community.general, CLAIMS_WITHOUT_A_NAME)
    await community.open_thread_on(post)
    thread = await community.open_thread(community.general, HARMLESS)

    await community.retitle(thread, TITLE)

    assert community.states() == []
    assert not community.asked_for(thread, thread.id)


async def test_where_nothing_is_read_a_new_title_asks_discord_for_nothing(community: Community) -> None:
    off = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME)
    exempt = await community.forum_post(HARMLESS, CLAIMS_WITHOUT_A_NAME)
    for post, name, options in (off, "mode", {"mode": "off"}), (exempt, "exempt", {}):
        await community.command(community.manager, name, None, channel=post, **options)

    for post in (off, exempt):
        await community.retitle(post, TITLE)
        assert not community.asked_for(post, post.id)
    assert community.states() == []


async def test_a_new_title_over_an_opening_message_that_is_gone_ends_nothing(community: Community) -> None:
    post = await community.forum_post(HARMLESS, SMALL_TALK)
    community.delete_unseen(post, post.id)

    await community.retitle(post, TITLE)

    assert community.states() == []
