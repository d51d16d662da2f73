"""The operator's settings: the one place that reads the environment and `.env`."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.policy import DEFAULT_COOLDOWN, DEFAULT_THRESHOLD, Mode
from bot.posts.limits import FETCH_SECONDS, KIB, MIB, FileLimits

_FILES = FileLimits()


class SettingsError(Exception):
    """A setting that cannot be used. The message is one line for the operator and holds no secret."""


class Settings(BaseSettings):
    """What an operator can set, each as SIGNPOST_<NAME> in the environment or in `.env`.

    cooldown: seconds between two notes on a topic in a channel, where a server set none (0 = none).
    threshold: score 0-1 from which a post is acted on. retention_days: how long cases are kept.
    shard_count: None lets Discord say. health_port: loopback port of the health page, None for no page.
    fetch_seconds: for fetching one file. files_per_post to pictures_per_day: what FileLimits says of each, in
    the unit of its name.
    """

    model_config = SettingsConfigDict(
        env_prefix="SIGNPOST_",
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    token: SecretStr | None = None
    database_url: str = "sqlite+aiosqlite:///signpost.db"
    default_mode: Mode = Mode.NOTE
    cooldown: Annotated[int, Field(ge=0, le=7 * 24 * 3600)] = int(DEFAULT_COOLDOWN.total_seconds())
    threshold: Annotated[float, Field(gt=0, le=1)] = DEFAULT_THRESHOLD
    retention_days: Annotated[int, Field(ge=1, le=365)] = 90
    health_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    shard_count: Annotated[int, Field(ge=1)] | None = None
    fetch_seconds: Annotated[float, Field(gt=0, le=120)] = FETCH_SECONDS
    files_per_post: Annotated[int, Field(ge=0, le=20)] = _FILES.per_post
    text_kib: Annotated[int, Field(ge=1, le=8 * KIB)] = _FILES.text_bytes // KIB
    document_mib: Annotated[int, Field(ge=1, le=100)] = _FILES.document_bytes // MIB
    document_seconds: Annotated[float, Field(gt=0, le=300)] = _FILES.document_seconds
    document_memory_mib: Annotated[int, Field(ge=128, le=16 * KIB)] = _FILES.document_memory // MIB
    document_pages: Annotated[int, Field(ge=1, le=10_000)] = _FILES.document_pages
    picture_mib: Annotated[int, Field(ge=1, le=25)] = _FILES.picture_bytes // MIB
    picture_megapixels: Annotated[int, Field(ge=1, le=50)] = _FILES.picture_pixels // 1_000_000
    picture_seconds: Annotated[float, Field(gt=0, le=600)] = _FILES.picture_seconds
    pictures_per_day: Annotated[int, Field(ge=0, le=10_000)] = _FILES.pictures_per_day

    @property
    def file_limits(self) -> FileLimits:
        """What the files of a post may cost."""
        return FileLimits(
            per_post=self.files_per_post,
            text_bytes=self.text_kib * KIB,
            document_bytes=self.document_mib * MIB,
            document_seconds=self.document_seconds,
            document_memory=self.document_memory_mib * MIB,
            document_pages=self.document_pages,
            picture_bytes=self.picture_mib * MIB,
            picture_pixels=self.picture_megapixels * 1_000_000,
            picture_seconds=self.picture_seconds,
            pictures_per_day=self.pictures_per_day,
        )

    @field_validator("database_url")
    @classmethod
    def _names_an_async_sqlite_file(cls, value: str) -> str:
        try:
            url = make_url(value)
        except ArgumentError:
            raise ValueError("is not a database URL; try sqlite+aiosqlite:///signpost.db") from None
        if url.drivername != "sqlite+aiosqlite":
            raise ValueError("must begin with sqlite+aiosqlite:///")
        if not url.database:
            raise ValueError("must name a file after sqlite+aiosqlite:///")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value


def load() -> Settings:
    """Read the settings from the environment and from `.env` in this folder.

    Raises SettingsError with one line that names each setting that cannot be used, never its value.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = "; ".join(
            f"SIGNPOST_{str(fault['loc'][0]).upper()}: {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors(include_input=False, include_url=False)
        )
        raise SettingsError(faults) from None
    except UnicodeDecodeError:
        raise SettingsError("the file .env is not UTF-8 text") from None
