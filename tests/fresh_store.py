"""An empty store of the newest version, made once: its migrations take longer than most tests."""

import asyncio
import tempfile
from pathlib import Path

from bot.store import open_store

_made: list[bytes] = []


async def put_store(database: Path) -> None:
    """Put an empty store where a test wants one of its own."""
    if not _made:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / database.name
            engine = await open_store(f"sqlite+aiosqlite:///{made}")
            await engine.dispose()
            _made.append(made.read_bytes())
    await asyncio.to_thread(database.write_bytes, _made[0])
