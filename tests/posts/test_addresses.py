"""Words in web addresses: blanked where they stand in a text, read where a preview stands beside them."""

import pytest

from bot.posts import Post
from bot.posts.addresses import without_addresses, words_of
from bot.recognition import LEFT_AT_THE_GATE, Recogniser

SLUG = "why-kratom-is-the-natural-safe-non-addictive-way-to-end-opioid-withdrawal-order-today"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://leaf.example/kratom-for-opioid-withdrawal/", "leaf kratom for opioid withdrawal"),
        ("https://www.leaf-life.example/a/kratom_for_pain.html?id=3#x", "leaf life a kratom for pain"),
        ("https://leaf.example/kratom%20heals%C3%A9", "leaf kratom healsé"),
        ("https://leaf.example", "leaf"),
        ("leaf.example/kratom", "leaf example kratom"),
        ("https://[broken/kratom", ""),
        ("", ""),
    ],
)
def test_an_address_is_taken_apart_into_words(address: str, words: str) -> None:
    assert words_of(address) == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see https://leaf.example/kratom now", "see https:// now"),
        ("see WWW.leaf.example/kratom now", "see WWW. now"),
        ("[kratom](https://leaf.example/kratom-heals) helps", "[kratom](https://) helps"),
        ("<https://leaf.example/kratom_(leaf)>", "<https://>"),
        ("kratom: no address at all", "kratom: no address at all"),
    ],
)
def test_a_texts_addresses_say_nothing_and_move_no_offset(text: str, left: str) -> None:
    blanked = without_addresses(text)

    assert len(blanked) == len(text)
    assert " ".join(blanked.split()) == left or blanked.replace(" ", "") == left.replace(" ", "")


@pytest.mark.parametrize("words", ["", "read this ", "changed my life: "])
def test_an_address_alone_is_no_pitch_whatever_it_says(words: str) -> None:
    post = Post.of_text(f"{words}https://leaf.example/blog/{SLUG}")

    assert Recogniser.standard().judge(post) is LEFT_AT_THE_GATE
