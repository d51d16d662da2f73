"""An installation without any extra: what it says of itself, and that it works."""

import pytest

from bot.texts import texts_in

from ..documents import screenshot
from . import process
from .cdn import Served
from .process import Wire
from .texts import PITCH

SAID = texts_in("en")


async def test_without_the_extras_status_says_what_is_not_read_and_the_rest_works(
    wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "LAUNCH", f"{__package__}.bare")
    await wire.start()
    await wire.until(lambda: wire.loopback.rest.commands)

    status = await wire.people.command(wire.general, wire.moderator, "signpost status")
    await wire.until(lambda: status.shown)
    said = status.shown[0]["content"].splitlines()
    assert SAID("status-pictures-unread") in said
    assert SAID("status-reads-quickly") in said

    shot = Served(screenshot(PITCH))
    attachment = wire.loopback.cdn.attach(wire.general.id, "shot.png", shot)
    post = await wire.people.post(wire.general, wire.member, PITCH, attachments=[attachment])
    assert await wire.note_on(post)
    assert shot.asked == 0
    assert "Traceback" not in wire.output
