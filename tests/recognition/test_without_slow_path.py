"""Each test runs a process of its own: what a process has imported stays imported."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.recognition.transformer import Transformer
from tests.bench.hostile import PITCH

ROOT = Path(__file__).parents[2]

START = """
import json, sys
PACKAGES = ("numpy", "onnxruntime", "tokenizers")

class Hiding:
    '''Finds what another finder finds, but for the packages of the slow path: as if not installed.'''

    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in PACKAGES:
            return None
        return self.finder.find_spec(name, path, target)

    def __getattr__(self, name):
        return getattr(self.finder, name)

def hide():
    sys.meta_path[:] = [Hiding(finder) for finder in sys.meta_path]

def imported():
    return [package for package in PACKAGES if package in sys.modules]

def say(**facts):
    print(json.dumps(facts))
"""

WITHOUT = """
hide()
from bot.posts.post import Post
from bot.recognition import Recogniser
recogniser = Recogniser.standard()
pitch = recogniser.judge(Post.of_text(sys.argv[1]))
say(
    reads_closely=recogniser.reads_closely,
    score=pitch.score,
    claims=[claim.id for claim in pitch.claims],
    signals=[signal.words for signal in pitch.signals],
    talk=recogniser.judge(Post.of_text("good morning all")).topic,
    imported=imported(),
)
"""

ONLY_IMPORTED = """
import bot.recognition
say(imported=imported())
"""

SWITCHED_OFF = """
from bot.knowledge.topics import built_in
from bot.posts.post import Post
from bot.recognition import Recogniser
recogniser = Recogniser(built_in(), slow=False)
recogniser.judge(Post.of_text(sys.argv[1]))
say(imported=imported(), reads_closely=recogniser.reads_closely)
"""


READS_CLOSELY = """
import os
from bot.posts.post import Post
from bot.recognition import Recogniser
recogniser = Recogniser.standard()
recogniser.judge(Post.of_text(sys.argv[1]))
say(reads_closely=recogniser.reads_closely, reports=os.environ.get("ORT_DISABLE_TELEMETRY") != "1")
"""


def run(script: str, **environment: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", START + script, PITCH],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_without_its_packages_the_fast_path_judges_alone() -> None:
    found = run(WITHOUT)

    assert found["reads_closely"] is False
    assert found["score"] >= 0.5
    assert "eases-withdrawal" in found["claims"]
    assert found["signals"]
    assert not any("as a whole" in words for words in found["signals"])
    assert found["talk"] is None
    assert found["imported"] == []


def test_the_slow_path_reports_to_nobody_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """Left alone, onnxruntime keeps an id of the machine among temporary files, and sends what it counts."""
    found = run(READS_CLOSELY, TMPDIR=str(tmp_path), HOME=str(tmp_path), ORT_DISABLE_TELEMETRY="0")

    assert found == {"reads_closely": True, "reports": False}
    assert list(tmp_path.iterdir()) == []


def test_importing_the_package_loads_nothing_of_the_slow_path() -> None:
    assert run(ONLY_IMPORTED)["imported"] == []


def test_switched_off_the_slow_path_is_not_imported() -> None:
    assert run(SWITCHED_OFF) == {"imported": [], "reads_closely": False}


def test_without_its_packages_no_file_is_touched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Transformer, "installed", staticmethod(lambda: False))

    assert Transformer.load(tmp_path / "none.onnx", tmp_path / "none.json") is None
