"""The command `signpost` as an operator runs it: a process of its own, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Command:
    """Runs `signpost` with arguments, input and settings."""

    folder: Path

    def environment(self, **settings: str) -> dict[str, str]:
        """Return an environment without anyone's own settings."""
        own = ("SIGNPOST_", "PYTHON")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
        return kept | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"} | settings

    def words(self, *arguments: str | Path) -> list[str]:
        """Return what is run."""
        return [sys.executable, "-m", "bot", *map(str, arguments)]

    def __call__(self, *arguments: str | Path, given: bytes = b"", **settings: str) -> Ended:
        """Run to the end. Fails on a traceback, whatever the test looks at."""
        done = subprocess.run(
            self.words(*arguments),
            input=given,
            capture_output=True,
            cwd=self.folder,
            env=self.environment(**settings),
            timeout=60,
            check=False,
        )
        ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in ended.err, ended.err
        return ended


@pytest.fixture
def signpost(tmp_path: Path) -> Command:
    """Give the command in an empty folder."""
    return Command(tmp_path)


Write = Callable[[str, bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file into a folder of its own and return where it is."""
    folder = tmp_path / "texts"
    folder.mkdir()

    def put(name: str, data: bytes) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return put
