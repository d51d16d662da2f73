"""Texts made to be costly, for the bench and for the long fuzz run."""

MEBIBYTE = 1 << 20

PITCH = (
    "Kratom is a gentle leaf that eases opioid withdrawal, and unlike methadone it is not addictive. "
    "Its alkaloids calm the receptors, lift the mood and relieve chronic pain without side effects. "
    "Many users report better sleep within days, so consider a small serving twice daily. "
)
PROSE = (
    "The council heard from nine people about kratom on Tuesday evening, and the hall was warm and full. "
    "A shopkeeper spoke of taxes and opening hours; a father spoke of his son, who is away at college now. "
    "Nobody shouted. The vote was put off until the spring, when the state is expected to say what it wants. "
)

HOSTILE = {
    "Cyrillic": "Доброе утро всем, как дела? ",
    "Cyrillic that names the topic": "Доброе утро всем, кратом помогает? ",
    "zalgo": "k\u0335\u0321r\u0336\u0322a\u0337t\u0338o\u0334m\u0335 h\u0336e\u0337l\u0338p\u0335s ",
    "spaced-out letters": "k r a t o m  h e l p s  ",
    "dotted letters": "k.r.a.t.o.m h.e.l.p.s ",
    "zero-width signs": "k\u200br\u200ba\u200bt\u200bo\u200bm ",
    "right-to-left signs": "\u202ekratom\u202c שלום ",
    "lone surrogates": "kratom \ud800 ",
    "one endless word": "kratom",
    "one endless letter": "k",
    "links": "[kratom](https://example.org/a?b=c) ",
    "opening brackets": "kratom [",
    "spoilers and stars": "||**kratom**|| ",
    "quoted lines": "> kratom eases pain\n",
    "very short sentences": "Kratom. Pain. Ok! ",
    "full stops": "kratom " + "." * 900,
    "question and exclamation marks": "kratom?!?!?!?!?!",
    "one character for eighteen": "kratom \ufdfa\ufdfa\ufdfa\ufdfa ",
    "line ends": "kratom\n\n\n",
    "digits for letters": "kr4t0m h3lp5 p41n ",
    "emoji between words": "kratom 🌿 eases 🌿 pain 🌿 ",
}
"""By name, a unit to repeat."""


def filled(unit: str, size: int) -> str:
    """Repeat a text up to so many characters."""
    return (unit * (size // len(unit) + 1))[:size]
