"""What `/signpost status` says: what is missing first, then what holds, within one message."""

import discord
import pytest

from bot import status
from bot.knowledge.topics import built_in
from bot.policy import Mode
from bot.recognition import Recogniser
from bot.server_settings import Caution
from bot.store import ExemptKind
from bot.texts import LANGUAGES, texts_in

from .community import Community

MANY = 40
HIGHEST_ID = (1 << 63) - 1


def reported(community: Community, language: str = "en", opted_out: int = 0) -> str:
    """Return the report on #general, as for a server with so many who opted out."""
    channel = community.bot.get_channel(community.general.id)
    assert isinstance(channel, discord.TextChannel)
    abilities = status.Abilities(90, reads_closely=False, pictures_per_day=50)
    log = community.bot.mod_log.chosen(channel.guild.id)
    return status.report(
        texts_in(language), channel, community.bot.places, log, abilities, opted_out=opted_out
    )


async def test_without_a_log_it_says_first_that_cases_wait(newcomer: Community) -> None:
    english = await newcomer.command(newcomer.moderator, "status")
    newcomer.speaks(newcomer.moderator, "es-ES")
    spanish = await newcomer.command(newcomer.moderator, "status")

    assert english.splitlines()[0] == (
        "**Mod log: not chosen yet.** Choose one with `/signpost log`, so that you see what Signpost does. "
        "Until then, cases wait in `/signpost cases`."
    )
    assert spanish.splitlines()[0].endswith("Hasta entonces, los casos esperan en `/signpost casos`.")


async def test_a_log_that_is_gone_is_said_first_too(community: Community) -> None:
    await community.delete_channel(community.mod_log)

    said = await community.command(community.moderator, "status")

    assert said.startswith("**Mod log: the channel is gone.** Choose another with `/signpost log`.")


async def test_until_the_set_up_is_confirmed_it_says_so_and_where(newcomer: Community) -> None:
    await newcomer.choose_log()
    before = (await newcomer.command(newcomer.moderator, "status")).splitlines()
    await newcomer.confirm_setup()
    after = (await newcomer.command(newcomer.moderator, "status")).splitlines()

    assert before[1] == (
        "**The set-up is not confirmed yet**: until then Signpost acts only on what it is surest of. "
        "Confirm it in `/signpost setup`."
    )
    assert "Threshold: careful (0.90 of 1). Signpost acts on posts with at least this score." in before
    assert "Threshold: balanced (0.80 of 1). Signpost acts on posts with at least this score." in after
    assert not any("set-up" in line for line in after)


async def test_a_threshold_of_its_own_holds_before_the_set_up_is_confirmed(newcomer: Community) -> None:
    bot, guild_id = newcomer.bot, newcomer.guild.id
    await bot.places.choose(guild_id, newcomer.manager.id, newcomer.env.now(), threshold=0.75)

    said = (await newcomer.command(newcomer.moderator, "status")).splitlines()

    assert "**The set-up is not confirmed yet.** Confirm it in `/signpost setup`." in said
    assert any(line.startswith("Threshold: 0.75 of 1, nearest to balanced.") for line in said)


@pytest.mark.parametrize(
    ("threshold", "word"),
    [
        (0.95, Caution.CAREFUL),
        (0.85, Caution.CAREFUL),
        (0.84, Caution.BALANCED),
        (0.7, Caution.BALANCED),
        (0.1, Caution.EAGER),
    ],
)
def test_a_threshold_has_the_nearest_word_and_between_two_the_more_careful(
    threshold: float, word: Caution
) -> None:
    assert status.nearest_caution(threshold) is word


async def test_review_is_explained_where_it_holds(community: Community) -> None:
    await community.command(community.manager, "mode", mode="review")

    said = await community.command(community.moderator, "status")

    assert "This server: **review**. Signpost asks the moderators about each pitch and replies once" in said
    assert "A case waits 12 hours for a moderator to release its note; then nothing is sent." in said


async def test_members_who_opted_out_are_counted(community: Community) -> None:
    assert "opted out" not in reported(community)
    assert "1 member has opted out: their posts are not read." in reported(community, opted_out=1)
    assert "3 miembros pidieron que no se lea lo que escriben" in reported(community, "es", opted_out=3)


async def test_in_spanish_it_says_all_of_it_in_spanish(community: Community) -> None:
    community.speaks(community.moderator, "es-419")
    await community.refuse(community.general, send_messages=False)
    community.bot.recogniser = Recogniser(built_in(), slow=False)

    said = await community.command(community.moderator, "status")

    assert f"**Falta en {community.general.mention}: Enviar mensajes.**" in said
    assert f"{community.general.mention}: **nota** (como el servidor). Signpost responde a cada texto" in said
    assert "Umbral: equilibrado (0,80 de 1)." in said
    assert "Pausa entre notas: una nota por canal y tema cada 30 minutos." in said
    assert "**Lee solo con su modelo rápido**" in said
    assert "No guarda texto ni nombres" in said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_longest_report_fits_into_a_message(newcomer: Community, language: str) -> None:
    bot, guild_id, now = newcomer.bot, newcomer.guild.id, newcomer.env.now()
    for number in range(MANY):
        await bot.places.set_channel_mode(guild_id, HIGHEST_ID - number, Mode.OBSERVE, None, now)
        await bot.webhooks.set(guild_id, HIGHEST_ID - number, read=True)
        for kind in ExemptKind.ROLE, ExemptKind.CHANNEL, ExemptKind.CATEGORY:
            await bot.exemptions.set(guild_id, kind, HIGHEST_ID - number, exempt=True)
        await bot.exemptions.set_member(guild_id, HIGHEST_ID - number, exempt=True)
    await bot.exemptions.set(guild_id, ExemptKind.CHANNEL, newcomer.general.id, exempt=True)
    changes = {
        "mode": Mode.REVIEW,
        "reads_pluralkit": True,
        "cooldown": 12345,
        "mod_log": newcomer.mod_log.id,
    }
    await bot.places.choose(guild_id, None, now, **changes)
    for channel in newcomer.general, newcomer.mod_log:
        await newcomer.refuse(channel, view_channel=False, send_messages=False, read_message_history=False)
    log_lacks = reported(newcomer, language, opted_out=1234)
    await newcomer.delete_channel(newcomer.mod_log)
    log_gone = reported(newcomer, language, opted_out=1234)

    assert newcomer.mod_log.mention in log_lacks
    for said in log_lacks, log_gone:
        assert 1400 < len(said) <= status.LONGEST_MESSAGE
