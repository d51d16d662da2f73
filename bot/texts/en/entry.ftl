# The mod-log entry.

entry-headline = **{ $state }** · { $about }
entry-state-noted = Note sent
entry-state-observed = Observed, nothing sent
entry-state-refused = Could not write here
entry-state-deleted-first = The post was gone first
entry-state-sending = Note on its way
entry-state-lapsed = Too late for a note
entry-state-silenced = Covered by an earlier note
entry-state-withdrawn = Note withdrawn
entry-state-recalled = Note withdrawn
entry-state-cleaned = Changed, no pitch any more
entry-state-deleted = The post was deleted
entry-state-waiting = Waiting for a moderator
entry-state-unreleased = Never released, nothing sent

entry-post = [The post]({ $address }) by { $writer } in { $channel }
entry-post-alone = [The post]({ $address }) in { $channel }
entry-carried = , in { $places }
entry-pieces = , as { $number } messages read together
entry-cut = (only its beginning was read)
entry-carrier-content = message
entry-carrier-title = title
entry-carrier-tags = tags
entry-carrier-poll = poll
entry-carrier-embed = embed
entry-carrier-preview = link preview
entry-carrier-address = link address
entry-carrier-file = file
entry-carrier-screenshot = screenshot
entry-screenshot-named = screenshot { $name }
entry-forwarded = forwarded { $place }
entry-and-more = and { $number } more

entry-score = Score: { $likely } ({ $score })
entry-not-read = Not read by Signpost, so there is no score.
entry-very-likely = very likely a pitch
entry-likely = likely a pitch
entry-possibly = possibly a pitch
entry-hardly = reads little like a pitch
entry-article = Nearest known article: { $name } ({ $share } of one stands in the other)
entry-dismissed = Nearest dismissed case: { $name } ({ $share } of one stands in the other)
entry-case-name = case { $number }

entry-claims = Claims:
entry-claim = - { $title }: “{ $quote }”
entry-claim-place = ({ $place })
entry-claims-more = - and { $number } more
entry-claims-named = Claims: { $titles }.
entry-in = in { $place }
entry-in-at-beginning = in { $place }, at its beginning
entry-in-from = in { $place }, from { $start } characters on

entry-decision = Decision: { $action } – { $reason }
entry-action-nothing = nothing
entry-action-observe = observe
entry-action-queue = review
entry-action-note = note
entry-action-note-not-sent = note, not sent

entry-unread = Not read: { $name }, because { $why }.

## Lines that change with time.

entry-count = +{ $number } { $number ->
    [one] post
   *[other] posts
} since
entry-count-silenced = +{ $number } { $number ->
    [one] post
   *[other] posts
} since, silenced by the cool-down
entry-count-waiting = +{ $number } { $number ->
    [one] post
   *[other] posts
} since; the note would stand for { $number ->
    [one] it
   *[other] them
} too
entry-count-elsewhere = +{ $number } { $number ->
    [one] post
   *[other] posts
} in { $channels ->
    [one] { $channels } channel
   *[other] { $channels } channels
}
entry-count-links = { $count }: { $links }
entry-ruling-confirmed = **Confirmed** by { $moderator }: it is on this server's list of known pitches.
entry-ruling-confirmed-over = **Confirmed** by { $moderator }: with the post, it left this server's list of known pitches.
entry-ruling-dismissed = **Dismissed** by { $moderator }: near copies get no note here.
entry-ruling-dismissed-over = **Dismissed** by { $moderator }: with the post, near copies are judged like others again.
entry-note-withdrawn = The note was withdrawn.
entry-deed-release = Released by { $moderator }
entry-deed-withdrawal = Note withdrawn by { $moderator }
entry-deed-withdrawal-due = Note withdrawn by { $moderator }. It could not be deleted yet: I will try again.
entry-deed-deletion = Post deleted by { $moderator }

## What is left once the post does not say so any more.

entry-quotes-gone = Its quotes and the writer's name went with it.
entry-note-too = Its note, its quotes and the writer's name go with it.
entry-part-gone = Part of the post was edited or deleted, so the quotes and the writer's name went.
entry-changed = The post was edited and no longer reads as a pitch, so the quotes went.
entry-changed-in-part = One of its messages was edited or deleted, and what I may read of the rest no longer reads as a pitch, so the quotes went.
entry-changed-note-due = The post was edited and no longer reads as a pitch. Its note could not be deleted yet: I will try again.
entry-changed-in-part-note-due = One of its messages was edited or deleted, and what I may read of the rest no longer reads as a pitch. Its note could not be deleted yet: I will try again.
entry-expired = **Expired**
    This case is kept no longer; its quotes and the writer's name went with it.

## Told once in the mod log.

mod-log-trouble = **I cannot write in { $channel }**, so pitches there get no note. Missing: { $missing }.
    { status-how-to-grant } I say this once; `/signpost { command-status }` shows it until it is fixed.
