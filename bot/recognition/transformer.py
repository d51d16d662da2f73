"""The slow path's model: a small transformer, quantised, run by onnxruntime on one thread.

Its packages are the optional extra `slow`; without them `load` gives None and the fast path judges alone.
"""

import logging
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from bot.recognition.linear import ModelError, in_models

log = logging.getLogger(__name__)

T = TypeVar("T")

LONGEST = 256
"""Word pieces of a window that are read, the two at its ends included."""

_PACKAGES = ("numpy", "onnxruntime", "tokenizers")


class _Encoding(Protocol):
    ids: list[int]


class _Tokenizer(Protocol):
    def encode(self, sequence: str, /) -> _Encoding: ...


class _Session(Protocol):
    def run(self, outputs: None, feed: dict[str, Any], /) -> Sequence[Any]: ...


class ReadingError(Exception):
    """The transformer could not read a window. The message names the kind of fault, never the text."""


def refuse_telemetry() -> None:
    """Keep onnxruntime from reporting to its maker; to be called before its first import.

    From 1.29 on its official builds send usage events from Linux and macOS and keep an id of the machine,
    unless this is set (microsoft/onnxruntime, pull request 27379).
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"


class Transformer:
    """Reads whole windows. Not bound to a thread: any one may call it."""

    __slots__ = ("_array", "_session", "_tokenizer")

    def __init__(self, tokenizer: _Tokenizer, session: _Session, array: Callable[..., object]) -> None:
        self._tokenizer = tokenizer
        self._session = session
        self._array = array

    @staticmethod
    def installed() -> bool:
        """Whether the optional packages are there."""
        return all(find_spec(package) is not None for package in _PACKAGES)

    @classmethod
    def load(cls, model: Path, vocabulary: Path) -> Self | None:
        """Load the model, or return None without its packages. Raises ModelError for a broken file."""
        if not cls.installed():
            return None
        refuse_telemetry()
        try:
            onnxruntime, tokenizers, numpy = map(import_module, ("onnxruntime", "tokenizers", "numpy"))
        except ImportError as error:
            log.warning("The packages of the slow path are installed and cannot be loaded: %s", error)
            return None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Memory for the longest window is not kept between posts.
        options.enable_cpu_mem_arena = False
        tokenizer = _opened(vocabulary, tokenizers.Tokenizer.from_file)
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        session = _opened(
            model, lambda path: onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])
        )
        return cls(tokenizer, session, numpy.array)

    def log_odds(self, text: str) -> float:
        """How much a window's text reads like a pitch, read as a whole; above 0 more than not.

        Raises ReadingError.
        """
        ids = self._tokenizer.encode(text).ids
        feed = {"input_ids": self._array([ids], dtype="int64")}
        try:
            return float(self._session.run(None, feed)[0][0])
        except Exception as error:  # noqa: BLE001 - onnxruntime raises what it likes, for want of memory too
            raise ReadingError(type(error).__name__) from None


def _opened(path: Path, opener: Callable[[str], T]) -> T:
    """Open a file. Raises ModelError that names it."""
    try:
        return opener(str(path))
    except Exception as error:  # noqa: BLE001 - both packages raise bare Exception for a broken file
        raise ModelError(f"{in_models(path)} cannot be loaded: {error}".splitlines()[0]) from None
