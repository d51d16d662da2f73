# Trying a text or a post, and what moderators have Signpost do under a post.

command-check = check
command-check-about = Try a text: what Signpost would do with it. Nothing is posted or stored
command-check-text = text
command-check-text-about = The text, as somebody might post it
command-check-channel = channel
command-check-channel-about = Where it would be posted; leave empty for this channel
command-check-post = Check this post
command-send-help = Send help resources
command-answer-pitch = Answer as a pitch

## What would become of a post.

check-not-read = **Would not be read**: { $reason }.
check-would-silent = **Would stay silent**: { $reason }.
check-cooling = **Would stay silent**: cool-down until { $time } ({ $relative }). It reads as a pitch and would be counted on the earlier note.
check-would-observed = **Would be observed, without a note**: { $reason }.
check-would-queued = **Would wait for release**: { $reason }.
check-would-noted = **Would be noted**, because it { $reason }.
check-cannot-write = **The note could not be posted in { $place }.** Missing there: { $missing }.
check-has-case = **This post has case { $number } already**: { $state }. It would not be answered again. `/signpost { command-case }` shows more.
check-has-note = **A note stands below this post already.** Its case has expired; it gets no second note.
check-its-note = **The note would be:**
check-only-tried = -# Only tried: nothing was posted or stored, and no cool-down began.

check-score = Score: { $word } ({ $score }); the threshold here is { $threshold }
check-score-below = below the threshold
check-pieces = { $number ->
    [one] { $number } message was read.
   *[other] { $number } messages were read together.
}
check-alone = The messages around it could not be read, so it was judged by itself.
check-cut = Of a long file, only the beginning was read.
check-files-unread = Not read: { $names }.
check-measured-on = What the recognition of { $topic } was measured on: { $said }
check-reasons = What moved the score:

## What moderators have Signpost post under a post.

hand-not-here = This button belongs to another server or channel. Nothing was posted.
hand-post-gone = The post is gone. Nothing was posted.
hand-written-by-us = That is Signpost's own message. Nothing was posted.
hand-written-by-bot = A bot or an app wrote that message, so there is nobody to answer. Nothing was posted.
hand-not-a-post = That is a message of Discord's own, such as a join or a pin. Nothing was posted.
hand-missing = I cannot reply in { $place }. Missing there: { $missing }. { status-how-to-grant }
hand-refused = Discord did not let me reply to that post. Nothing was posted. `/signpost { command-status }` shows what I lack here.

help-preview = **This is what Signpost would post** under the post, for everyone to see. It pings nobody, opens no case and is not counted.
help-send = Send
help-sent = Sent: the help resources stand under the post now.
help-stands = Help resources stand under that post already. Nothing was posted a second time.

answer-preview = **This is the note that Signpost would post** under the post. The case counts as confirmed by you, so near copies are known from then on.
answer-post = Post note
answer-posted = The note stands under the post. It is case { $number }, confirmed by you.
answer-later = Case { $number } is confirmed by you. Discord is in trouble just now, so its note follows as soon as it can be sent.
answer-refused = Case { $number } is confirmed by you, but its note could not be posted here. `/signpost { command-status }` shows what I lack.
answer-gone = The post was gone before its note. Nothing was posted.
answer-has-case = This post has case { $number } already: { $state }. No second note was posted. What can be done stands below.
answer-has-note = A note stands below this post already; its case has expired. No second note was posted.
