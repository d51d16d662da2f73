"""Faults on the way to Discord that pass by themselves."""

import aiohttp
import discord

PASSING = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)
"""What a request may raise when Discord or the network is in trouble; the same request may succeed later.

discord.py retries some of it by itself, but neither a 503 nor a broken connection.
"""
