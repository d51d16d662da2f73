"""The mod-log entry as a value: within Discord's limits, safe to read, quotes kept when recounted."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import discord
import pytest

from bot.desk.buttons import CaseButton, Verb, case_buttons
from bot.desk.entry import COUNT_ID, MOST_LINKS, Entries, Standing, Subject
from bot.knowledge.topics import built_in, claim_titles
from bot.policy import Action, Decision, Reason
from bot.posts import Carrier, Passage, Post, Unread, WhyUnread
from bot.recognition.verdict import FoundClaim, NearArticle, Verdict
from bot.seal import Seal
from bot.store import Case, CaseState, Deed, Others, Ruling, SilencedPost
from bot.store.handled import BY_HAND
from bot.texts import LANGUAGES, reason_text, texts_in

from .community import Community
from .shown import parts_of, text_of
from .texts import PITCH

WRITER = 4711
NOTED = Decision(Action.NOTE, Reason.PITCH)
MEMBER, ROLE = 10**17 + 11, 10**17 + 12
HOSTILE = f"@everyone <@{MEMBER}> <@&{ROLE}> `code` **bold** [free](https://leaf.example) ||no|| ~~no~~"
HIGHEST = 2**63 - 1
MENTION = re.compile(r"@everyone|@here|<@[!&]?[0-9]")
UNESCAPED = re.compile(r"(?<!\\)[*`~|\[]")


ENTRIES = Entries(Seal(b"k" * 32), lambda _: texts_in("en"))


def entry(subject: Subject) -> discord.ui.LayoutView:
    """Build an entry in English."""
    return ENTRIES.opened(subject)


def struck(case: Case) -> discord.ui.LayoutView:
    """Build what is left of an entry, in English."""
    return ENTRIES.struck(Standing(case))


def subject(
    post: Post, verdict: Verdict, state: CaseState = CaseState.NOTED, decision: Decision = NOTED
) -> Subject:
    """Make the subject of an entry, in a place that does not matter."""
    return Subject(12, 1, 2, 3, WRITER, post, verdict, decision, state)


def words(view: discord.ui.LayoutView) -> str:
    """Return all texts of a view."""
    return "\n".join(
        each.content for each in view.walk_children() if isinstance(each, discord.ui.TextDisplay)
    )


def claims(number: int, quote: str) -> tuple[FoundClaim, ...]:
    """Make so many claims of one quote."""
    return tuple(FoundClaim(f"claim-{each}", quote, 0, 0, len(quote)) for each in range(number))


def ruled_case() -> Case:
    """Make a case that was edited clean and confirmed, with the longest numbers."""
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    return Case(
        id=10**9,
        guild_id=HIGHEST,
        channel_id=HIGHEST,
        message_id=HIGHEST,
        topic="kratom",
        score=0.9,
        claims=(),
        state=CaseState.WITHDRAWN,
        reason=Reason.PITCH,
        opened_at=noon,
        notes_sent=1,
        covered_by=None,
        entry_due=False,
        entry_channel_id=HIGHEST,
        entry_id=HIGHEST,
        ruling=Ruling.CONFIRMED,
        ruled_by=HIGHEST,
        ruled_at=noon,
        edited_at=None,
        pieces=1,
        strike_due=False,
        judge_due=False,
        parent_id=None,
        counted_on=None,
        waits_until=None,
    )


def test_thirty_claims_with_long_quotes_stay_within_discords_limits() -> None:
    post = Post((Passage("x", Carrier.FILE, "message.txt"),))
    verdict = Verdict("kratom", 0.99, claims(30, "*_~|`" * 60), article=NearArticle("n" * 300, 0.5))

    view = entry(subject(post, verdict))

    assert view.total_children_count <= 40
    assert view.content_length() <= 4000
    assert re.search(r"- and 2\d more$", words(view), re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", ["*", "]", "[", "\N{HERB}\N{LEAF FLUTTERING IN WIND}"])
def test_the_longest_entry_has_room_for_all_that_comes_later(sign: str, language: str) -> None:
    texts = texts_in(language)
    entries = Entries(Seal(b"k" * 32), lambda _: texts)
    name = sign * 80
    passages = tuple(
        Passage("x" * 2_000_000, Carrier.FILE, f"{each}{name}", cut=True, forwarded=True) for each in range(9)
    )
    post = Post(passages, tuple(Unread(f"{each}{name}", WhyUnread.USED_UP) for each in range(9)), pieces=9)
    found = tuple(
        FoundClaim(claim.id, sign * 300, each % 9, 1_900_000, 1_900_300)
        for each, claim in enumerate(built_in()[0].claims)
    )
    verdict = Verdict("kratom", 0.99, found, article=NearArticle(name * 9, 0.5))
    decision = Decision(Action.NOTE, max(Reason, key=lambda reason: len(reason_text(texts, reason))))
    longest = Subject(10**9, HIGHEST, HIGHEST, HIGHEST, HIGHEST, post, verdict, decision, CaseState.REFUSED)

    view = entries.opened(longest)

    others = Others(10**6, 10**3, (SilencedPost(HIGHEST, HIGHEST),) * MOST_LINKS, elsewhere=True)
    now = Standing(ruled_case(), others, dict.fromkeys(BY_HAND, HIGHEST), note_to_go=True)
    added = words(entries.struck(now)).splitlines()[3:]
    assert len(added) == 2 + len(BY_HAND)
    in_utf16 = len("\n".join([words(view), *added]).encode("utf-16-le")) // 2
    assert in_utf16 <= 4000
    assert re.search("[“«].+[”»]", words(view)), "no claim at all is shown"
    assert re.search(r"^- (and|y) \d+ (more|más)$", words(view), re.MULTILINE)
    assert view.total_children_count <= 30


@pytest.mark.parametrize("name", ["leaf-and-freedom-" * 15 + ".txt", "leaf_and_freedom_" * 15 + ".txt"])
def test_ten_files_with_long_names_stay_within_discords_limits(name: str) -> None:
    post = Post(
        tuple(Passage("x", Carrier.FILE, name) for _ in range(5)),
        tuple(Unread(name, WhyUnread.REFUSED) for _ in range(5)),
    )
    verdict = Verdict("kratom", 0.99, claims(30, "it is not addictive " * 20))

    view = entry(subject(post, verdict))

    assert view.content_length() <= 4000


def test_a_quote_cannot_mention_format_or_break_the_line() -> None:
    quote = f"{HOSTILE}\n- forged: “line”"
    view = entry(subject(Post.of_text(quote), Verdict("kratom", 0.9, claims(1, quote))))

    (line,) = [line for line in words(view).splitlines() if line.startswith("- claim-0")]
    assert "forged" in line
    assert not MENTION.search(line)
    assert not UNESCAPED.search(line.removeprefix("- claim-0: "))


@pytest.mark.parametrize(
    "linked",
    [
        "[a](https://a.example) and [b](https://b.example)",
        "[a](<https://a.example>) **loud** [b](https://b.example 'title')",
        r"\[a](https://a.example) [[b]](https://b.example)",
    ],
)
def test_no_link_in_a_quote_or_a_files_name_can_be_pressed(linked: str) -> None:
    post = Post((Passage("x", Carrier.FILE, linked),), (Unread(linked, WhyUnread.SLOW),))
    text = words(entry(subject(post, Verdict("kratom", 0.9, claims(1, linked)))))

    foreign = text.replace(text.splitlines()[1].split(" by ")[0], "")
    assert "a.example" in foreign
    assert "](" not in foreign
    assert "://" not in foreign
    assert "**loud**" not in foreign


def test_no_sign_in_a_quote_or_a_files_name_turns_its_line_round() -> None:
    signs = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
    name = f"leaf{signs}fdp.exe"
    post = Post((Passage("x", Carrier.FILE, name),), (Unread(name, WhyUnread.SLOW),))

    text = words(entry(subject(post, Verdict("kratom", 0.9, claims(1, f"not{signs} addictive")))))

    assert not set(signs) & set(text)
    assert "leaffdp.exe" in text
    assert "not addictive" in text


def test_a_files_name_cannot_mention_or_format() -> None:
    post = Post((Passage("x", Carrier.FILE, "@everyone **x**.txt"),), (Unread("@here.txt", WhyUnread.SLOW),))

    text = words(entry(subject(post, Verdict("kratom", 0.9))))

    assert "@everyone" not in text
    assert "@here" not in text
    assert "**x**" not in text
    assert "because it took too long to arrive." in text


def test_a_long_quote_is_shortened_with_a_mark() -> None:
    text = words(entry(subject(Post.of_text("x"), Verdict("kratom", 0.9, claims(1, "leaf " * 100)))))

    (line,) = [line for line in text.splitlines() if line.startswith("- claim-0")]
    assert line.endswith("leaf…”")
    assert len(line) < 170


@pytest.mark.parametrize(
    ("score", "spoken"),
    [
        (0.5, "possibly a pitch (0.50)"),
        (0.7, "likely a pitch (0.70)"),
        (0.95, "very likely a pitch (0.95)"),
    ],
)
def test_the_score_is_said_in_words(score: float, spoken: str) -> None:
    view = entry(subject(Post.of_text("x"), Verdict("kratom", score)))

    assert f"Score: {spoken}" in words(view)


@pytest.mark.parametrize("state", list(CaseState))
def test_every_state_has_a_headline_and_no_entry_claims_a_note_that_was_not_sent(state: CaseState) -> None:
    text = words(entry(subject(Post.of_text("x"), Verdict("kratom", 0.9), state)))

    assert text.startswith("**")
    assert ("Decision: note – " in text) == (state is CaseState.NOTED)


def test_claims_are_said_in_the_topics_words_and_by_id_where_it_knows_none() -> None:
    known = FoundClaim("pain", "no pain", 0, 0, 7)
    verdict = Verdict("kratom", 0.9, (known, *claims(1, "no crash")))

    text = words(entry(subject(Post.of_text("no pain"), verdict)))

    assert "- relieves pain: “no pain”" in text
    assert "- claim-0: “no crash”" in text


def test_an_entry_speaks_spanish_and_quotes_as_it_was_written() -> None:
    entries = Entries(Seal(b"k" * 32), lambda _: texts_in("es"))
    known = FoundClaim("pain", "no pain", 0, 0, 7)
    verdict = Verdict("kratom", 0.95, (known,), article=NearArticle("case 7", 0.5))

    view = entries.opened(subject(Post.of_text("no pain"), verdict))

    assert words(view).splitlines() == [
        "**Nota enviada** · kratom · caso 12",
        f"[El mensaje](https://discord.com/channels/1/2/3) de <@{WRITER}> en <#2>",
        "Puntuación: muy probablemente promocional (0,95)",
        "Artículo conocido más parecido: caso 7 (50\N{NO-BREAK SPACE}% de uno está en el otro)",
        "Afirmaciones:",
        "- quita el dolor: «no pain»",
        "Decisión: nota – parece un texto promocional",
    ]
    labels = [each.item.label for each in view.walk_children() if isinstance(each, CaseButton)]
    assert labels == ["Confirmar", "Descartar", "¿Por qué?", "Retirar nota", "Borrar mensaje"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(CaseState))
def test_every_state_has_its_buttons_in_labels_that_fit_a_phone(state: CaseState, language: str) -> None:
    rows = case_buttons(texts_in(language), Seal(b"k" * 32), HIGHEST, 10**18 - 1, state)

    buttons = [item for row in rows for item in row.children if isinstance(item, CaseButton)]
    assert [each.verb for each in buttons[:3]] == [Verb.CONFIRM, Verb.DISMISS, Verb.WHY]
    assert (Verb.RELEASE in [each.verb for each in buttons]) == (state is CaseState.WAITING)
    assert (Verb.WITHDRAW in [each.verb for each in buttons]) == (state is CaseState.NOTED)
    assert all(len(each.item.label or "") <= 15 for each in buttons)
    assert all(len(each.custom_id) <= 100 for each in buttons)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_that_a_moderator_deleted_keeps_its_claims_without_a_quote(language: str) -> None:
    entries = Entries(Seal(b"k" * 32), lambda _: texts_in(language))
    case = replace(ruled_case(), state=CaseState.DELETED, claims=("pain", "legal-so-fine"))

    text = words(entries.struck(Standing(case, deeds={Deed.DELETION: 77})))

    assert claim_titles("kratom", language)["pain"] in text
    assert "“" not in text
    assert "«" not in text
    assert "<@77>" in text.splitlines()[-1]


@pytest.mark.parametrize(
    ("start", "said"), [(0, "in book.txt, at its beginning"), (3_200, "from 3\u202f200 characters on")]
)
def test_an_entry_says_where_in_a_long_file_a_claim_stands(start: int, said: str) -> None:
    post = Post((Passage("leaf " * 1_000, Carrier.FILE, "book.txt"),))
    verdict = Verdict("kratom", 0.9, (FoundClaim("pain", "leaf", 0, start, start + 4),))

    assert f"{said})" in words(entry(subject(post, verdict)))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (0, "Its quotes and the writer's name went with it."),
        (1, "Its note, its quotes and the writer's name go with it."),
    ],
)
def test_the_entry_of_a_deleted_post_speaks_of_a_note_only_where_there_was_one(sent: int, said: str) -> None:
    case = replace(ruled_case(), state=CaseState.DELETED, notes_sent=sent)

    assert said in words(struck(case)).splitlines()


def test_a_post_of_several_messages_that_changed_is_not_said_to_be_edited() -> None:
    one, several = ruled_case(), replace(ruled_case(), pieces=3)

    assert "The post was edited" in words(struck(one))
    assert "One of its messages was edited or deleted" in words(struck(several))


@pytest.mark.parametrize("state", [CaseState.DELETED, CaseState.DELETED_FIRST])
def test_what_is_gone_offers_no_ruling_and_is_on_no_list(state: CaseState) -> None:
    view = struck(replace(ruled_case(), state=state))

    assert "it left this server's list" in words(view)
    assert not any(isinstance(each, CaseButton) for each in view.walk_children())


async def test_a_recount_keeps_quotes_and_buttons_and_changes_one_line(community: Community) -> None:
    await community.paste(community.general, PITCH)
    (entry_before,) = community.entries()
    before = entry_before.text

    for member in community.members(3):
        await community.paste(community.general, PITCH, by=member)

    (after,) = community.entries()
    lines = text_of(after.message).splitlines()
    assert lines[:-1] == before.splitlines()
    assert lines[-1].startswith("+3 posts since")
    assert parts_of(after.message) == parts_of(entry_before.message) + 1
    view = discord.ui.LayoutView.from_message(after.message)
    assert view.find_item(COUNT_ID) is not None
    assert after.message.flags.components_v2
    assert community.pinged_by(after.message) == []
