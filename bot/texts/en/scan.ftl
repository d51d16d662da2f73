# /signpost scan: the proposal, the report in the mod log, and why something cannot be done.

command-scan = scan
command-scan-about = Judge old posts: cases for review in the mod log (needs Manage Server)
command-scan-channel = channel
command-scan-channel-about = The channel, thread or forum to read; leave empty for the whole server
command-scan-since = since
command-scan-since-about = Read from this day on, written as 2026-01-31 (UTC); or use { command-scan-last }
command-scan-last = last
command-scan-last-about = Read this many of the latest posts of each channel and thread; or use { command-scan-since }
command-scan-notes = notes
command-scan-notes-about = Also reply in public to what is found, where the mode allows it (default: no)

scan-button-start = Start
scan-button-decline = Not now
scan-button-cancel = Cancel

## Why it cannot be done.

scan-one-of-two = Give either `{ command-scan-since }` (a day such as 2026-01-31) or `{ command-scan-last }` (a number of posts), so that I know how far back to read.
scan-no-date = “{ $typed }” is no day that I know. Write it as 2026-01-31: year, month, day.
scan-in-the-future = That day has not come yet: give one in the past, such as 2026-01-31.
scan-before-discord = Discord began in 2015: give a day from 2015-01-01 on.
scan-no-log = A scan shows what it finds in the mod log, and there is none that I can write to. Choose one with `/signpost { command-log }`, then try again.
scan-nothing-to-read = There is nothing there that I may read: Signpost is off in it, or I lack View Channel or Read Message History.
scan-runs-already = A scan is already running in this server. Cancel it in the mod log, or wait until it ends.
scan-runs-already-at = A scan is already running in this server: { $report } Cancel it there, or wait until it ends.
scan-not-now = Nothing was read.
scan-over-already = This scan has ended already. Nothing changed.
scan-no-longer = This proposal is no longer open. Use `/signpost { command-scan }` again.

## The proposal.

scan-proposal = I would read { $posts } in { $channels } ({ $where }, { $span }), oldest first. { $takes }; live posts go first.
scan-finds = What I find becomes a case for review in { $log }.
scan-nothing-public = Nothing is written in public.
scan-also-public = **It also replies in public** with a note to what it finds, where the mode is { mode-note } and the thread is not archived.
scan-no-pictures = Pictures in old posts are not read.
scan-pictures = { $number ->
    [one] At most { $number } screenshot a day is read, so that as many are left for new posts.
   *[other] At most { $number } screenshots a day are read, so that as many are left for new posts.
}
scan-archived = Archived threads come on top; how many there are shows only on the way.
scan-takes = That takes { $time }
scan-takes-unknown = How long that takes cannot be told
scan-channels = { $number ->
    [one] { $number } channel
   *[other] { $number } channels and threads
}
scan-this-server = this server
scan-since = since { $day }
scan-last = the last { $number } of each

scan-posts-unknown = an unknown number of posts
scan-posts-at-least = { $number ->
    [one] at least { $number } post (how many more cannot be told)
   *[other] at least { $number } posts (how many more cannot be told)
}
scan-posts-about = { $number ->
    [0] no posts
    [one] about { $number } post
   *[other] about { $number } posts
}
scan-posts-up-to = { $number ->
    [one] up to about { $number } post
   *[other] up to about { $number } posts
}
scan-posts-between = roughly { $least } to { $most } posts

scan-under-a-minute = less than a minute
scan-minutes = { $number ->
    [one] about a minute
   *[other] about { $number } minutes
}
scan-hours = { $number ->
    [one] about an hour
   *[other] about { $number } hours
}
scan-time-at-least = { $unit ->
    [hours] { $number ->
        [one] at least an hour
       *[other] at least { $number } hours
    }
   *[minutes] { $number ->
        [one] at least a minute
       *[other] at least { $number } minutes
    }
}
scan-time-between = { $unit ->
    [hours] { $number ->
        [one] { $shortest } to an hour
       *[other] { $shortest } to { $number } hours
    }
   *[minutes] { $number ->
        [one] { $shortest } to a minute
       *[other] { $shortest } to { $number } minutes
    }
}

## The report.

scan-started = Started. Its progress will show in { $log }.
scan-started-at = Started. Its progress: { $report }
scan-cancelled = Cancelled. What was found so far stays in the mod log.
scan-reading = **Reading old posts**: { $where }, { $span }{ $notes } · asked for by { $by }
scan-read = **Old posts read**: { $where }, { $span }{ $notes } · asked for by { $by }
scan-with-notes = , with public notes
scan-waiting = Waiting: other scans are running. This one starts by itself.
scan-nobody-knows = Nobody can tell how much is left.
scan-count-read = { $number } read
scan-count-of = { $number } of { $posts }
scan-count-found = { $number } found
scan-a-second = { $number } a second
scan-left = { $time } left
scan-here = Now: { $channel }
scan-ended-cancelled = **Cancelled** by { $by }.
scan-ended-failed = **Stopped**: { $why }.
scan-ended-code = Code for whoever runs this bot: `{ $code }`.
scan-ended-done = **Done.**
scan-ended-counts = { $read ->
    [one] { $read } post read, { $found } found.
   *[other] { $read } posts read, { $found } found.
}
scan-unread = { $number ->
    [one] In { $number } post a file was not read: { $why }.
   *[other] In { $number } posts a file was not read: { $why }.
}
scan-left-out = Left out, { $why }: { $channels }
scan-not-to-the-end = Not read to the end, { $why }: { $channels }

scan-fault-log-gone = the mod log is gone or I may not write there
scan-fault-left = Signpost is no longer in the server
scan-fault-channel-gone = the channel is gone or I cannot see it
scan-fault-unforeseen = something unforeseen went wrong, and it was not your doing
scan-fault-unknown = it could not go on

scan-skip-off = Signpost is off there
scan-skip-exempt = exempt from being read
scan-skip-hidden = I lack View Channel
scan-skip-no-history = I lack Read Message History
scan-skip-gone = deleted meanwhile
scan-skip-refused = Discord does not let me read it
scan-skip-no-answer = Discord did not answer
scan-skip-archive-refused = only its archived threads: Discord does not let me read them
scan-skip-archive-no-answer = only its archived threads: Discord did not answer
