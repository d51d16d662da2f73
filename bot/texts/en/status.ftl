# What /signpost status reports.

status-no-log = **Mod log: not chosen yet.** Choose one with { $log }, so that you see what Signpost does. Until then, cases wait in { $cases }.
status-log-gone = **Mod log: the channel is gone.** Choose another with { $log }. Until then, cases wait in { $cases }.
status-log = Mod log: { $channel }.
status-lacking = **Missing in { $channel }: { $missing }.**
status-how-to-grant = To grant it: channel settings → Permissions → add Signpost → allow what is missing.
status-all-granted = Permissions here: everything it needs.

status-unconfirmed = **The set-up is not confirmed yet**: until then Signpost acts only on what it is surest of. Confirm it in { $setup }.
status-unconfirmed-own-threshold = **The set-up is not confirmed yet.** Confirm it in { $setup }.

status-mode = { $place }: **{ $mode }**. Signpost { $does }.
status-mode-followed = { $place }: **{ $mode }** (as the server). Signpost { $does }.
status-review = A case waits { $span } for a moderator to release its note; then nothing is sent.

status-threshold = Threshold: { $word } ({ $score } of 1). Signpost acts on posts with at least this score.
status-threshold-near = Threshold: { $score } of 1, nearest to { $word }. Signpost acts on posts with at least this score.

status-no-cooldown = Cool-down: none; every pitch gets a note.
status-cooldown = Cool-down: one note per channel and topic in { $span }.
status-topics-observed = Only observed here, never answered, whatever the mode: { $topics }. Their recognition is not measured well enough yet.
status-topic-left = { $part } is answered as { $whole }, with what is known of it, until its own recognition is measured well enough.

status-not-read = **{ $place } is not read**: it is { $reason }.
status-opted-out = { $number ->
    [one] { $number } member has opted out: their posts are not read.
   *[other] { $number } members have opted out: their posts are not read.
}
status-reads-quickly = **It reads by its quick model alone**: the packages of its close reader are not installed, so it misses more pitches. Whoever runs this bot can add them: `pip install '.[slow]'`.
status-pictures-unread = Pictures are not read.
status-pictures = Screenshots are read too, up to { $number } a day (UTC) in this server.
status-keeps = It keeps no text and no names: message numbers, scores, scrambled fingerprints of flagged posts, rulings and decisions for { $days } days, and where its notes stand.
