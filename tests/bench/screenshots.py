"""How much of what is recognised survives a screenshot: texts drawn, read by OCR, and judged.

    python -m tests.bench.screenshots [FILE.jsonl …] [--every 4]

For each look: the share of words that came back, and the posts flagged of the texts themselves, of what was
read, and of that with its blanks set right. FILE: texts with a label, by default the fresh ones.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import cast

import simcord
from PIL import Image, ImageDraw, ImageFont

from bot.policy import DEFAULT_THRESHOLD
from bot.posts import Post
from bot.posts.extract.picture import text_of_picture
from bot.recognition import Recogniser
from tests.bench.sets import Set, own_sets

FRESH = Path(__file__).parent.parent / "data" / "fresh_texts.jsonl"
FONTS = Path(simcord.__file__).parent / "preview" / "static" / "fonts"
COLUMNS, MARGIN = 80, 24
MOST_PIXELS = 10**8


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is drawn. font: a file's name, empty for Pillow's own. size: of the letters, in pixels.

    gap: blanks as a share of the font's. quality: of a JPEG; 0 for a PNG.
    """

    name: str
    font: str
    size: int
    gap: float = 1.0
    quality: int = 0

    def draw(self, text: str) -> bytes:
        """Draw a text, light on dark, in lines of COLUMNS characters."""
        font = ImageFont.truetype(FONTS / self.font, self.size) if self.font else _own(self.size)
        lines = [line for part in text.splitlines() for line in wrap(part, COLUMNS) or [""]]
        leading = int(self.size * 1.4)
        width = int(max(map(font.getlength, lines))) + 2 * MARGIN
        picture = Image.new("RGB", (width, leading * len(lines) + 2 * MARGIN), (49, 51, 56))
        drawing = ImageDraw.Draw(picture)
        for number, line in enumerate(lines):
            across = float(MARGIN)
            for word in line.split():
                place = (across, MARGIN + number * leading)
                drawing.text(place, word, font=font, fill=(219, 222, 225))
                across += font.getlength(word) + self.gap * font.getlength(" ")
        out = BytesIO()
        picture.save(out, "JPEG", quality=self.quality) if self.quality else picture.save(out, "PNG")
        return out.getvalue()


LOOKS = (
    Look("Noto Sans, 16 px, PNG", "noto-sans-latin-v2.015.ttf", 16),
    Look("Aileron, 16 px, JPEG of quality 60", "", 16, quality=60),
    Look("Noto Sans Mono, 12 px, PNG", "noto-sans-mono-v2.014.ttf", 12),
    Look("Noto Sans, 11 px, JPEG of quality 60", "noto-sans-latin-v2.015.ttf", 11, quality=60),
    Look("Aileron, 14 px, blanks half as wide", "", 14, gap=0.5),
    Look("Noto Sans, 14 px, blanks a quarter as wide", "noto-sans-latin-v2.015.ttf", 14, gap=0.25),
)


def _own(size: int) -> ImageFont.FreeTypeFont:
    return cast("ImageFont.FreeTypeFont", ImageFont.load_default(size))


def words_back(text: str, read: str) -> float:
    """Share of a text's different words that stand in what was read."""
    words = {*text.lower().split()}
    return len(words & {*read.lower().split()}) / max(len(words), 1)


def measure(look: Look, group: Set, texts: Sequence[str], recogniser: Recogniser) -> None:
    """Draw, read and judge some texts, and print a line."""
    ways = [(text, *_read(look, text, recogniser)) for text in texts]
    flagged = [
        sum(recogniser.judge(Post.of_text(way[column])).score >= DEFAULT_THRESHOLD for way in ways)
        for column in range(3)
    ]
    back = [sum(words_back(way[0], way[column]) for way in ways) / len(ways) for column in (1, 2)]
    sys.stdout.write(
        f"{look.name:<44} {group.name:<22} {len(texts):>4} texts   words {back[0]:4.0%} {back[1]:4.0%}   "
        f"flagged {flagged[0]:>4} {flagged[1]:>4} {flagged[2]:>4}\n"
    )
    sys.stdout.flush()


def _read(look: Look, text: str, recogniser: Recogniser) -> Iterator[str]:
    read = "".join(text_of_picture(look.draw(text), MOST_PIXELS))
    yield read
    yield "".join(recogniser.spacing.pieces(read))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=[FRESH])
    parser.add_argument("--every", type=int, default=4, help="judge each n-th text")
    given = parser.parse_args()
    recogniser = Recogniser.standard()
    groups = [group for group in own_sets(cast("list[Path]", given.files)) if not group.of_kind]
    sys.stdout.write("words that came back and posts flagged: the text, as read, its blanks set right\n")
    for look in LOOKS:
        for group in groups:
            texts = [*group.texts]
            random.Random(1).shuffle(texts)
            measure(look, group, texts[:: cast("int", given.every)], recogniser)


if __name__ == "__main__":
    main()
