# The open cases of a server, page by page, and one case with all that is kept of it.

command-cases = cases
command-cases-about = Open cases: those that wait for release, then those without a ruling
command-cases-channel = channel
command-cases-channel-about = Only of this channel, with its threads
command-cases-claim = claim
command-cases-claim-about = Only with this claim
command-cases-since = since
command-cases-since-about = Only from this date on, as 2026-01-31 (UTC)
command-case = case
command-case-about = One case: all that is kept of it, and what can be done with it
command-case-number = number
command-case-number-about = The case's number, as its mod-log entry and /signpost cases show it

cases-none = No case is open: nothing waits for release, and every case has its ruling.
cases-none-so = No open case fits that. `/signpost cases` alone lists all that are open.
cases-heading = { $count ->
    [one] **{ $count } open case**
   *[other] **{ $count } open cases**
}
cases-page = Page { $page } of { $pages }
cases-line = **{ $number }** · { $state } · [post]({ $link }) in { $place }, { $time }
cases-about = { $score } · { $claims }
cases-no-claims = no claims
cases-next-step = -# `/signpost case` with a number shows one case and its buttons.
cases-previous = Previous
cases-next = Next
cases-no-date = I cannot read that date. Write it as 2026-01-31: year, month, day.
cases-future = That date lies ahead. Give me one that has begun.
cases-not-here = That list belongs to another server, or its buttons were changed. Ask again with `/signpost cases`.
cases-choice = { $number } · { $state } · { $score }

record-none = There is no such case in this server. It may have expired: `/signpost cases` lists the open ones.
record-heading = **Case { $number }** · { $topic }
record-state = State: { $state }
record-post = [The post]({ $link }) in { $place }
record-post-gone = In { $place }; the post is gone, and with it its score and claims
record-reason = Reason: { $reason }
record-score = Score: { $word } ({ $score })
record-claims = Claims: { $claims }
record-opened = Opened: { $time }
record-edited = The post was last edited: { $time }
record-waits-until = Waits for release until { $time }
record-pieces = { $number ->
    [one] Of { $number } message
   *[other] Of { $number } messages, read together
}
record-notes-sent = { $number ->
    [one] { $number } note was sent
   *[other] { $number } notes were sent
}
record-covered-by = Case { $number } stands for it
record-counted-on = Counted on the entry of case { $number }
record-stands-for = { $number ->
    [one] Stands for { $number } more post
   *[other] Stands for { $number } more posts
}
record-entry = [Its mod-log entry]({ $link })
record-confirmed = Confirmed by <@{ $by }>, { $time }
record-dismissed = Dismissed by <@{ $by }>, { $time }
record-unruled = No ruling yet
record-acts = What was done:
record-act = - { $deed } by { $who }, { $time }
record-by-signpost = Signpost
record-deed-ruling = ruling
record-deed-release = release
record-deed-withdrawal = note withdrawn
record-deed-deletion = post deleted
record-deed-note = answered as a pitch
record-nothing-else = -# Kept of it beside this: scrambled fingerprints. No text, and not who wrote it.

## Where a case stands.

cases-state-observed = observed, no note
cases-state-sending = note on its way
cases-state-noted = note sent
cases-state-silenced = covered by an earlier note
cases-state-deleted-first = the post was gone first
cases-state-refused = note could not be written
cases-state-lapsed = too late for a note
cases-state-withdrawn = note withdrawn
cases-state-recalled = note taken back by a moderator
cases-state-cleaned = edited, no pitch any more
cases-state-deleted = the post was deleted
cases-state-waiting = waiting for release
cases-state-unreleased = never released
