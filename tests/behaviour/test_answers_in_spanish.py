"""Answers to a manager whose Discord speaks Spanish: what they read, and what is done, is as in English."""

import pytest

from bot.store.exemptions import MOST_EXEMPT

from .community import Community
from .test_exempt_answers import fill_all_lists
from .test_left_alone import nothing_happened
from .texts import PITCH


@pytest.fixture
def community(community: Community) -> Community:
    """Give a community whose manager has Discord in Spanish."""
    community.speaks(community.manager, "es-ES")
    return community


async def test_an_exemption_is_confirmed_ended_and_listed(community: Community) -> None:
    channel, manager = community.general, community.manager

    put = await community.command(manager, "exempt", channel=channel)
    await community.paste(channel, PITCH)
    assert nothing_happened(community)
    ended = await community.command(manager, "exempt", channel=channel, exempt=False)
    again = await community.command(manager, "exempt", channel=channel, exempt=False)

    assert put.startswith(f"Exención puesta: {channel.mention}. Signpost no lee eso desde ahora;")
    assert f"Exento, no se lee: canales: {channel.mention}." in put
    assert ended.startswith(f"Exención quitada: {channel.mention}. Signpost vuelve a leer eso")
    assert ended.endswith("Nada está exento: Signpost lee a todo el mundo donde no está apagado.")
    assert again.startswith(f"No tenía exención propia, así que no cambió nada: {channel.mention}.")


async def test_an_exemption_of_everyone_names_the_mode_in_spanish(community: Community) -> None:
    everyone = community.guild.default_role

    answer = await community.command(community.manager, "exempt", role=everyone)

    assert answer == "@everyone no puede quedar exento: no se leería nada. Para eso está el modo **apagado**."


async def test_the_longest_list_of_exemptions_fits_into_a_message(community: Community) -> None:
    category, talk = await community.server.category("staff")
    role = await community.server.role_of(community.member)
    await community.command(community.manager, "webhooks", source="PluralKit")
    for chosen in {"role": role}, {"channel": category}, {"channel": talk}, {"member": community.member}:
        await community.command(community.manager, "exempt", None, **chosen)
    await fill_all_lists(community)

    answer = await community.command(
        community.manager, "exempt", role=role, channel=talk, member=community.member, exempt=False
    )

    assert f"miembros: {MOST_EXEMPT - 1} (se guardan como marcas cifradas" in answer
    assert " y 84 más" in answer
    assert 1600 < len(answer) <= 2000


async def test_a_webhook_is_chosen_listed_and_refused(community: Community) -> None:
    bridge = community.server.webhook(community.general)

    chosen = await community.command(community.manager, "webhooks", source=str(bridge.id))
    unknown = await community.command(community.manager, "webhooks", source="the bridge")
    ended = await community.command(community.manager, "webhooks", source=str(bridge.id), read=False)

    assert chosen.splitlines()[:2] == [
        f"Signpost lee el webhook `{bridge.id}` desde ahora.",
        f"Webhooks que se leen: {bridge.id}.",
    ]
    assert unknown.startswith("No conozco ese webhook. Elige PluralKit en la lista, o dame el ID")
    assert ended.startswith(f"Signpost ya no lee el webhook `{bridge.id}`.")
