# Parts of sentences that several rooms need.

this-server = This server
own-modes = Channels with their own mode: { $listed }.
signpost-itself = Signpost
listed-and-more = { $shown } and { $more } more
seconds = { $number ->
    [one] { $number } second
   *[other] { $number } seconds
}
minutes = { $number ->
    [one] { $number } minute
   *[other] { $number } minutes
}
hours = { $number ->
    [one] { $number } hour
   *[other] { $number } hours
}

## What a server or channel wants.

mode-off = off
mode-observe = observe
mode-review = review
mode-note = note

mode-does-off = reads nothing
mode-does-observe = tells the mod log of a pitch and writes nothing in public
mode-does-review = asks the moderators about each pitch and replies once one of them releases the note
mode-does-note = replies to a pitch with its note

## Why a post was, or was not, answered.

reason-pitch = reads as a pitch
reason-observing = reads as a pitch; this place only observes
reason-reviewing = reads as a pitch; here a moderator releases each note
reason-below-threshold = score below this server's threshold
reason-dismissed-before = near copy of a dismissed case
reason-no-topic = names no topic
reason-topic-off = its topic is switched off in this server
reason-topic-withdrawn = reads as a pitch; whoever runs Signpost has withdrawn the notes on its topic
reason-noted-often = edited into a pitch again; it had its notes
reason-cooling-down = this channel had a note on this topic recently
reason-no-notes-in-threads = reads as a pitch; this server has no notes in threads
reason-scanned = found by a scan of old posts
reason-moderator-says = a moderator called it a pitch
reason-off-here = Signpost is off here
reason-wrote-it-myself = written by Signpost itself
reason-from-a-bot = written by a bot
reason-from-a-webhook = came through a webhook
reason-not-in-a-server = not in a server
reason-not-written-by-a-person = a message of Discord's own, such as a join or a pin
reason-exempt-channel = in an exempt channel
reason-exempt-category = in an exempt category
# One text for both: moderators are told how many members opted out, not who.
reason-exempt-member = its writer is not read here, by the moderators' choice or their own
reason-exempt-role = written by a member with an exempt role
reason-opted-out = { reason-exempt-member }
