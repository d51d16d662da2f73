"""Seals on custom ids: what a button carries cannot be made up, nor taken to another server."""

import base64
import hashlib
import hmac

SEAL = r"(?P<seal>[\w-]{10})"
"""What a template matches a seal with."""

_BYTES = 8  # 10 characters hold 60 bits of them
_CHARACTERS = 10
_PURPOSE = b"custom id"


class Seal:
    """Seals what stands in a custom id with the installation's secret, for one server."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        """key: the installation's secret, at most 64 bytes."""
        self._key = key

    def on(self, guild_id: int, *parts: str | int) -> str:
        """Return the 10 characters that seal these parts in a server. No part may hold a colon."""
        said = ":".join(map(str, (guild_id, *parts))).encode()
        digest = hashlib.blake2b(said, key=self._key, digest_size=_BYTES, person=_PURPOSE).digest()
        return base64.urlsafe_b64encode(digest).decode()[:_CHARACTERS]

    def holds(self, seal: str, guild_id: int, *parts: str | int) -> bool:
        """Say whether a seal is this installation's, on these parts, for this server."""
        return hmac.compare_digest(seal, self.on(guild_id, *parts))
