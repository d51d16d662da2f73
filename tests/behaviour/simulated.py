"""What the parts of the test community share: the simulated Discord, its server and a member of it."""

from pathlib import Path

import simcord
from simcord.backend.serializers import message_payload


class Simulated:
    """The simulation that a part of the community acts in. `Community` makes and keeps all of it."""

    env: simcord.Env
    database: Path
    guild: simcord.GuildHandle
    forum: simcord.ChannelHandle
    member: simcord.MemberActor

    def event_of(self, channel_id: int, message_id: int) -> dict[str, object]:
        """Return a stored message as Discord would send it in an event."""
        from_store = self.env.backend.get_message(channel_id, message_id)
        return dict(message_payload(self.env.backend, from_store))

    async def tell_update(self, channel_id: int, message_id: int) -> None:
        """Tell Signpost of a message as it is stored now, with the whole of it, as Discord does today."""
        self.env.backend.emit("MESSAGE_UPDATE", self.event_of(channel_id, message_id))
        await self.env.settle()
