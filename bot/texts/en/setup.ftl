# Setting up: the panel behind /signpost setup, and what Signpost says when it joins a server.

command-setup = setup
command-setup-about = Set Signpost up in this server: log, mode, places, roles, language (needs Manage Server)

## What Signpost is: said once on joining, and again in the panel.

greeting =
    ## Signpost is here
    { $what }
    First step: someone with Manage Server runs `/signpost { command-setup }`. It takes a minute.
    To switch it off: `/signpost { command-mode }`, then **{ mode-off }**.
greeting-what =
    Signpost looks for posts that sell kratom as a natural way out of withdrawal or pain. Such a post is called a pitch.
    In mode **{ mode-note }**, it **answers in public**: one short, neutral note under the pitch, with places to get help. It starts in mode **{ $mode }**: it { $does }.
    It keeps no message text and no writers: of a flagged post its number, score and a scrambled fingerprint, for at most { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.

## The panel's frame.

setup-title = ## Set up Signpost
setup-unconfirmed = **Not confirmed yet**, so the threshold is **{ $now }**: Signpost acts on posts with at least this score. Once confirmed: **{ $then }**.
setup-unconfirmed-own = **Not confirmed yet.** The threshold is **{ $now }**, and stays so: Signpost acts on posts with at least this score.
setup-confirmed = Confirmed { $when }. The threshold is **{ $now }**: Signpost acts on posts with at least this score.
setup-parts = Parts of the set-up
setup-part-log = Log and mode
setup-part-places = Channels
setup-part-roles = Roles
setup-part-language = Language and country
setup-part-preview = Preview of the note
setup-part-checks = Permissions
setup-part-about = What it does and keeps
setup-keeps = **What is kept**
    - Of a flagged post: its number, topic, score, claims, a scrambled fingerprint and the moderators’ decision, for at most { $days ->
        [one] { $days } day
       *[other] { $days } days
    } or until the post is deleted.
    - Of a note: where it stands and what it points to, until the note is gone.
    - Which moderator decided or changed something, as long as cases.
    - The settings; exempt members and those who do not want to be read, scrambled, so that nobody can be named.

    Never the text of a message, never its writer. An entry in the mod log is a message in Discord: it names the writer and quotes the post. When the writer deletes the post, name and quotes go.
setup-next = Next: { $part }
setup-confirm = Confirm set-up

## Log and mode.

setup-log = **Mod log:** { $channel }. Signpost writes there what it did and why. Entries name writers and quote posts: choose a channel that only moderators see.
setup-log-none = **Mod log: not chosen yet.** Signpost writes there what it did and why. Until then, cases wait in `/signpost { command-cases }`. Choose a channel that only moderators see.
setup-log-gone = **Mod log: the channel is gone, archived or out of Signpost’s sight.** Choose another one below, or bring it back.
setup-log-choose = Choose the mod log
setup-mode = **Mode: { $mode }**. Signpost { $does }.
setup-mode-default = **Mode: { $mode }**, the default of whoever runs this bot. Signpost { $does }.
setup-mode-choose = Choose the mode

## Channels.

setup-exempt-places = **Not read at all:** { $places }. A channel counts with its threads, a category with its channels. They stay unread whatever the mode.
setup-exempt-none = **Not read at all:** nothing. Choose channels or categories that Signpost is to leave alone. They stay unread whatever the mode.
setup-exempt-choose = Choose what is not read
setup-own-modes = **With a mode of their own:** { $places }. All other channels: **{ $mode }**, as the server.
setup-own-modes-none = **With a mode of their own:** none. All channels: **{ $mode }**, as the server.
setup-own-how = To change that, choose a mode, then its channels. What you take off the list follows the server again.
setup-own-choose = A mode for single channels
setup-own-list = Channels in mode { $mode }
setup-full = A menu holds 25. The rest: { $command }

## Roles.

setup-exempt-roles = **Exempt roles:** { $roles }. What their members write is not read.
setup-exempt-roles-none = **Exempt roles:** none. What members with an exempt role write is not read.
setup-exempt-roles-choose = Choose roles not to read
setup-moderators = **Moderators:** members with Manage Messages, and { $role }. They may use the buttons in the mod log.
setup-moderators-none = **Moderators:** members with Manage Messages. They may use the buttons in the mod log. You can let one more role use them.
setup-moderators-commands = Discord shows the slash commands to members with Manage Messages. To show them to a role: Server Settings → Integrations → Signpost.
setup-moderators-choose = One more role for the buttons

## Language and country.

setup-language = **Language:** { $language }. Notes are in it, and the mod log if it is English or Spanish. Private answers are in each member’s own.
setup-language-choose = Language of notes
setup-language-server = As the server: { $language }
setup-in-en = English
setup-in-es = Español
setup-in-fr = Français
setup-in-de = Deutsch
setup-in-pt = Português
setup-country = **Country:** { $country }. Notes show its helplines, never those of another country.
setup-country-choose = Country of the helplines

## Preview.

setup-preview = A reply to a pitch about kratom would look like this. Nothing was posted. The buttons work under real notes only.

## Permissions.

setup-checked = **Permissions:** { $channels ->
    [0] Signpost would write in no channel: everything is off, exempt or only observed.
    [one] { $channels } channel checked where Signpost would write.
   *[other] { $channels } channels checked where Signpost would write.
}
setup-all-granted = Nothing is missing.
setup-lacking = - **{ $missing }** missing in { $channels ->
        [one] { $named }
       *[other] { $channels } channels: { $named }
    }
setup-lacking-log = - **{ $missing }** missing in the mod log, { $channel }
setup-grant = To grant it in one channel: channel settings → Permissions → add Signpost → allow what is missing. For all at once: Server Settings → Roles → Signpost. Channels that are private on purpose can stay as they are: Signpost does not read them.
setup-check-again = Check again

## What was changed, or could not be.

setup-done-mode = Mode is **{ $mode }** now. Signpost { $does }.
setup-done-exempt = Not read from now on: { $what }.
setup-done-read = No longer exempt: { $what }.
setup-done-own = In mode **{ $mode }** now: { $channels }.
setup-done-follow = As the server again: { $channels }.
setup-done-moderators = Members with { $role } may use the buttons now.
setup-done-moderators-none = Only members with Manage Messages may use the buttons now.
setup-done-language = Notes: { $language } from now on. Mod log: { $log }. What stands already stays as it is.
setup-done-country = Notes show help for { $country } from now on.
setup-done-confirm = Set-up confirmed. The threshold is **{ $now }** from now on.
setup-done-confirm-no-log = No mod log is chosen yet: cases wait in `/signpost { command-cases }`.
setup-done-nothing = Nothing changed: it was so already.
setup-log-lacks = { $channel } cannot be the mod log yet. Missing there: { $missing }. Grant it in channel settings → Permissions → add Signpost, then choose it again.
setup-log-refused = Discord did not let Signpost write in { $channel }, so the mod log was not changed. Check its permissions there, then choose it again.
setup-channel-gone = One channel is gone, or Signpost cannot see it, so it was left as it is. Choose another, or give Signpost View Channel there.
setup-everyone-moderates = @everyone cannot be the moderators’ role: then every member could use the buttons. Nothing changed.
