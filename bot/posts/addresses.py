"""Web addresses in a post: what they say is evidence beside a preview, and never by itself."""

import re
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"\b(https?://|www\.)([^\s<>\"]+)", re.IGNORECASE)
# What every address has, looked for first: most texts have none, and a large one is not copied for nothing.
_SIGNS = ("://", "www.", "WWW.", "Www.")
_WORDS = re.compile(r"[^\W_]+")
_FIRST_LABELS = frozenset({"www", "m", "amp"})


def without_addresses(text: str) -> str:
    """Return the text with spaces in place of what each address says, so that every offset stays as it was.

    That there is a link stays ("https://"): an offer with one reads otherwise than one without. The address
    behind a masked link is no words of the writer's either, and goes with the others.
    """
    if not any(sign in text for sign in _SIGNS):
        return text
    return _ADDRESS.sub(_blank, text)


def words_of(address: str) -> str:
    """Return the words that an address is made of: its host without the ending, then its path.

    "https://www.leaf-life.example/kratom-for-pain/?id=3" gives "leaf life kratom for pain". Empty where it
    is no address.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    labels = [label for label in host.split(".")[:-1] if label not in _FIRST_LABELS]
    path = re.sub(r"\.[a-z0-9]{2,5}$", "", unquote(parts.path), flags=re.IGNORECASE)
    return " ".join(_WORDS.findall(" ".join((*labels, path))))


def _blank(found: re.Match[str]) -> str:
    begin, said = found.groups()
    # The bracket that closes a masked link belongs to the link.
    closed = said.find(")")
    kept = "" if closed < 0 or "(" in said[:closed] else said[closed:]
    return begin + " " * (len(said) - len(kept)) + kept
