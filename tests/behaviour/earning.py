"""Rulings as moderators make them, and what they have Signpost suggest in the mod log."""

import discord
import simcord

from bot.policy import Mode, Reason
from bot.store import CaseState, NewCase, Ruling

from .community import Community


async def rule(community: Community, ruling: Ruling, number: int) -> None:
    """Have the moderator rule so many further cases."""
    for _ in range(number):
        message_id = community.env.backend.create_message(
            community.recovery.id, community.member.id, "long gone", broadcast=False
        ).id
        case = await community.bot.ledger.open(
            NewCase(
                guild_id=community.guild.id,
                channel_id=community.recovery.id,
                message_id=message_id,
                topic="kratom",
                score=0.9,
                claims=(),
                state=CaseState.OBSERVED,
                reason=Reason.OBSERVING,
                opened_at=community.env.now(),
            )
        )
        assert case is not None
        with community.env.time_context():
            await community.bot.rulings.take(
                case.id, community.guild.id, ruling, community.moderator.id, community.env.now()
            )


async def be_in(community: Community, mode: Mode, **settings: object) -> None:
    """Have the manager choose a mode, and other settings, a second before what comes."""
    await community.bot.places.choose(
        community.guild.id, community.manager.id, community.env.now(), mode=mode, **settings
    )
    community.env.backend.advance_clock(1)


def suggestions(community: Community) -> list[discord.Message]:
    """Return what Signpost suggested in the mod log, oldest first."""
    here = community.mod_log.history()
    return [each for each in here if "Signpost" in each.content and "cases" in each.content]


def mode_of(community: Community) -> Mode:
    """Return the server's own mode."""
    return community.bot.places.at(community.guild.id).mode


async def press(
    by: simcord.MemberActor, suggestion: discord.Message, label: str
) -> simcord.InteractionResult:
    """Press a button of a suggestion."""
    return await by.click(suggestion, label=label)
