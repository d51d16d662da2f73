"""Says whether a post speaks of an overdose or of suicide: then the emergency line comes first in its note.

Any such word counts, also in "nobody ever overdosed on it": to show an emergency number where none is needed
costs a line, and to leave it out can cost more.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.recognition.fold import fold
from bot.recognition.gate import any_of, run_together

# A "*" stands for any ending, quoted words are a phrase. Accents are folded before texts are compared.
CRISIS_WORDS = {
    "en": """
        overdos* od'd od'ed od'ing oded "od on" "od from" "an od" "fatal od" "accidental od" "od twice"
        "stopped breathing" "not breathing" "isn't breathing" "isnt breathing" "can't wake him"
        "can't wake her" "can't wake them" "cant wake him" "cant wake her" "cant wake them"
        "won't wake up" "wont wake up"
        "lips are blue" "lips were blue" "turning blue" "turned blue"
        suicid* "kill myself" "killing myself" "killed himself" "killed herself" "killed themselves"
        "killed themself" "kill herself" "kill himself" "kill themselves" "kill yourself" kms "end my life"
        "ending my life" "ended his life" "ended her life" "ended their life" "take my own life"
        "took his own life" "took her own life" "took their own life" "taking my own life" "end it all"
        "ending it all" "want to die" "wants to die" "wanted to die" "wanna die" "wish i was dead"
        "wish i were dead" "better off dead" "better off without me" "don't want to live" "dont want to live"
        "don't want to be alive" "dont want to be alive" "don't want to be here anymore"
        "dont want to be here anymore" "no reason to live" "no point in living" "tired of living"
        "never wake up" "hang myself" "hanged himself" "hanged herself"
    """,
    "es": """
        sobredosis suicid* "quitarme la vida" "quitarse la vida" "quito la vida" matarme "me quiero morir"
        "quiero morir" "quiero morirme" "queria morir" "queria morirme" "quisiera morir" "quiere morir"
        "quiere morirse" "ganas de morir" "sin ganas de vivir" "no quiero vivir" "no quiero seguir viviendo"
        "mejor muerto" "mejor muerta" "acabar con mi vida" "terminar con mi vida" "no respira"
        "dejo de respirar" "no despierta"
    """,
    "fr": """
        overdose* surdos* suicid* "me tuer" "se tuer" "s'est tue" "s'est tuee" "veux mourir" "voulais mourir"
        "veut mourir" "envie de mourir" "plus envie de vivre" "mettre fin a mes jours"
        "mettre fin a ses jours" "en finir avec la vie" "ne respire plus" "ne respire pas"
        "ne se reveille pas" "ne se reveille plus"
    """,
    "de": """
        uberdos* ueberdos* suizid* selbstmord* selbsttot* selbsttoet* freitod "bringe mich um" "bring mich um"
        "mich umbringen" "mich umzubringen" "sich umgebracht" "mir das leben nehmen" "sich das leben genommen"
        "will sterben" "wollte sterben" "mochte sterben" "moechte sterben" "will nicht mehr leben"
        "mochte nicht mehr leben" "moechte nicht mehr leben" "nicht mehr leben will" "nicht mehr leben wollen"
        "lieber tot" "besser tot" "atmet nicht" "wacht nicht auf" "nicht mehr aufwachen"
    """,
    "pt": """
        overdose* sobredose* sobredosage* suicid* "me matar" "matar me" "se matar" "se matou" "matou se"
        "tirar a minha vida" "tirar minha vida" "tirou a propria vida" "tirar a propria vida" "quero morrer"
        "queria morrer" "quer morrer" "vontade de morrer" "sem vontade de viver" "nao quero viver"
        "nao quero mais viver" "acabar com a minha vida" "melhor morto" "melhor morta" "nao respira"
        "nao esta respirando" "parou de respirar" "nao acorda"
    """,
}

_ENTRY = re.compile(r'"([^"]+)"|(\S+)')
_BETWEEN = r"[^a-z0-9]{1,3}"
_OD = re.compile(r"\b(?:OD|O\.D\.|ODs)(?![A-Za-z0-9])")
"""In capitals it is no misspelling of "odd" or "of"."""


def speaks_of_crisis(folded: str, original: str = "") -> bool:
    """Say whether a text speaks of an overdose or of suicide, in any of five languages. Linear.

    The post need not be in the language of its server. folded: as bot.recognition.fold writes it. original:
    the same as it was written, for "OD", which only its capitals tell from other words.
    """
    if _needles().search(run_together(folded)) and _words().search(folded):
        return True
    return "O" in original and _OD.search(original) is not None


def _entries() -> Iterator[tuple[str, bool]]:
    """Yield the words and phrases of all languages, folded, and whether any ending counts."""
    for entries in CRISIS_WORDS.values():
        for phrase, word in _ENTRY.findall(entries):
            yield fold((phrase or word).removesuffix("*")).text, word.endswith("*")


@cache
def _needles() -> re.Pattern[bytes]:
    """Compile a first look that costs a fortieth."""
    return any_of(frozenset(run_together(said) for said, _ in _entries()))


@cache
def _words() -> re.Pattern[str]:
    patterns = {
        _BETWEEN.join(map(re.escape, said.split())) + ("" if any_ending else "(?![a-z0-9])")
        for said, any_ending in _entries()
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(patterns))})")
