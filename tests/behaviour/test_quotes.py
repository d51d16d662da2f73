"""Quoting a pitch to object is no pitch; hiding one behind a spoiler or in a code block is."""

import pytest

from bot.policy import DEFAULT_THRESHOLD
from bot.posts import Post
from bot.recognition import Recogniser

from .community import Community
from .texts import PIECES, PITCH

OBJECTIONS = {
    "one line": (
        "> Kratom is natural and not addictive.\n"
        "That is simply not true, and I have the two years to prove it. Please don't stop your meds because "
        "of a post like this."
    ),
    "three claims": (
        "> Kratom eases opioid withdrawal, it is natural and has no side effects.\n"
        "I have to object. That is not true: I had seizures and two years of being hooked on it. Please do "
        "not believe this, and do not stop your medication."
    ),
    "the whole pitch": (
        f"> {PITCH}\n"
        "Somebody sent this to my little sister last night. Please do not believe it. It is not true that it "
        "is not addictive, I was hooked on it for two years, and nobody should stop their medicine because "
        "of a post like that. Mods, can we not have this here?"
    ),
}


@pytest.mark.parametrize("text", OBJECTIONS.values(), ids=OBJECTIONS.keys())
async def test_a_quoted_pitch_under_ones_own_objection_gets_silence(community: Community, text: str) -> None:
    await community.paste(community.general, text)

    assert community.notes_in(community.general) == []
    assert community.states() == []


@pytest.mark.parametrize("text", OBJECTIONS.values(), ids=OBJECTIONS.keys())
def test_the_verdict_names_the_quotation(text: str) -> None:
    verdict = Recogniser.standard().judge(Post.of_text(text))

    assert verdict.score < DEFAULT_THRESHOLD
    assert any(reason.startswith("quotes somebody else's words") for reason in verdict.reasons)


async def test_a_quotation_with_praise_below_it_gets_a_note(community: Community) -> None:
    post = await community.paste(community.general, f"> {PITCH}\nthis. all of it. just try it tonight")

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_a_quotation_passed_on_with_praise_gets_a_note(community: Community) -> None:
    claimed = "Kratom eases opioid withdrawal and takes the cravings away. It is natural and not addictive."
    post = await community.paste(community.general, f"> {claimed}\nso true, everybody here should read it")

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


@pytest.mark.parametrize(
    "text",
    [f"||{PITCH}||", f"```\n{PITCH}\n```", f"`{PITCH}`", f"open this ||{PITCH}|| and thank me later"],
    ids=["spoiler", "code block", "code", "spoiler in a sentence"],
)
async def test_a_hidden_pitch_gets_its_note(community: Community, text: str) -> None:
    post = await community.paste(community.general, text)

    (note,) = community.notes_in(community.general)
    assert note.answers == post.id


async def test_an_objection_to_a_quoted_pitch_stays_one_after_an_unfinished_sentence(
    community: Community,
) -> None:
    went_round = (
        "this has been going round in the family chat since sunday, the cousins and the aunts have all read "
        "it by now, and the little sister of a friend in here was sent it last night, word for word as it "
        "stands below this line"
    )

    await community.paste(community.general, went_round)
    await community.paste(community.general, f"> {PITCH}\nthis is dangerous nonsense, mods please delete")

    assert community.notes_in(community.general) == []
    assert community.states() == []


async def test_a_quotation_ends_with_its_message_when_more_of_an_article_follows(
    community: Community,
) -> None:
    ends_quoting = (
        f"{PIECES[0]} It is wrong to praise a leaf, some hold:\n>>> Trust no leaf from a petrol station."
    )

    first = await community.paste(community.general, ends_quoting)
    await community.paste(community.general, PIECES[1])

    (note,) = community.notes_in(community.general)
    assert note.answers == first.id
