"""`signpost demo --once`: the conversation as text, without a page."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import discord
import simcord

from bot.check import open_output
from bot.demo.community import GENERAL, MOD_LOG, PEOPLE, RECOVERY, Community, DemoError, open_community
from bot.demo.scene import load_scene, play
from bot.demo.transcript import Transcript
from bot.posts.plain import decode

UNUSABLE = 2
"""Exit status for a file that cannot be pasted."""

LARGEST_UPLOAD = 10 * 1024 * 1024
"""Bytes of the largest file Discord takes from a member without a subscription."""

WHY, ELSEWHERE = "Why this note?", "Help in another country"
COUNTRY, COUNTRY_NAME = "GB", "United Kingdom"

CHECK, SEND_HELP = "Check this post", "Send help resources"
DISMISS = "Dismiss"

_LACKING = (
    "The page (signpost demo) shows one channel at a time to one person; this text shows them all at once.",
    "The page has no menu on a message (hold it, then Apps): what stands there is shown above.",
)


@dataclass(frozen=True, slots=True)
class _Paste:
    """A file to be posted: where it came from, and its text."""

    path: Path
    text: str


def play_once(files: Sequence[Path]) -> None:
    """Play the scene, or paste each file into a fresh channel, and print what everybody sees.

    A file is read as Discord's readers would read it: undecodable bytes are replaced. The same input prints
    the same text. Raises DemoError: status 2 for a file that cannot be pasted, 1 when the bot fails.
    """
    pastes = [_paste_of(path) for path in files]
    out, _ = open_output()
    out.write(asyncio.run(_played(pastes)))


def _paste_of(path: Path) -> _Paste:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_UPLOAD + 1)
    except OSError as error:
        raise DemoError(f"{path}: {(error.strerror or str(error)).lower()}", UNUSABLE) from None
    if len(data) > LARGEST_UPLOAD:
        raise DemoError(f"{path}: is over 10 MiB, and Discord refuses it", UNUSABLE)
    text = decode(data)
    if not text.strip():
        raise DemoError(f"{path}: is empty, and Discord refuses empty messages", UNUSABLE)
    return _Paste(path, text)


async def _played(pastes: Sequence[_Paste]) -> str:
    async with open_community() as community:
        lines = await (_pasted(community, pastes) if pastes else _scene(community))
        if faults := community.faults:
            raise DemoError(f"the bot failed: {faults[0]!r}")
    return "\n".join(lines).rstrip() + "\n"


async def _scene(community: Community) -> list[str]:
    await play(load_scene(), community)
    transcript = _transcript(community)
    lines = ["Harbour, a made-up community. Everything below is simulated; the bot is the real one.", ""]
    note: discord.Message | None = None
    for name in (RECOVERY, GENERAL):
        channel = community.channels[name]
        lines += [*_heading(f"#{name}"), *await transcript.channel(channel)]
        note = note or _first_note(channel)
    return [*lines, *await _behind_the_scene(community, transcript, note)]


async def _pasted(community: Community, pastes: Sequence[_Paste]) -> list[str]:
    lines: list[str] = []
    note: discord.Message | None = None
    for number, paste in enumerate(pastes, start=1):
        channel = community.fresh_channel(f"paste-{number}")
        post = await community.paste(community.member, channel, paste.text)
        transcript = _transcript(community)
        lines += [*_heading(f"#paste-{number}: {paste.path}"), *await transcript.channel(channel)]
        answer = community.note_on(post, channel)
        if answer is None:
            lines += ["  (Signpost stays silent.)", ""]
        note = note or answer
    return [*lines, *await _behind_the_scene(community, _transcript(community), note)]


async def _behind_the_scene(
    community: Community, transcript: Transcript, note: discord.Message | None
) -> list[str]:
    """Show what one person alone sees, what moderators see and do, and what the page lacks."""
    lines: list[str] = []
    if note is not None:
        lines += [*_heading("The note's buttons, each answered to the one who presses it alone")]
        lines += await _pressed(community.member, note, transcript)
    moderator = PEOPLE[community.moderator.name]
    status = await community.moderator.slash(community.channels[GENERAL], "signpost status")
    lines += [
        *_heading(f"#{MOD_LOG}, seen by moderators only"),
        *await transcript.channel(community.channels[MOD_LOG]),
        *_heading(f"/signpost status in #{GENERAL}, answered to {moderator} alone"),
        *transcript.answer(status.response),
        *await _moderated(community, transcript, note),
        *_heading("What the page does not show"),
        *(f"  {line}" for line in _LACKING),
    ]
    return lines


async def _moderated(community: Community, transcript: Transcript, note: discord.Message | None) -> list[str]:
    """Let the moderator use a post's menu, then dismiss the case of the note. Nothing if there is no note."""
    if note is None or note.reference is None or not isinstance(note.reference.resolved, discord.Message):
        return []
    by, post = community.moderator, note.reference.resolved
    (place,) = (each for each in community.channels.values() if each.id == note.channel.id)
    lines = _heading(f"The menu of the post, answered to {PEOPLE[by.name]} alone")
    for name in (CHECK, SEND_HELP):
        answer = await by.context_menu(place, name, post)
        lines += [f"  Apps → {name}", *transcript.answer(answer.response)]
    log = community.channels[MOD_LOG]
    await by.click(_entry_of(post, log), label=DISMISS)
    lines += _heading(f"{PEOPLE[by.name]} presses {DISMISS} in #{MOD_LOG}")
    return [*lines, *await transcript.message(_entry_of(post, log))]


async def _pressed(member: simcord.MemberActor, note: discord.Message, transcript: Transcript) -> list[str]:
    why = await member.click(note, label=WHY)
    lines = [f"  [ {WHY} ]", *transcript.answer(why.response)]
    menu = await member.click(note, label=ELSEWHERE)
    lines += [f"  [ {ELSEWHERE} ]", *transcript.answer(menu.response)]
    if menu.response is not None:
        await member.select(menu.response, [COUNTRY])
        lines += [f"  … and there, {COUNTRY_NAME}", *transcript.answer(menu.response)]
    return lines


def _entry_of(post: discord.Message, log: simcord.ChannelHandle) -> discord.Message:
    """Return the mod-log entry that links to a post."""
    return next(each for each in log.history() if f"/{post.id})" in _written(each))


def _written(message: discord.Message) -> str:
    return str([each.to_dict() for each in message.components])


def _first_note(channel: simcord.ChannelHandle) -> discord.Message | None:
    return next((each for each in channel.history() if each.author.bot and each.reference), None)


def _transcript(community: Community) -> Transcript:
    names = {person.id: PEOPLE[name] for name, person in community.people.items()}
    names |= {channel.id: name for name, channel in community.channels.items()}
    return Transcript(names)


def _heading(text: str) -> list[str]:
    return [text, "─" * min(len(text), 80), ""]
