# /signpost stats: a server's numbers.

command-stats = stats
command-stats-about = What Signpost did in this server, in numbers: counts only, no people
command-stats-weeks = weeks
command-stats-weeks-about = How many weeks back, 12 unless you say otherwise

stats-empty = { $weeks ->
    [one] Nothing to count yet: this week, Signpost has read no post here.
   *[other] Nothing to count yet: in the last { $weeks } weeks, Signpost has read no post here.
}
stats-heading = { $weeks ->
    [one] **This week, since { $since }**
   *[other] **The last { $weeks } weeks, since { $since }**
}
stats-posts = Posts read: { $posts }
stats-cases = Cases: { $cases }. Notes sent: { $notes }, of which { $withdrawn } no longer stand.
stats-rulings = Rulings: { $confirmed } confirmed, { $dismissed } dismissed.
stats-precision = Precision: { $share }% of rulings confirmed. With this many rulings, the true share lies between { $low }% and { $high }% (95% interval). A released note counts as confirmed; cases that moderators opened do not count.
stats-no-precision = Precision: no rulings yet. Confirm or dismiss cases in the mod log or in `/signpost { command-cases }`.
stats-contests = Contests by members: { $contests }
stats-claims = Most frequent claims: { $claims }.
stats-undrawn = The chart could not be drawn just now; the numbers are all here and in the table.

stats-chart-cases = Cases and notes a week
stats-chart-rulings = Rulings a week
stats-chart-posts = Posts read a week
stats-label-cases = cases
stats-label-notes = notes
stats-label-confirmed = confirmed
stats-label-dismissed = dismissed
stats-label-posts = posts

stats-alt = Bar charts by week, { $weeks } of them since { $since }. Cases: { $cases }, most in the week of { $peak } ({ $most }). Notes: { $notes }. Rulings: { $confirmed } confirmed and { $dismissed } dismissed. Posts read: { $posts }. All numbers are in the table as well.
