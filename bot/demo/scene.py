"""The scene that has played before a visitor comes in: read from scene.toml, spoken by its people."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.demo.community import Community

_FOLDER = Path(__file__).parent
_SCENE = _FOLDER / "scene.toml"
_EXAMPLE = _FOLDER / "example.txt"


class Line(BaseModel):
    """One post of the scene. minutes: since the post before. Either text, or a file of this folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    channel: str
    author: str
    minutes: Annotated[int, Field(ge=0)]
    text: str = ""
    file: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if bool(self.text) == bool(self.file):
            raise ValueError("a line has either text or file")
        return self

    @property
    def words(self) -> str:
        """What is posted."""
        return self.text or (_FOLDER / self.file).read_text(encoding="utf-8")


class Scene(BaseModel):
    """The posts in their order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    line: tuple[Line, ...]

    @property
    def length(self) -> timedelta:
        """How long it takes, in the simulated clock's time."""
        return timedelta(minutes=sum(line.minutes for line in self.line))


def load_scene() -> Scene:
    """Read the scene that is shipped with the program."""
    return Scene.model_validate(tomllib.loads(_SCENE.read_text(encoding="utf-8")))


def example_article() -> str:
    """Return an article that a visitor without one can paste."""
    return _EXAMPLE.read_text(encoding="utf-8")


async def play(scene: Scene, community: Community) -> None:
    """Let the scene's people post, one after another; the bot answers as it does anywhere."""
    for line in scene.line:
        await community.env.advance_time(line.minutes * 60)
        await community.paste(community.people[line.author], community.channels[line.channel], line.words)
