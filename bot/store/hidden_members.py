"""Members of a server known by keyed hashes alone: never by an id, and not the same in two servers."""

import hashlib
from collections.abc import Iterable

_HASH_BYTES = 16


class HiddenMembers:
    """A list of members of one server: it can be asked for one and names none."""

    __slots__ = ("_guild_id", "_key", "_purpose", "hashes")

    def __init__(self, guild_id: int, key: bytes, purpose: bytes, hashes: Iterable[bytes] = ()) -> None:
        """key: the installation's secret. purpose: of the list, at most 16 bytes.

        It is part of what is hashed, and so is the server's id: nobody can tell who stands on two lists.
        """
        self._guild_id = guild_id
        self._key = key
        self._purpose = purpose
        self.hashes = frozenset(hashes)

    def __len__(self) -> int:
        return len(self.hashes)

    def __contains__(self, member_id: object) -> bool:
        return isinstance(member_id, int) and self.hash_of(member_id) in self.hashes

    def hash_of(self, member_id: int) -> bytes:
        """Return the 16 bytes that stand for a member on this list of this server, and on no other."""
        said = f"{self._guild_id}:{member_id}".encode()
        return hashlib.blake2b(said, key=self._key, digest_size=_HASH_BYTES, person=self._purpose).digest()

    def with_member(self, member_hash: bytes, *, listed: bool) -> "HiddenMembers":
        """Return these members with one more, or one less."""
        changed = self.hashes | {member_hash} if listed else self.hashes - {member_hash}
        return HiddenMembers(self._guild_id, self._key, self._purpose, changed)
