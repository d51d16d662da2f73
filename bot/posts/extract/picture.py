"""The text of a screenshot, read by rapidocr (the optional extra `ocr`)."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from bot.posts.extract.outcome import Outcome, UnreadableError

_FORMATS = ("PNG", "JPEG", "WEBP", "BMP")
_LONGEST_SIDE = 2000
"""Pixels to which a larger picture is brought down; a smaller one is read as it is, which took a fifth of the
time of rapidocr's own enlarging and read the same words."""

_NEW_LINE = 0.9
"""Gap above a line, in heights of it, from which it begins a new paragraph."""

_SURE = 0.5
"""Certainty, 0–1, below which a line that was read is left out: drawings and patterns look like letters."""

_BROKEN = (ImportError, OSError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What packages raise that are there and cannot be used: a library of the system's or a file of theirs is
missing, or versions do not fit."""


def text_of_picture(data: bytes, most_pixels: int) -> Iterator[str]:
    """Yield the text in a picture, paragraph by paragraph. Raises UnreadableError."""
    picture = _opened(data, most_pixels)
    read = _reader()(picture)
    if read.txts:
        yield joined(read.txts, [_extent(box) for box in read.boxes])


def joined(lines: Sequence[str], extents: Sequence[tuple[float, float]]) -> str:
    """Join lines as they stand in the picture: what goes on below its last line is one paragraph with it.

    extents: top and bottom of each line, in pixels, downwards.
    """
    text = ""
    last_bottom = 0.0
    for line, (top, bottom) in zip(lines, extents, strict=True):
        if text:
            text += "\n" if top - last_bottom > _NEW_LINE * (bottom - top) else " "
        text += line
        last_bottom = bottom
    return text


def _opened(data: bytes, most_pixels: int) -> object:
    numpy = _loaded("numpy")
    image: Any = _loaded("PIL.Image")
    image.MAX_IMAGE_PIXELS = None  # the limit below is the one that holds
    try:
        with image.open(BytesIO(data), formats=_FORMATS) as picture:
            width, height = picture.size
            if width * height > most_pixels:
                raise UnreadableError(Outcome.SWOLLEN)
            # Behind what is transparent Discord shows its own dark grey.
            ground = image.new("RGBA", (width, height), (49, 51, 56, 255))
            seen = image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")
    except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError):  # what Pillow lets through
        raise UnreadableError(Outcome.DAMAGED) from None
    return numpy.asarray(seen)


def _loaded(package: str) -> ModuleType:
    try:
        return import_module(package)
    except _BROKEN:
        raise UnreadableError(Outcome.UNABLE) from None


def _reader() -> Any:  # noqa: ANN401 - rapidocr says of its types what holds for it alone
    """Load rapidocr with the models that its wheel carries, named, so that it looks for none elsewhere."""
    _loaded("onnxruntime")  # rapidocr would only miss it at the first picture
    rapidocr = _loaded("rapidocr")
    models = Path(str(rapidocr.__file__)).parent / "models"
    threads = ("intra_op_num_threads", "inter_op_num_threads")
    params = {
        "Global.use_cls": False,  # tells text that stands on its head
        "Global.log_level": "critical",
        "Global.text_score": _SURE,
        "Global.max_side_len": _LONGEST_SIDE,
        "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
        "Det.limit_type": "max",
        "Det.limit_side_len": _LONGEST_SIDE,
        "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
        **{f"EngineConfig.onnxruntime.{each}": 1 for each in threads},
    }
    try:
        return rapidocr.RapidOCR(params=params)
    except _BROKEN:
        raise UnreadableError(Outcome.UNABLE) from None


def _extent(box: object) -> tuple[float, float]:
    """Return top and bottom of a box of four corners."""
    downwards = [float(corner[1]) for corner in cast("Sequence[Sequence[float]]", box)]
    return min(downwards), max(downwards)
