"""Links: what their previews say is read when it arrives; an address alone is never enough."""

import pytest

from .carriers import embed
from .community import Community
from .texts import CLAIMS_WITHOUT_A_NAME, LINK, OWN_STORY, PITCH

SELLS = embed("The leaf that ends the struggle", PITCH, url=LINK)
NAMES_NOTHING = embed("The leaf that ends the struggle", CLAIMS_WITHOUT_A_NAME, url=LINK)
HARMLESS = embed("Harbour Gazette", "News from the harbour and the hills, every morning.", url=LINK)
NEWSLETTER = embed("Leaf News", "News from the harbour and the hills. Subscribe to our letter.", url=LINK)
"""Harmless too, though it has a plant in its name and wants something of its readers."""

BARE = "https://leafnews.example/2026/0412"
"""An address that says nothing."""


async def test_a_preview_that_comes_with_the_post_is_read(community: Community) -> None:
    post = await community.post_with_embed(community.general, BARE, SELLS)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    (entry,) = community.entries()
    assert entry.shows("link preview", "not addictive")


async def test_a_preview_that_comes_later_is_read_then(community: Community) -> None:
    post = await community.paste(community.general, BARE)
    assert community.notes_in(community.general) == []

    await community.show_preview(post, SELLS)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id
    assert community.states() == ["noted"]


async def test_a_preview_of_a_post_from_before_a_restart_is_read(community: Community) -> None:
    post = await community.paste(community.general, BARE)
    await community.restart(while_down=lambda _: community.let_time_go_by_unseen(hours=2))

    await community.show_preview(post, SELLS)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_a_later_field_of_a_preview_is_read(community: Community) -> None:
    post = await community.paste(community.general, BARE)

    await community.show_preview(post, HARMLESS, embed("Kratom at a glance", "", ("What it does", PITCH)))

    assert len(community.notes_in(community.general)) == 1


@pytest.mark.parametrize("preview", [HARMLESS, NEWSLETTER], ids=["gazette", "newsletter"])
@pytest.mark.parametrize(
    "text",
    [LINK, f"has anyone read this? {LINK}", f"{LINK} {LINK}"],
    ids=["alone", "with a question", "twice"],
)
async def test_the_words_of_an_address_are_never_enough(
    community: Community, text: str, preview: dict[str, object]
) -> None:
    post = await community.paste(community.general, text)
    assert community.notes_in(community.general) == []

    await community.show_preview(post, preview)

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_the_words_of_an_address_count_with_what_its_preview_claims(community: Community) -> None:
    post = await community.paste(community.general, LINK)

    await community.show_preview(post, NAMES_NOTHING)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_the_same_preview_twice_gives_one_note(community: Community) -> None:
    post = await community.paste(community.general, BARE)
    await community.show_preview(post, SELLS)
    await community.say_updated_again(post)

    assert len(community.notes_in(community.general)) == 1
    assert len(community.entries()) == 1
    assert community.states() == ["noted"]


async def test_the_same_preview_again_after_a_restart_gives_one_note(community: Community) -> None:
    post = await community.paste(community.general, BARE)
    await community.show_preview(post, SELLS)
    await community.restart(cooldown=0)

    await community.say_updated_again(post)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_suppressed_preview_withdraws_nothing(community: Community, restarted: bool) -> None:
    post = await community.post_with_embed(community.general, BARE, SELLS)
    if restarted:
        await community.restart()
    (before,) = community.entries()

    await community.suppress_preview(post)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]
    (after,) = community.entries()
    assert after.text == before.text


async def test_a_harmless_preview_withdraws_nothing(community: Community) -> None:
    post = await community.paste(community.general, f"{PITCH} {BARE}")

    await community.show_preview(post, HARMLESS)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted"]


@pytest.mark.parametrize("preview", [HARMLESS, NEWSLETTER], ids=["gazette", "newsletter"])
async def test_a_preview_under_ones_own_story_changes_nothing(
    community: Community, preview: dict[str, object]
) -> None:
    post = await community.paste(community.recovery, f"{OWN_STORY} {BARE}")

    await community.show_preview(post, preview)

    assert community.notes_in(community.recovery) == []
    assert community.states() == []


async def test_where_it_is_off_no_preview_is_read(community: Community) -> None:
    await community.command(community.manager, "mode", mode="off")
    post = await community.paste(community.general, BARE)

    await community.show_preview(post, SELLS)

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_a_preview_in_a_cool_down_is_counted_on_the_earlier_entry(community: Community) -> None:
    (other,) = community.members(1)
    await community.paste(community.general, PITCH, by=other)
    post = await community.paste(community.general, BARE)

    await community.show_preview(post, SELLS)

    assert len(community.notes_in(community.general)) == 1
    assert community.states() == ["noted", "silenced"]
    (entry,) = community.entries()
    assert entry.shows("+1 post")


async def test_no_statement_runs_for_the_preview_of_an_ordinary_message(community: Community) -> None:
    post = await community.paste(community.general, BARE)

    with community.statements() as run:
        await community.show_preview(post, HARMLESS)

    assert run == []
