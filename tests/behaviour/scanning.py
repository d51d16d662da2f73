"""How scans of old posts go on in the tests: with or without their pauses."""

import pytest

from bot.scan import pace

from .community import Community


async def go_on(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scan run to its end."""
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    await community.pass_time(minutes=61)


async def scan_now(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scan the whole server without a pause."""
    monkeypatch.setattr(pace, "PAUSE", 0.0)
    await community.scan(last=100)
