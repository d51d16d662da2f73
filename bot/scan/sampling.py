"""Reckoning a scan before it starts, from two pages of a few channels: cheap, also in a large server."""

import logging
from collections.abc import Sequence
from statistics import mean

import discord

from bot.faults import PASSING
from bot.scan.channels import Readable, Scope, active_threads, ids_after, ids_before, why_left_out
from bot.scan.reckoning import Reckoning, posts_between, seconds_for
from bot.scan.span import Span
from bot.store import Places

_log = logging.getLogger(__name__)

MOST_SAMPLED = 20
"""Channels that are looked into; the others are taken to hold as much as these on average."""


async def reckon(scope: Sequence[Scope], span: Span, places: Places) -> Reckoning:
    """Reckon what a scan would read; archived threads, of which nothing is known yet, are not counted.

    Discord tells how many posts a thread has; of a channel, two pages say how thick its posts lie.
    """
    open_to_us = [each for each in scope if why_left_out(each, places) is None]
    threads = [
        each for parent in scope for each in active_threads(parent) if why_left_out(each, places) is None
    ]
    channels = [each for each in open_to_us if not isinstance(each, discord.ForumChannel)]
    in_use = [each for each in channels if each.last_message_id is None or each.last_message_id > span.floor]
    sampled = [await _posts_in(each, span) for each in in_use[:MOST_SAMPLED]]
    counted = [number for number in sampled if number is not None]
    others = round(mean(counted) * (len(in_use) - len(counted))) if counted else 0
    posts = sum(counted) + others + sum(_posts_of_thread(each, span) for each in threads)
    number = len(open_to_us) + len(threads)
    return Reckoning(posts, number, seconds_for(posts, number, pages_back=span.last is not None))


async def _posts_in(channel: Readable, span: Span) -> int | None:
    """Reckon a channel's posts; None if Discord does not say."""
    try:
        first = await ids_after(channel, span.floor)
        posts = posts_between(first, await ids_before(channel, None))
    except PASSING as error:
        _log.warning("channel %d not reckoned: %s", channel.id, error)
        return None
    return posts if span.last is None else min(posts, span.last)


def _posts_of_thread(thread: discord.Thread, span: Span) -> int:
    if (thread.last_message_id or 0) <= span.floor:
        return 0
    return thread.message_count if span.last is None else min(thread.message_count, span.last)
