"""Changes to a server's settings that are made together or not at all."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.policy import Mode


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import changes; what it leaves alone is not in it. modes: of channels, by id.

    roles, channels, categories: ids that become exempt. webhook_ids: those that are read then.
    """

    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    modes: Mapping[int, Mode] = field(default_factory=dict[int, Mode])
    roles: tuple[int, ...] = ()
    channels: tuple[int, ...] = ()
    categories: tuple[int, ...] = ()
    webhook_ids: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything changes."""
        return any((self.settings, self.modes, self.roles, self.channels, self.categories, self.webhook_ids))

    @property
    def digest(self) -> str:
        """16 characters that stand for these changes and no others."""
        said = repr((sorted(self.settings.items()), sorted(self.modes.items()), self._ids)).encode()
        return hashlib.blake2b(said, digest_size=8).hexdigest()

    @property
    def _ids(self) -> tuple[tuple[int, ...], ...]:
        return self.roles, self.channels, self.categories, self.webhook_ids
