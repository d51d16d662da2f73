# Settings: /signpost mode, /signpost log and /signpost settings.

command-mode = mode
command-mode-about = What Signpost does with a pitch, in this server or one channel (needs Manage Server)
command-mode-mode = mode
command-mode-mode-about = off: reads nothing · observe: mod log only · review: asks you first · note: replies with its note
command-mode-channel = channel
command-mode-channel-about = The channel or forum to set; leave empty for the whole server
command-mode-follow = as the server
command-log = log
command-log-about = Choose the channel that gets the mod log (needs Manage Server)
command-log-channel = channel
command-log-channel-about = A channel that only moderators can see
command-settings = settings
command-settings-about = All settings of this server: show, set, export, import (needs Manage Server)
command-settings-show = show
command-settings-show-about = Every setting: what it is, its default, who changed it last (needs Manage Server)
command-settings-show-name = name
command-settings-show-name-about = One setting alone; leave empty for all
command-settings-set = set
command-settings-set-about = Change one setting (needs Manage Server)
command-settings-set-name = name
command-settings-set-name-about = The setting to change
command-settings-set-value = value
command-settings-set-value-about = What it is to be; "default" brings the default back
command-settings-export = export
command-settings-export-about = Get the settings as a file, to keep or to copy to another server (needs Manage Server)
command-settings-import = import
command-settings-import-about = Take settings from a file; shows what would change and asks first (needs Manage Server)
command-settings-import-file = file
command-settings-import-file-about = A file that /signpost { command-settings } { command-settings-export } made

## /signpost mode

settings-mode-set = { $place }: **{ $mode }**. Signpost { $does }.
settings-mode-follows = { $channel } follows the server again: **{ $mode }**. Signpost { $does }.
settings-follow-needs-channel = “{ command-mode-follow }” needs a channel: choose which one should follow the server again.
settings-no-log = **Mod log: not chosen yet.** Choose one with `/signpost { command-log }`, so that you see what Signpost does.

## /signpost log

settings-log-starts = Signpost writes its log here from now on: one entry for each note and each observed case, with its reasons.
settings-log-set = The mod log is { $channel } now.
settings-log-public = **Everyone can see this channel.** The log names writers and quotes posts: choose a channel that only moderators see instead.
settings-log-missing = I cannot use { $channel } as the mod log yet. Missing there: { $missing }.
    { status-how-to-grant } Then try again.
settings-log-unusable = I cannot write in { $channel }: the mod log is a text channel or a thread. Choose another. Nothing changed.

## Values, as they are typed and shown. "default" and "none" are typed too.

settings-default = default
settings-none = none
settings-yes = yes
settings-no = no
settings-percent = { $number }%
settings-days = { $number ->
    [one] { $number } day
   *[other] { $number } days
}
settings-caution-careful = careful
settings-caution-balanced = balanced
settings-caution-eager = eager
settings-language-en = English
settings-language-es = Spanish
settings-language-fr = French
settings-language-de = German
settings-language-pt = Portuguese
settings-length-full = full
settings-length-short = short

## What each setting is called.

settings-name-mode = mode
settings-name-mod-log = mod log
settings-name-threshold = threshold
settings-name-cooldown = cool-down
settings-name-review-hours = review time
settings-name-notes-in-threads = notes in threads
settings-name-topics = topics
settings-name-language = language
settings-name-country = country
settings-name-contests = contests
settings-name-moderator-role = moderator role
settings-name-retention-days = retention
settings-name-precision-goal = precision goal
settings-name-steps-back = step back
settings-name-reads-pluralkit = PluralKit
settings-name-note-length = note length
settings-name-short-channels = short notes in
settings-name-own-line = own line
settings-name-resources = resources

## What each setting does.

settings-about-mode = What Signpost does with a pitch, where a channel has no mode of its own.
settings-about-mod-log = The channel that gets an entry for each case.
settings-about-threshold = How sure Signpost must be before it acts: a score from 0 to 1.
settings-about-cooldown = How long a channel gets no second note on a topic.
settings-about-review-hours = In review: how long a case waits for release before it expires.
settings-about-notes-in-threads = Whether notes are sent in threads and forum posts.
settings-about-topics = Which topics Signpost answers.
settings-about-language = The language of notes. The mod log is in it too if it is English or Spanish, else in English.
settings-about-country = Whose help lines a note shows.
settings-about-contests = Whether members may contest a note.
settings-about-moderator-role = Members with it count as moderators, also without Manage Messages.
settings-about-retention-days = How long cases and the audit are kept.
settings-about-precision-goal = How often Signpost has to be right before it suggests the next mode: the share of confirmed rulings, at its lowest likely value, from 20 rulings on.
settings-about-steps-back = Whether Signpost goes back a mode by itself when the share of confirmed rulings falls below the { settings-name-precision-goal }. If not, it only suggests it.
settings-about-reads-pluralkit = Whether what PluralKit posts again for members is read.
settings-about-note-length = Full, or one line with the fact and one place to get help. In a crisis a note is full.
settings-about-short-channels = Busy channels, with their threads, where a note is one line.
settings-about-own-line = A line of your own in each note. Set with `/signpost { command-wording }`.
settings-about-resources = What notes point to. Set with `/signpost { command-wording }`.

## What holds where a setting without a default of its own is not set.

settings-unset-mod-log = none
settings-unset-topics = kratom
settings-unset-moderator-role = none
settings-unset-short-channels = none
settings-unset-own-line = none
settings-unset-resources = those of the country

## What is possible.

settings-not-possible = { $setting }: that is not possible. { $possible } Nothing changed.
settings-possible-one = Possible: { $listed }.
settings-possible-some = Possible, one or several with commas: { $listed }.
settings-possible-threshold = Possible: { $listed }, or a number above 0 and up to 1, such as 0.85.
settings-possible-goal = Possible: from 50% up to 99%, such as 90%.
settings-possible-span = Possible: from { $least } up to { $most }, such as { $example }.
settings-possible-span-or-none = Possible: none, or up to { $most }, such as { $example }.
settings-possible-channel = Possible: a channel of this server, as a mention, an ID, or a name that only one channel has.
settings-possible-channels = Possible: up to { $most } channels of this server, with commas, as mentions, IDs, or names that only one channel has.
settings-possible-role = Possible: a role of this server, as a mention, an ID, or a name that only one role has.
settings-possible-wording = It is set with `/signpost { command-wording }`, which checks and previews it.
settings-unknown = There is no such setting. Choose one from the list that Discord offers, or look at `/signpost { command-settings } { command-settings-show }`. Nothing changed.

## /signpost settings show and set

settings-changed = **{ $setting }**: { $before } → { $after }.
settings-unchanged = **{ $setting }** is { $value } already. Nothing changed.
settings-line = **{ $setting }: { $now }**
settings-line-default = default: { $default }
settings-line-by = changed { $when } by { $who }
settings-line-by-itself = changed { $when } by Signpost
settings-line-not-changed = not changed
settings-line-careful = until `/signpost { command-setup }` is confirmed
settings-how-to-set = Change it with `/signpost { command-settings } { command-settings-set }`.
settings-page = Settings, page { $page } of { $pages }
settings-newer = Back
settings-older = More
settings-modes-none = **Channels with their own mode: none**
settings-modes-own = **Channels with their own mode:** { $listed }
settings-modes-how = Change them with `/signpost { command-mode }`.
settings-exempt-none = **Exempt: nothing**
settings-exempt-roles = **Exempt roles:** { $listed }
settings-exempt-channels = **Exempt channels:** { $listed }
settings-exempt-categories = **Exempt categories:** { $listed }
settings-exempt-members = { $number ->
    [one] **Exempt members:** { $number }; who it is is not kept
   *[other] **Exempt members:** { $number }; who they are is not kept
}
settings-exempt-how = Change them with `/signpost { command-exempt }`.
settings-webhooks-none = **Webhooks read: none**
settings-webhooks-read = **Webhooks read:** { $listed }
settings-webhooks-how = Change them with `/signpost { command-webhooks }`.
settings-stale = That button is not valid here. Use the command again.

## /signpost settings export

settings-exported = The settings of this server. `/signpost { command-settings } { command-settings-import }` takes this file, here or in another server.
settings-exported-members = { $number ->
    [one] { $number } exempt member is not in it: Signpost keeps a scrambled mark, which names nobody.
   *[other] { $number } exempt members are not in it: Signpost keeps scrambled marks, which name nobody.
}

## /signpost settings import

settings-import-too-big = That file is too big: at most { $most } KiB. Nothing changed.
settings-import-not-fetched = I could not read that file just now. Try again in a minute. Nothing changed.
settings-import-not-text = That file is not UTF-8 text. Give me one that `/signpost { command-settings } { command-settings-export }` made. Nothing changed.
settings-import-not-json = That file is not JSON: look at line { $line }, character { $column }. Nothing changed.
settings-import-odd-json = That file is JSON that I cannot read: it is nested too deep or holds a number that is too long. Nothing changed.
settings-import-not-settings = That file holds no settings. Give me one that `/signpost { command-settings } { command-settings-export }` made. Nothing changed.
settings-import-version = That file has format { $version }; I read format { $known }. Export the settings again, or ask whoever runs this bot for a newer Signpost. Nothing changed.
settings-import-faults = That file cannot be used. Nothing changed. What to correct:
settings-import-fault-unknown = `{ $field }`: there is no such field. Take it out.
settings-import-fault-missing = `{ $field }`: is missing.
settings-import-fault-value = `{ $field }`: this value does not fit.
settings-import-fault-setting = `{ $field }`: this value does not fit. { $possible }
settings-import-fault-twice = `{ $field }`: stands twice. Leave it once.
settings-import-more-faults = { $number ->
    [one] and { $number } more.
   *[other] and { $number } more.
}
settings-import-asks = This would change in this server:
settings-import-exempt-line = exempt from now on: { $listed }
settings-import-webhooks-line = webhooks read from now on: { $listed }
settings-import-skipped = Left out, because this server has nothing that fits for certain: { $listed }.
settings-import-wording = The note’s own line and resources are left out. Set them with `/signpost { command-wording }`. What is wrong with them here:
settings-import-adds = What the file does not name stays as it is.
settings-import-nothing = Nothing would change: what fits here of that file holds already.
settings-import-full = That is more than a server can have: { $most } of a kind. Nothing changed.
settings-import-changed-since = The settings changed since this was shown. Look again:
settings-import-apply = Apply
settings-import-cancel = Cancel
settings-import-cancelled = Cancelled. Nothing changed.
settings-import-done = Done. The settings of the file hold now.
settings-import-gone = That file cannot be read any more. Use the command again. Nothing changed.
