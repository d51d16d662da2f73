"""Documents made for the tests: PDF, Word, RTF and pictures, sound and broken."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINE = 90  # characters


def pdf(*pages: str) -> bytes:
    """Make a PDF with a text on each page, as a printer driver would: lines of glyphs at places."""
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(pages):
        drawn = _drawn(text)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {first + 2 * number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    return _numbered(objects)


def locked_pdf(text: str, password: str) -> bytes:
    """Make a PDF that opens with a password alone."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(text))))
    writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word_file(*paragraphs: str) -> bytes:
    """Make a docx with these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def word_bomb(megabytes: int) -> bytes:
    """Make a docx of a few KiB whose text part unpacks to so much, without a word in it."""
    return archive(
        {"word/document.xml": "<w>" + "<!-- nothing at all, again and again -->" * (megabytes * 2**20 // 40)}
    )


def archive(parts: dict[str, str]) -> bytes:
    """Make a zip archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return out.getvalue()


def letter(text: str) -> bytes:
    """Make an RTF file, with everything beyond ASCII as an escape."""
    escaped = text.encode("ascii", "backslashreplace").decode().replace("\\x", "\\'").replace("\n", "\\par ")
    return f"{{\\rtf1\\ansi\\ansicpg1252 {escaped}}}".encode()


def screenshot(text: str, *, dark: bool = True, size: int = 18, kind: str = "PNG") -> bytes:
    """Draw a text as a chat client shows it. size: of the letters, in pixels."""
    ground, ink = ((49, 51, 56), (219, 222, 225)) if dark else ((255, 255, 255), (49, 51, 56))
    font = ImageFont.load_default(size)
    lines = [line for paragraph in text.splitlines() for line in wrap(paragraph, _LINE) or [""]]
    height = int(size * 1.45)
    picture = Image.new("RGB", (size * 48, height * len(lines) + 60), ground)
    drawing = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        drawing.text((30, 30 + number * height), line, font=font, fill=ink)
    return _saved(picture, kind)


def photo(width: int = 400, height: int = 300) -> bytes:
    """Make a picture without a word in it."""
    return _saved(Image.linear_gradient("L").resize((width, height)).convert("RGB"), "PNG")


def _saved(picture: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def _drawn(text: str) -> bytes:
    lines = [line for paragraph in text.splitlines() for line in wrap(paragraph, _LINE)]
    shown = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    body = "\n".join(f"({line}) Tj T*" for line in shown)
    return f"BT /F1 11 Tf 14 TL 50 750 Td\n{body}\nET".encode("cp1252", "replace")


def _numbered(objects: Iterable[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets: list[int] = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    return bytes(out) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(out))
    )
