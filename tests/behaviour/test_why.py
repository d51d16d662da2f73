"""Why?: what a post says now, and what it is judged by, for one moderator."""

from .community import Community
from .menus import choose
from .test_release import a_waiting_case
from .test_rulings import ENGLISH, only_entry, paste_and_rule
from .texts import ONE_YEAR_OFF, PITCH, SMALL_TALK


async def test_why_says_what_the_post_is_judged_by(community: Community) -> None:
    await community.paste(community.general, PITCH)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    for said in (
        "**Case 1** · kratom",
        "Score: very likely a pitch (",
        "this server acts from 0.80 on.",
        "Where the case stands: Note sent – reads as a pitch.",
        "Decision as of now: note – reads as a pitch.",
        "- does not cause addiction or dependence: “",
        "What moved the score:",
        "- for: ",
    ):
        assert said in answer, said
    assert len(answer) < 2000


async def test_why_answers_in_the_moderators_own_language(community: Community) -> None:
    await community.paste(community.general, PITCH)
    community.speaks(community.moderator, "es-419")

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert "Puntuación: muy probablemente promocional (" in answer
    assert "- no causa adicción ni dependencia: «" in answer
    assert "- a favor: " in answer
    assert "says that" not in answer


async def test_why_makes_foreign_words_safe(community: Community) -> None:
    hostile = (
        "kratom eases opioid withdrawal @everyone it is not\naddictive, order [here](https://leaf.example)"
    )
    await community.paste(community.general, f"{hostile}. It has no side effects, it is natural and safe.")

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert "@everyone" not in answer
    assert "](https://leaf.example)" not in answer


async def test_a_confirmed_case_is_not_explained_by_itself(community: Community) -> None:
    await community.paste(community.general, PITCH)
    entry = await only_entry(community)
    before = await community.press(community.moderator, entry, "Why?")
    await community.press(community.moderator, entry, "Confirm")

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert answer == before


async def test_a_confirmed_case_is_explained_by_an_earlier_one_that_it_repeats(community: Community) -> None:
    await paste_and_rule(community, PITCH, "Confirm")
    await community.pass_time(minutes=61)
    await paste_and_rule(community, PITCH, "Confirm")

    answer = await community.press(community.moderator, community.entries()[-1], "Why?")

    assert "**Case 2**" in answer
    assert "Nearest known article: case 1 (100% of one stands in the other)" in answer


async def test_no_entry_and_no_check_names_its_own_case_as_what_it_is_near_to(community: Community) -> None:
    post = await a_waiting_case(community)
    await community.press(community.moderator, await only_entry(community), "Confirm")
    await community.edit(post, f"{PITCH} {SMALL_TALK}")

    checked = community.private_answer(await choose(community, "Check this post", post))

    assert checked.startswith("**This post has case 1 already**")
    assert "case 1 (" not in checked
    assert "matches a known article" not in checked
    assert "case 1 (" not in (await only_entry(community)).text


async def test_why_says_of_a_dismissed_case_that_it_was_dismissed(community: Community) -> None:
    entry = await paste_and_rule(community, PITCH, "Dismiss")

    answer = await community.press(community.moderator, entry, "Why?")

    assert ENGLISH("case-why-ruled-out") in answer
    assert "case 1" not in answer, "it is no near copy of itself"


async def test_why_says_that_a_post_is_gone(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    community.delete_unseen(community.general, post.id)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert answer == ENGLISH("case-post-gone", number="1")
    assert community.notes_in(community.general) == []


async def test_why_says_that_a_post_was_edited(community: Community) -> None:
    post = await community.paste(community.general, PITCH)
    await community.edit(post, ONE_YEAR_OFF)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    assert ENGLISH("case-why-edited-clean") in answer
    assert "Where the case stands: Note withdrawn" in answer


async def test_why_names_what_it_lacks(community: Community) -> None:
    await community.paste(community.general, PITCH)
    await community.refuse(community.general, view_channel=False)

    answer = await community.press(community.moderator, await only_entry(community), "Why?")

    channel = community.general.mention
    assert answer == ENGLISH("case-post-unreachable", number="1", channel=channel)
