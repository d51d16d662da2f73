import pytest

from bot.posts.post import Carrier, Passage, Post
from bot.recognition import Recogniser
from bot.recognition.crisis import CRISIS_WORDS, speaks_of_crisis
from bot.recognition.fold import fold


def speaks(text: str) -> bool:
    return speaks_of_crisis(fold(text).text, text)


@pytest.mark.parametrize(
    "text",
    [
        "my roommate overdosed last night and i can't stop shaking",
        "He OD'd in the car park",
        "third OD on our street this month",
        "she od’d and nobody noticed",
        "some days I just want to die",
        "I've been suicidal since the taper",
        "s u i c i d e is all i think about",
        "he wasn't breathing? no: he is not breathing",
        "anoche tuvo una sobredosis",
        "ya no quiero vivir así",
        "pienso en el suicidio",
        "il a fait une overdose hier soir",
        "j'ai envie de mourir",
        "idées suicidaires depuis lundi",
        "Mein Bruder hatte eine Überdosis",
        "ich will nicht mehr leben",
        "Selbstmordgedanken seit Tagen",
        "minha irmã teve uma overdose",
        "não quero mais viver",
        "penso em suicídio todo dia",
        "Nobody has ever overdosed on this leaf.",
        "a buddy of mine shot himself last spring",
        "she hung herself and I found her",
        "I took two and nearly od on the floor",
        "dont wanna live anymore",
        "what is the point, I couldn't even take my own life",
        "he took his life in March",
        "kill my self",
        "had to narcan my sister twice",
        "no tiene ganas de vivir, dice que quiere matarse",
        "lo encontré y no respiraba",
        "il s'est pendu dans le garage",
        "il ne respirait plus",
        "er wachte nicht mehr auf",
        "mein Vater hat sich erhängt",
        "a moça não acordava",
        "tirou a própria vida",
    ],
)
def test_an_overdose_or_suicide_is_heard_in_five_languages(text: str) -> None:
    assert speaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "he overdoesed on the weekend",
        "another over-dose on the block",
        "he over dosed on his pills",
        "ovredosed at nineteen",
        "thinking about sucide again",
        "suicidle and tired",
        "suacidal since the detox",
        "i want 2 die",
        "she unalived herself",
        "unaliving myself is all i think of",
        "s u 1 c i d e",
        "tuvo una sovredosis",
        "una sobre dosis",
        "Ueberdosis mit zwanzig",
    ],
)
def test_it_is_heard_as_people_type_it(text: str) -> None:
    pitch = f"Kratom eases withdrawal and it is not addictive at all. {text}. Try kratom."

    assert Recogniser.standard().judge(Post.of_text(pitch)).crisis


def test_a_word_that_is_meant_otherwise_is_heard_too_since_that_costs_a_line() -> None:
    assert speaks("an overdose of love")
    assert speaks("nobody kills themselves over this")


@pytest.mark.parametrize(
    "text",
    [
        "I took my life back with it",
        "she took her life back, one leaf at a time",
        "odin and the odder codes at work, anode included",
        "good morning, the kettle is on",
        "an odd thing to say of the oddest codes",
        "that joke is killing me and I'm dying for a coffee",
        "he died laughing at the god on stage",
        "tomé una dosis baja y dormí",
        "je suis mort de fatigue",
        "ich bin todmüde und will schlafen",
        "estou morto de cansaço",
    ],
)
def test_everyday_words_are_no_crisis(text: str) -> None:
    assert not speaks(text)


@pytest.mark.parametrize("language", CRISIS_WORDS)
def test_every_language_has_both_words(language: str) -> None:
    words = CRISIS_WORDS[language]

    assert "dos" in words
    assert "sui" in words


def test_a_verdict_says_so_also_of_what_stands_beside_the_topic() -> None:
    pitch = Passage("Kratom eases withdrawal and it is not addictive at all. Try it.", Carrier.FILE, "a.txt")

    beside = Recogniser.standard().judge(Post((Passage("last week my brother overdosed"), pitch)))
    alone = Recogniser.standard().judge(Post((pitch,)))

    assert (beside.crisis, alone.crisis) == (True, False)


def test_a_post_that_only_hints_or_is_on_no_topic_that_counts_is_heard_too() -> None:
    hint = Post.of_text(
        "This botanical eases withdrawal, so nobody has to overdose again. Just the leaf, daily."
    )
    off = Post.of_text("Tianeptine saved him after he overdosed, and it is not addictive.")

    assert Recogniser.standard().judge(hint).crisis
    assert Recogniser.standard().judge(off, topics=frozenset({"kratom"})).crisis


def test_a_post_on_no_topic_has_no_verdict_on_it() -> None:
    assert not Recogniser.standard().judge(Post.of_text("my brother overdosed last week")).crisis
