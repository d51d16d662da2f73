"""The lint: what may not stand in a server's own line, and which choice of resources is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import standard
from bot.note import Occasion, compose
from bot.note.composing import LONGEST_NOTE
from bot.note.lint import Finding, Kind, lint, tidy

FINE = [
    "The support room is open to all, every night at eight.",
    "More help: https://findtreatment.gov/locator.",
    "Our state has a page too: https://www.mass.gov/helpline",
    "Questions go to Poison Control, day and night.",
    "The moderators listen in private.",
    "A cup of té, a talk, and time.",
]
FINE_IN_SPANISH = [
    "La sala de apoyo abre cada noche a las ocho.",
    "El equipo de moderación escucha en privado.",
    "Una taza de té y un rato para hablar.",
    "Hay ayuda en EE. UU. y en muchos otros países.",
]


def found(line: str, language: str = "en") -> tuple[Finding, ...]:
    return lint(standard(), language, "US", tidy(line))


def kinds(line: str, language: str = "en") -> set[Kind]:
    return {each.kind for each in found(line, language)}


@pytest.mark.parametrize("line", FINE)
def test_a_kind_and_plain_line_is_fine(line: str) -> None:
    assert found(line) == ()


@pytest.mark.parametrize("line", FINE_IN_SPANISH)
def test_a_kind_and_plain_line_in_spanish_is_fine(line: str) -> None:
    assert found(line, "es") == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Le salon d'entraide ouvre chaque soir à huit heures."),
        ("fr", "L'équipe de modération écoute en privé, et la drogue n'est pas le seul sujet."),
        ("fr", "Une étude est sur la page du service."),
        ("fr", "Une tasse de thé, une parole, et du temps."),
        ("de", "Der Raum für Hilfe ist jeden Abend um acht Uhr offen."),
        ("de", "Das Moderationsteam hört zu. Sie alle kennen den Anfang."),
        ("de", "Der Giftnotruf hilft am Tag und in der Nacht."),
        ("de", "Auch abhängige Menschen finden hier Rat und Hilfe."),
        ("pt", "A sala de apoio abre todas as noites, às oito."),
        ("pt", "Os grupos de apoio e a equipe de moderação ouvem em particular."),
        ("pt", "Um grupo calmo e seguro."),
        ("en", "A gift of time, and a ton of patience."),
        ("es", "Siete u ocho personas escuchan cada noche."),
    ],
)
def test_a_kind_and_plain_line_in_each_language_is_fine(language: str, line: str) -> None:
    assert kinds(line, language) <= {Kind.LONG_NOTE}  # whether it still fits is the note's matter


@pytest.mark.parametrize(
    ("language", "line", "kind", "word"),
    [
        ("fr", "Pour chaque drogué du salon.", Kind.STIGMA, "drogué"),
        ("fr", "Le salon est là pour vous.", Kind.ACCUSATION, "vous"),
        ("fr", "C'est un remède miracle.", Kind.ALARM, "miracle"),
        ("fr", "Deux gélules le soir.", Kind.AMOUNT, "Deux gélules"),
        ("fr", "Il faut arrêter.", Kind.ADVICE, "Il faut arrêter"),
        ("de", "Jeder Süchtige darf kommen.", Kind.STIGMA, "Süchtige"),
        ("de", "Für alle Abhängigen hier.", Kind.STIGMA, "Abhängigen"),
        ("de", "Der Raum ist für Sie da.", Kind.ACCUSATION, "Sie"),
        ("de", "Der Raum ist für dich da.", Kind.ACCUSATION, "dich"),
        ("de", "Das ist Gift.", Kind.ALARM, "Gift"),
        ("de", "Drei Kapseln am Abend.", Kind.AMOUNT, "Drei Kapseln"),
        ("pt", "A sala é para cada viciado.", Kind.STIGMA, "viciado"),
        ("pt", "A sala é para você.", Kind.ACCUSATION, "você"),
        ("pt", "É um golpe.", Kind.ALARM, "golpe"),
        ("pt", "Duas colheres à noite.", Kind.AMOUNT, "Duas colheres"),
        ("es", "Lo mejor es dejar de golpe.", Kind.ADVICE, "dejar de golpe"),
        ("en", "It helps to stop taking it.", Kind.ADVICE, "stop taking"),
    ],
)
def test_each_languages_own_words_are_found(language: str, line: str, kind: Kind, word: str) -> None:
    assert [(each.kind, each.found) for each in found(line, language)] == [(kind, word)]


def test_a_word_of_another_language_is_found_too_but_for_its_false_friends() -> None:
    assert kinds("Ein Süchtiger schreibt.", "en") == {Kind.STIGMA}
    assert kinds("A gift.", "en") == set()
    assert kinds("Ein gift.", "de") == {Kind.ALARM}


def test_the_better_word_is_in_the_notes_language_where_two_know_the_word() -> None:
    assert found("C'est pour tu.", "fr")[0].better == "ce texte"
    assert found("Es para tu casa.", "es")[0].better == "este texto"


def test_a_denied_number_or_service_is_refused() -> None:
    assert found("FRANK is at 0800 77-66-00.") == (Finding(Kind.DENIED, "0800 77 66 00"),)
    assert kinds("Ask VivaVoz for help.") == {Kind.DENIED}
    assert lint(standard(), "en", "BR", "Call 132 for help.") == (Finding(Kind.DENIED, "132"),)
    assert found("Call 132 for help.") == ()


def test_a_line_may_say_what_may_not_head_a_note() -> None:
    assert found("This room is safe for all.") == ()


@pytest.mark.parametrize(
    ("line", "word", "better"),
    [
        ("Every addict can come.", "addict", "person with a substance use disorder"),
        ("Help for drug users.", "drug users", "person who uses opioids"),
        ("For the former addict.", "former addict", "person in recovery"),
        ("We got clean here.", "clean", "in recovery"),
        ("On drug abuse.", "drug abuse", "drug use"),
        ("Opioid replacement works.", "Opioid replacement", "medication for opioid use disorder"),
        ("Ayuda para cada adicto.", "adicto", "persona con un trastorno por consumo de sustancias"),
        ("Para quien quiere estar limpio.", "limpio", "en recuperación"),
        ("Para los consumidores.", "consumidores", "persona que consume"),
    ],
)
def test_a_label_on_a_person_gets_a_better_word(line: str, word: str, better: str) -> None:
    assert Finding(Kind.STIGMA, word, better) in found(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ask us if you like.",
        "Spam is not welcome.",
        "A liar wrote it.",
        "Habla con tu médico.",
        "Es mentira.",
    ],
)
def test_what_speaks_to_a_person_or_accuses_one_is_found(line: str) -> None:
    assert kinds(line) == {Kind.ACCUSATION}


@pytest.mark.parametrize(
    "line", ["Kratom is deadly.", "It is no cure.", "Es un veneno.", "No hay pruebas de nada."]
)
def test_what_says_more_than_is_known_is_found(line: str) -> None:
    assert kinds(line) == {Kind.ALARM}


@pytest.mark.parametrize(
    "disguised",
    [
        "аddict",
        "ａｄｄｉｃｔ",
        "ad\u200bdict",
        "a d d i c t",
        "a.d.d.i.c.t",
        "ADDICT",
        "äddíct",
        "4ddict",
        "𝐚𝐝𝐝𝐢𝐜𝐭",
    ],
)
def test_a_disguise_does_not_slip_through(disguised: str) -> None:
    assert Kind.STIGMA in kinds(f"Help for each {disguised} here.")


def test_a_word_is_found_whole_only() -> None:
    assert found("Yourtown has a habitat for cleaners and a usership.") == ()


@pytest.mark.parametrize(
    "amount",
    [
        "5 mg",
        "2g",
        "two grams",
        "half a gram",
        "3-5 capsules",
        "1 teaspoon",
        "$20",
        "20 €",
        "dos cápsulas",
        "5\u200bmg",
    ],
)
def test_doses_amounts_and_prices_are_found(amount: str) -> None:
    assert Kind.AMOUNT in kinds(f"Take {amount} at night.")


@pytest.mark.parametrize(
    "time", ["Open from 8 to 10.", "Every night at 8.", "Call 988 day or night.", "Open 24/7."]
)
def test_times_and_numbers_to_call_are_no_amounts(time: str) -> None:
    assert found(time) == ()


@pytest.mark.parametrize(
    "link",
    [
        "https://kratomshop.com",
        "kratomshop.com",
        "www.kratom.shop",
        "discord.gg/abc",
        "https://discord.gg/abc",
        "bit.ly/3x",
        "http://findtreatment.gov",
        "https://findtreatment.gov.shop.com/x",
        "https://shop.com@findtreatment.gov",
        "https://findtreatment.gov:8080/x",
        "https://fіndtreatment.gov",
        "https://people.stateuniversity.edu/kratom",
        "https://go.usa.gov/abc",
        "kratom shop dot com",
        "javascript:/x",
        "https://[bad",
    ],
)
def test_a_link_that_leads_elsewhere_is_found(link: str) -> None:
    assert Kind.LINK in kinds(f"More at {link} today.")


@pytest.mark.parametrize("mention", ["@everyone", "@here", "<@1234>", "<@&1234>", "<#1234>", "@ann"])
def test_mentions_are_found(mention: str) -> None:
    assert Kind.MENTION in kinds(f"Ask {mention} for help.")


@pytest.mark.parametrize(
    "line", ["# Help is here", "It is **open**.", "||hidden||", "`code`", "[a](b)", "-# small"]
)
def test_signs_that_change_how_a_note_looks_are_found(line: str) -> None:
    assert Kind.FORMATTING in kinds(line)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Pharmacological interventions substantially ameliorate neurobiological dependence.", "en"),
        (
            "It is a matter of some importance that whoever may find the going hard in any way at all should "
            "know that the moderators of this server are there to help them find their way around.",
            "en",
        ),
        ("Las intervenciones farmacológicas disminuyen considerablemente la sintomatología.", "es"),
    ],
)
def test_a_line_that_is_hard_to_read_is_found_with_its_longest_words(line: str, language: str) -> None:
    (finding,) = found(line, language)

    assert finding.kind is Kind.HARD
    assert finding.found.split(", ")[0] in line.lower()


def test_one_long_word_makes_no_short_line_hard() -> None:
    assert found("Ask the moderators for anonymous support.") == ()


def test_a_line_over_the_limit_says_by_how_much() -> None:
    assert Finding(Kind.LONG_LINE, over=10) in found("We are here. " * 16 + "No")


def test_a_note_over_the_limit_says_by_how_much() -> None:
    line = "La sala de apoyo abre cada noche a las ocho. El domingo abre también por la mañana. " * 2
    (finding,) = found(line, "es")

    assert finding.kind is Kind.LONG_NOTE
    topics = standard().wording("es").topics
    longest = max(len(compose(Occasion(topic), standard(), "es").seen) for topic in topics)
    assert finding.over == longest + len(f"\n\n{tidy(line)}") - LONGEST_NOTE


def test_a_choice_in_the_us_must_hold_samhsa() -> None:
    assert lint(standard(), "en", "US", None, ("us-988",)) == (
        Finding(Kind.LACKING, better="SAMHSA National Helpline"),
    )
    assert lint(standard(), "es", "US", None, ("us-988",)) == (
        Finding(Kind.LACKING, better="Línea nacional de SAMHSA"),
    )
    assert lint(standard(), "en", "US", None, ("us-samhsa-helpline",)) == ()


def test_a_choice_elsewhere_must_hold_a_place_that_helps() -> None:
    assert lint(standard(), "en", "DE", None, ("us-hhs-medicines", "de-112")) == (
        Finding(Kind.NO_HELP, better="TelefonSeelsorge"),
    )
    assert lint(standard(), "en", "DE", None, ("findahelpline",)) == ()


def test_a_line_of_another_country_or_not_yet_checked_is_not_offered() -> None:
    ids = ("findahelpline", "us-988", "us-fda-kratom", "nothing")

    assert lint(standard(), "en", "DE", None, ids) == (
        Finding(Kind.NOT_OFFERED, "988 Suicide & Crisis Lifeline, FDA on kratom, nothing"),
    )


def test_a_fifth_resource_is_one_too_many() -> None:
    ids = ("us-samhsa-helpline", "us-988", "us-findtreatment", "us-safespot", "us-poison-help")

    assert lint(standard(), "en", "US", None, ids) == (Finding(Kind.MANY, over=1),)


def test_the_standard_is_fine_everywhere() -> None:
    for language in ("en", "es"):
        for country in standard().countries:
            assert lint(standard(), language, country) == ()


def test_our_own_words_pass_the_lint() -> None:
    for words in standard().wordings.values():
        for topic in words.topics.values():
            for sentence in (topic.note.fact.text, topic.note.helps.text, words.note.contest):
                said = lint(standard(), words.language, "MX", sentence)
                assert {each.kind for each in said} <= {Kind.LONG_NOTE, Kind.LONG_LINE}, said


TYPED = st.one_of(
    st.text(max_size=250),
    st.lists(
        st.sampled_from(
            ["open", "room", "addict", "you", "5 g", "@here", "https://a.b", "**", "eight.", "té", "#"]
        ),
        max_size=30,
    ).map(" ".join),
)


@given(typed=TYPED, language=st.sampled_from(["en", "es"]))
def test_whatever_is_typed_has_a_finding_or_fits(typed: str, language: str) -> None:
    line = tidy(typed)
    if not lint(standard(), language, "US", line or None):
        note = compose(Occasion("kratom"), standard(), language, own_line=line or None)
        assert len(note.seen) <= LONGEST_NOTE
        assert len(note.resource_ids) == 4
        assert "\n" not in line
        assert not re.search(r"@everyone|@here|<[@#]|\*\*|`", line)


@given(typed=st.text(max_size=300))
def test_a_tidied_line_stays_as_it_is(typed: str) -> None:
    assert tidy(tidy(typed)) == tidy(typed)
