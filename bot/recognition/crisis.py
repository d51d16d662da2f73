"""Says whether a post speaks of an overdose or of suicide: then the emergency line comes first in its note.

Any such word counts, also in "nobody ever overdosed on it" or "an overdose of love": to show an emergency
number where none is needed costs a line, and to leave it out can cost more.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from bot.posts.post import Post
from bot.recognition.fold import fold, plain_characters
from bot.recognition.gate import any_of, run_together

# Quoted words are a phrase, in which "him/her" is either; a "*" stands for any ending, and "n't" is found
# without its apostrophe too. Accents are folded before texts are compared. Beside what is right stands what
# people type.
CRISIS_WORDS = {
    "en": """
        overdos* overdoz* overods* ovedos* ovredos* overdsoe* overdoesed "over dos*" "overdoes on/from" od'd
        od'ed od'ing oded odded oding "od on/from/in/at/last/again/twice"
        "an/fatal/accidental/almost/nearly/to/not/never/will/would/could/he/she/they od" narcan*
        "stopped breathing" "not breathing" "isn't/wasn't breathing" "can't/couldn't wake him/her/them"
        "won't/wouldn't/didn't wake up" "not waking up" "was unresponsive" "found him/her/them dead"
        "lips are/were blue" "blue lips" "turning/turned/went blue" suicid* suicied* suisid* sucid* suacid*
        suicd* siucid* sucicid* suecid* "sui thoughts" sewerslide unaliv* kms kys "neck myself" "self harm*"
        "kill/kills/killed/killing myself/yourself/himself/herself/themselves/themself" "kill my self"
        killmyself "shoot/shot myself/himself/herself/themselves"
        "hang/hanged/hung/hanging myself/himself/herself/themselves" "slit my/his/her/their wrists"
        "jump/jumped off a bridge" "end/ended/ending my/his/her/their life"
        "end/ended/ending my/his/her/their own life" "take/took/taking my/his/her/their life"
        "take/took/taking my/his/her/their own life" "end/ending it all" "to/wanna end it"
        "want/wants/wanted to/2 die" "wanna die" "wish i was/were dead" "better off dead"
        "better off without me" "rather/should be dead" "never been born" "was/were never born"
        "don't/didn't want to live" "don't/didn't wanna live" "don't/didn't want to be alive"
        "don't wanna be alive" "no longer want to live" "no longer want to be alive"
        "don't/didn't want to be here anymore" "don't/didn't wanna be here anymore" "can't go on living"
        "no reason/point to/in live/living" "will to live" "tired of living" "never wake up"
    """,
    "es": """
        sobredos* sobredoc* sovredos* "sobre dosis" suicid* suisid* "quitarme/quitarse/quitarnos la vida"
        "quito la vida" matarme matarse "se mato" "me quiero/quise/voy morir" "me quiero/quise matar"
        "me voy a matar" "quiero/queria/quisiera/quiere morir"
        "quiero/queria/quisiera/quiere morirme/morirse" "quiere matarse" "ganas de morir/morirme/vivir"
        "no quiero/queria/quiere vivir" "no quiero/queria seguir viviendo" "no quiero/queria estar vivo/viva"
        "mejor muerto/muerta" "acabar/termine/terminar con mi/su vida" "no respira/respiraba"
        "dejo de respirar" "no despierta/despertaba" "no se despierta/despertaba" "se ahorco" ahorcarme
        ahorcarse
    """,
    "fr": """
        overdos* surdos* suicid* "une od" "me/se tuer" "s'est tue/tuee"
        "veux/voulais/veut/voulait mourir/crever" "envie de mourir/crever" "plus envie de vivre"
        "mettre fin a mes/ses jours" "mettre fin a ma/sa vie" "en finir avec la vie" "me/se pendre"
        "s'est pendu/pendue" "ne respire plus/pas" "ne respirait plus/pas"
        "ne se reveille/reveillait pas/plus"
    """,
    "de": """
        uberdos* ueberdos* "uber dosis" suizid* selbstmord* "selbst mord" selbsttot* selbsttoet* freitod
        "bringe/bring mich um" "mich/sich umbringen" "mich/sich umzubringen" "sich/mich umgebracht"
        "mich toten/toeten" "das leben nehmen/genommen" "will/wollte sterben" "mochte/moechte sterben"
        "will/wollte tot sein" "will/wollte/mochte/moechte nicht mehr leben"
        "nicht mehr leben will/wollen/wollte" "nicht mehr am leben sein" "lieber/besser tot"
        "sich/mich erhangt/erhaengt" "atmet/atmete nicht" "wacht/wachte nicht auf"
        "wacht/wachte nicht mehr auf" "nicht mehr aufwachen"
    """,
    "pt": """
        overdos* sobredos* "over dose" suicid* "me/se matar" "matar/matei me" "se matou" "matou se"
        "tirar/tirou a minha/sua/propria vida" "tirar/tirou minha/sua vida" "quero/queria/quer morrer"
        "vontade de morrer" "sem vontade de viver" "nao quero/queria viver" "nao quero/queria mais viver"
        "acabar com a minha/propria vida" "acabar com minha vida" "melhor morto/morta"
        "nao respira/respirava" "nao esta/estava respirando" "parou de respirar" "nao acorda/acordava"
        "se enforcou" "me enforcar"
    """,
}

_ENTRY = re.compile(r'"([^"]+)"|(\S+)')
_BETWEEN = r"[^a-z0-9]{1,3}"
_ENDS = r"(?![a-z0-9]| back\b)"
"""Whose life was "taken back" is well: pitches say it often."""
_OD = re.compile(r"\b(?:OD(?:s|ing|ed)?|O\.D\.)(?![A-Za-z0-9])")
"""In capitals it is no misspelling of "odd" or "of"."""


def speaks_of_crisis(folded: str, original: str = "") -> bool:
    """Say whether a text speaks of an overdose or of suicide, in any of five languages. Linear.

    The post need not be in the language of its server. folded: as bot.recognition.fold writes it. original:
    the same as it was written, for "OD", which only its capitals tell from other words.
    """
    if _needles().search(run_together(folded)) and _words().search(folded):
        return True
    return "O" in original and _OD.search(original) is not None


def speaks_anywhere_of_crisis(post: Post) -> bool:
    """Say the same of a post whose passages were not folded: one that left at the gate. Linear."""
    return any(speaks_of_crisis(plain_characters(each.text), each.text) for each in post.passages)


def _entries() -> Iterator[tuple[str, bool]]:
    """Yield the words and phrases of all languages, folded, and whether any ending counts."""
    for entries in CRISIS_WORDS.values():
        for phrase, word in _ENTRY.findall(entries):
            for words in product(*(each.split("/") for each in (phrase or word).split())):
                said = " ".join(words)
                yield fold(said.removesuffix("*")).text, said.endswith("*")


@cache
def _needles() -> re.Pattern[bytes]:
    """Compile a first look that costs a fortieth."""
    return any_of(frozenset(run_together(said) for said, _ in _entries()))


@cache
def _words() -> re.Pattern[str]:
    patterns = {
        _BETWEEN.join(map(re.escape, said.split())).replace("n't", "n'?t") + ("" if any_ending else _ENDS)
        for said, any_ending in _entries()
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(patterns))})")
