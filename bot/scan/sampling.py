"""Reckoning a scan before it starts, from a few pages of a few channels: cheap, also in a large server."""

import asyncio
import logging
from collections.abc import Sequence
from functools import partial

import discord

from bot.faults import PASSING
from bot.scan.channels import Readable, Scope, active_threads, ids_after, ids_before, why_left_out
from bot.scan.reckoning import Guess, Reckoning, posts_between, probe_points, seconds_for
from bot.scan.span import Span
from bot.store import Places

_log = logging.getLogger(__name__)

MOST_SAMPLED = 48
"""Channels that are looked into, with seven requests at most; what the others hold nobody can tell."""

AT_ONCE = 4
"""Channels that are looked into side by side; live traffic shares the same allowance of requests."""

COUNTED_TO = 50
"""Posts to which Discord counts in threads from before July 2022."""


async def reckon(scope: Sequence[Scope], span: Span, places: Places) -> Reckoning:
    """Reckon what a scan would read; archived threads, of which nothing is known yet, are not counted.

    Discord tells how many posts a thread has; of a channel, a few pages say how thick its posts lie.
    """
    open_to_us = [each for each in scope if why_left_out(each, places) is None]
    threads = [
        each for parent in scope for each in active_threads(parent) if why_left_out(each, places) is None
    ]
    channels = [each for each in open_to_us if not isinstance(each, discord.ForumChannel)]
    in_use = [each for each in channels if each.last_message_id is None or each.last_message_id > span.floor]
    room = asyncio.Semaphore(AT_ONCE)
    guessed = [*await asyncio.gather(*(_posts_in(each, span, room) for each in in_use[:MOST_SAMPLED]))]
    guessed += [Guess(0, None).up_to(span.last) for _ in in_use[MOST_SAMPLED:]]
    guessed += [_posts_of_thread(each, span) for each in threads]
    posts = sum(guessed, Guess.exactly(0))
    number = len(open_to_us) + len(threads)
    lasting = partial(seconds_for, channels=number, pages_back=span.last is not None)
    return Reckoning(posts, number, lasting(posts.least), None if posts.most is None else lasting(posts.most))


async def _posts_in(channel: Readable, span: Span, room: asyncio.Semaphore) -> Guess:
    """Guess a channel's posts once there is room; nothing is known where Discord does not say."""
    try:
        async with room:
            first, newest = await ids_after(channel, span.floor), await ids_before(channel, None)
            probes = [await ids_after(channel, point) for point in probe_points(first, newest)]
    except PASSING as error:
        _log.warning("channel %d not reckoned: %s", channel.id, error)
        return Guess(0, None).up_to(span.last)
    return posts_between(first, newest, probes).up_to(span.last)


def _posts_of_thread(thread: discord.Thread, span: Span) -> Guess:
    if (thread.last_message_id or 0) <= span.floor:
        return Guess.exactly(0)
    count = thread.message_count
    if count == COUNTED_TO:
        return Guess(1 if thread.id <= span.floor else count, None).up_to(span.last)
    return Guess(min(count, 1) if thread.id <= span.floor else count, count).up_to(span.last)
