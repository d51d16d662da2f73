"""What `/signpost status` reports: put together from the settings and Discord's cache."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.desk.mod_log import LogChannel
from bot.knowledge.topics import left_to_whole, unmeasured
from bot.note.resources import topic_name
from bot.permissions import Permission, Place, missing_here, permission_names
from bot.policy import Mode, Origin, PlaceSettings, exempt_place
from bot.posts.origin import category_id, channel_ids
from bot.server_settings import Caution
from bot.server_settings.kinds import caution_name
from bot.store import Places
from bot.texts import Texts, decimal, duration, listed, mode_name, reason_text
from bot.texts.commands import command
from bot.texts.exemptions import exempt_summary
from bot.texts.phrases import MOST_NAMED, MOST_NAMED_BESIDE
from bot.texts.webhooks import webhooks_summary

LONGEST_MESSAGE = 2_000
"""Characters that Discord allows in a message."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What this installation can do. retention_days: how long cases are kept.

    reads_closely: whether recognition has its slow path. pictures_per_day: screenshots read for one server,
    0 where none are.
    """

    retention_days: int
    reads_closely: bool
    pictures_per_day: int


def report(
    texts: Texts,
    channel: Place,
    places: Places,
    log: LogChannel | None,
    abilities: Abilities,
    *,
    opted_out: int = 0,
) -> str:
    """Say what holds in a channel and its server; what is missing comes first.

    log: the mod log, None where none was chosen or it is gone. opted_out: members who are not read. Where
    all of it would not fit into a message, fewer of the channels with their own mode are named.
    """

    def said(most_named: int) -> str:
        lines = [
            *_ready(texts, channel, places, log),
            *_modes(texts, channel, places, most_named),
            *_reach(texts, channel, places.at(channel.guild.id, *channel_ids(channel))),
            texts("status-opted-out", number=opted_out) if opted_out else "",
            *_abilities(texts, abilities),
        ]
        return "\n".join(line for line in lines if line)

    usual = said(MOST_NAMED)
    return usual if len(usual) <= LONGEST_MESSAGE else said(MOST_NAMED_BESIDE)


def nearest_caution(threshold: float) -> Caution:
    """Return the nearest word for a threshold; between two, the more careful one."""
    return min(Caution, key=lambda each: (round(abs(each.threshold - threshold), 6), -each.threshold))


def _ready(texts: Texts, channel: Place, places: Places, log: LogChannel | None) -> list[str]:
    """Say what is still to be done: the log, the set-up, permissions there and here."""
    guild_id = channel.guild.id
    lacking_in_log = missing_here(log) if log is not None else ()
    lacking_here = missing_here(channel)
    return [
        _log_line(texts, log, lacking_in_log, was_chosen=places.at(guild_id).mod_log is not None),
        *_set_up(texts, places, guild_id),
        _lacking(texts, channel, lacking_here) if lacking_here else texts("status-all-granted"),
        texts("status-how-to-grant") if lacking_in_log or lacking_here else "",
    ]


def _log_line(
    texts: Texts, log: LogChannel | None, lacking: tuple[Permission, ...], *, was_chosen: bool
) -> str:
    if log is None:
        return texts(
            "status-log-gone" if was_chosen else "status-no-log",
            log=command(texts, "log"),
            cases=command(texts, "cases"),
        )
    return _lacking(texts, log, lacking) if lacking else texts("status-log", channel=log.mention)


def _lacking(texts: Texts, channel: Place, missing: tuple[Permission, ...]) -> str:
    return texts("status-lacking", channel=channel.mention, missing=permission_names(texts, missing))


def _set_up(texts: Texts, places: Places, guild_id: int) -> list[str]:
    """Say that nobody confirmed the set-up, and what holds until then."""
    if places.server(guild_id).confirmed_at is not None:
        return []
    own = places.chosen(guild_id).threshold is not None
    setup = command(texts, "setup")
    return [texts("status-unconfirmed-own-threshold" if own else "status-unconfirmed", setup=setup)]


def _modes(texts: Texts, channel: Place, places: Places, most_named: int) -> list[str]:
    """Say which mode holds here and in the server, which channels have their own, and when it acts."""
    guild_id, ids = channel.guild.id, channel_ids(channel)
    own = places.channel_modes(guild_id)
    here, server = places.at(guild_id, *ids), places.at(guild_id)
    follows = not any(each in own for each in ids)
    lines = [
        _mode_line(texts, here.mode, channel.mention, follows=follows),
        _mode_line(texts, server.mode, texts("this-server"), follows=False),
    ]
    if own:
        lines.append(texts("own-modes", listed=_own_modes(texts, own, most_named)))
    if Mode.REVIEW in {here.mode, server.mode, *own.values()}:
        lines.append(texts("status-review", span=duration(texts, int(here.review.total_seconds()))))
    lines += [_threshold(texts, here.threshold), _cooldown(texts, here), _observed(texts, here)]
    return [*lines, *_left_to_whole(texts, places.topics_on(guild_id))]


def _mode_line(texts: Texts, mode: Mode, place: str, *, follows: bool) -> str:
    return texts(
        "status-mode-followed" if follows else "status-mode",
        place=place,
        mode=mode_name(texts, mode),
        does=texts(f"mode-does-{mode.value}"),
    )


def _own_modes(texts: Texts, own: Mapping[int, Mode], most: int) -> str:
    return listed(texts, [f"<#{each}> {mode_name(texts, mode)}" for each, mode in own.items()], most)


def _threshold(texts: Texts, threshold: float) -> str:
    caution = nearest_caution(threshold)
    word, score = caution_name(texts, caution), decimal(texts, threshold)
    is_its_own = score == decimal(texts, caution.threshold)
    return texts("status-threshold" if is_its_own else "status-threshold-near", word=word, score=score)


def _cooldown(texts: Texts, here: PlaceSettings) -> str:
    seconds = int(here.cooldown.total_seconds())
    if not seconds:
        return texts("status-no-cooldown")
    return texts("status-cooldown", span=duration(texts, seconds))


def _observed(texts: Texts, here: PlaceSettings) -> str:
    """Say which topics are on and never answered: not recognised well enough for that, as far as is known."""
    observed = sorted(topic_name(texts, each) for each in here.topics & unmeasured())
    return texts("status-topics-observed", topics=", ".join(observed)) if observed else ""


def _left_to_whole(texts: Texts, on: frozenset[str]) -> list[str]:
    """Say which topics that are on are answered as another one."""
    return [
        texts("status-topic-left", part=topic_name(texts, part), whole=topic_name(texts, whole))
        for part, whole in left_to_whole(on).items()
    ]


def _reach(texts: Texts, channel: Place, here: PlaceSettings) -> list[str]:
    """Say what is exempt and which webhooks are read, where a server chose any."""
    origin = Origin(in_guild=True, channel_ids=channel_ids(channel), category_id=category_id(channel))
    reason = exempt_place(origin, here.exempt)
    unread = reason and texts("status-not-read", place=channel.mention, reason=reason_text(texts, reason))
    return [
        unread or "",
        exempt_summary(texts, here.exempt),
        webhooks_summary(texts, len(here.webhook_ids), pluralkit=here.reads_pluralkit),
    ]


def _abilities(texts: Texts, abilities: Abilities) -> list[str]:
    pictures = abilities.pictures_per_day
    return [
        "" if abilities.reads_closely else texts("status-reads-quickly"),
        texts("status-pictures", number=pictures) if pictures else texts("status-pictures-unread"),
        texts("status-keeps", days=abilities.retention_days),
    ]
