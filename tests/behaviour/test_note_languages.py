"""What members read, in their language or the note's: the note, its buttons, their own commands."""

import pytest
import simcord

from bot.contests import FORM
from bot.knowledge import standard
from bot.texts import MEMBERS_LANGUAGES, members_texts_in

from .community import Community
from .shown import Note, buttons_of, text_of
from .texts import PITCH

DISCORDS = {"en": "en-GB", "es": "es-419", "fr": "fr", "de": "de", "pt": "pt-BR"}
"""A locale of Discord's for each language of members."""


async def note_in(community: Community, language: str) -> Note:
    """Let the server's notes be in a language, and a pitch get one."""
    await community.command(community.manager, "settings set", name="language", value=language)
    await community.paste(community.general, PITCH)
    return community.notes_in(community.general)[-1]


async def press(member: simcord.MemberActor, note: Note, label: str) -> str:
    return Community.private_answer(await member.click(note.message, label=label))


@pytest.mark.parametrize("language", sorted(standard().wordings))
async def test_a_server_gets_notes_in_each_language_there_is(community: Community, language: str) -> None:
    words = standard().wordings[language]

    note = await note_in(community, language)

    assert note.text.startswith(words.topics["kratom"].note.fact.text)
    assert note.text.endswith(f"-# {words.note.contest}")
    controls = words.controls
    assert buttons_of(note.message) == [controls.help, controls.why, controls.contest]
    assert (await press(community.member, note, controls.why)).startswith(f"**{words.why.heading}**")
    assert await press(community.member, note, controls.help) == words.help.choose


@pytest.mark.parametrize("language", sorted(standard().wordings))
async def test_a_server_that_chose_none_gets_notes_in_its_own(community: Community, language: str) -> None:
    community.env.backend.guilds[community.guild.id].preferred_locale = DISCORDS[language]
    await community.restart()
    await community.paste(community.general, PITCH)

    (note,) = community.notes_in(community.general)
    assert note.text.startswith(standard().wordings[language].topics["kratom"].note.fact.text)


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
async def test_a_manager_can_choose_each_language_of_notes(community: Community, language: str) -> None:
    name = members_texts_in("en")(f"settings-language-{language}")
    await community.command(community.manager, "settings set", name="country", value="IE")

    await community.command(community.manager, "settings set", name="language", value=name)

    assert community.bot.places.chosen(community.guild.id).language == language
    assert community.bot.texts_of(community.guild.id).language in {"en", "es"}


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
async def test_a_german_a_french_or_any_member_is_asked_and_thanked_in_their_language(
    community: Community, language: str
) -> None:
    note = await note_in(community, "fr")
    contest = standard().wording("fr").controls.contest
    member, texts = community.speaks(community.member, DISCORDS[language]), members_texts_in(language)

    form = await member.click(note.message, label=contest)
    thanks = community.private_answer(await member.submit_modal(form, {"line": "not a pitch"}))
    again = await press(member, note, contest)

    assert form.modal is not None
    assert form.modal["title"] == texts("contest-title")
    assert thanks == texts("contest-handed-on")
    assert again == texts("contest-once")


async def test_a_member_whose_language_is_not_spoken_is_asked_in_the_notes(community: Community) -> None:
    await community.command(community.manager, "settings set", name="language", value="es")
    await community.paste(community.general, PITCH)
    (note,) = community.notes_in(community.general)
    member = community.speaks(community.member, "it")

    form = await member.click(note.message, label="Esta nota es un error")
    thanks = community.private_answer(await member.submit_modal(form, {"line": ""}))

    assert thanks == members_texts_in("es")("contest-handed-on")


def test_a_form_that_was_opened_before_an_update_is_still_taken() -> None:
    assert FORM.fullmatch("note:contested:123456789012345678:abcdefghij")
    assert FORM.fullmatch("note:contested:123456789012345678:abcdefghij:fr")
    assert not FORM.fullmatch("note:contested:123456789012345678:abcdefghij:french")


async def test_the_moderators_hear_of_it_in_the_logs_language(community: Community) -> None:
    note = await note_in(community, "fr")
    member = community.speaks(community.member, "de")

    form = await member.click(note.message, label=standard().wording("fr").controls.contest)
    await member.submit_modal(form, {"line": ""})

    assert any("**A note was called a mistake**" in each for each in community.told())


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
async def test_a_member_reads_about_privacy_in_their_language(community: Community, language: str) -> None:
    member, texts = community.speaks(community.member, DISCORDS[language]), members_texts_in(language)

    shown = await member.slash(community.general, "signpost-privacy show")
    out = await member.slash(community.general, "signpost-privacy opt-out")

    assert community.private_answer(shown).endswith(texts("privacy-is-read"))
    assert community.private_answer(out) == texts("privacy-opted-out", days=90)


@pytest.mark.parametrize("language", MEMBERS_LANGUAGES)
async def test_a_member_is_refused_in_their_language(community: Community, language: str) -> None:
    member = community.speaks(community.member, DISCORDS[language])

    refused = await member.slash(community.general, "resources", public=True)

    assert community.private_answer(refused) == members_texts_in(language)("resources-public-refused")


async def test_what_is_posted_for_all_is_in_the_servers_language(community: Community) -> None:
    await community.command(community.manager, "settings set", name="language", value="fr")
    texts = members_texts_in("fr")

    asked = await community.moderator.slash(community.general, "resources", public=True, topic="kratom")

    assert isinstance(asked.response, simcord.ResponseMessage)
    assert texts("resources-about", topic=texts("topic-kratom")) in text_of(asked.response)
