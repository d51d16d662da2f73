# What moderators press on a case, and what they are told.

case-button-confirm = Confirm
case-button-dismiss = Dismiss
case-button-why = Why?
case-button-withdraw = Withdraw note
case-button-release = Release
case-button-delete = Delete post
case-button-erase = Delete post

case-unknown-button = This button does not belong to a case of this server. Nothing changed.
case-none = There is no such case in this server any more: it has expired, or its post is deleted. Nothing changed.

## Confirm and Dismiss.

case-confirmed = Confirmed: case { $number } is on this server's list of known pitches until it expires or its post is deleted. Posts that repeat it, whole or in part, are recognised by that.
case-confirmed-withdrawn = Its note stays withdrawn.
case-confirmed-waiting = Its note still waits: press { case-button-release } to send it.
case-confirmed-before = Case { $number } is confirmed already, by { $moderator }. Nothing changed.
case-dismissed = Dismissed: until case { $number } expires or its post is deleted, near copies of it get no note in this server.
case-dismissed-withdrawn = Its note is withdrawn.
case-dismissed-stands = Its note could not be deleted just now; I will try again. You can also delete it yourself.
case-dismissed-unreleased = It no longer waits, and nothing is sent.
case-dismissed-before = Case { $number } is dismissed already, by { $moderator }. Nothing changed.
case-copies-withdrawn = { $number ->
    [one] A near copy in another channel lost its note as well.
   *[other] { $number } near copies in other channels lost their notes as well.
}

## Withdraw note.

case-withdrawn = The note of case { $number } is withdrawn and is not sent again for this post. Nothing was ruled: Confirm or Dismiss says what the post is.
case-withdrawn-stands = The note of case { $number } could not be deleted just now; I will try again. You can also delete it yourself. It is not sent again for this post.
case-withdrawn-before = The note of case { $number } was withdrawn already, by { $moderator }. Nothing changed.
case-withdrawn-nothing = Case { $number } has no note to withdraw. Nothing changed.
case-withdrawn-copies = { $number ->
    [one] A near copy in another channel keeps its note; Dismiss takes back both.
   *[other] { $number } near copies in other channels keep their notes; Dismiss takes all of them back.
}

## Release.

case-released = Released: the note of case { $number } stands below the post.
case-released-before = The note of case { $number } was released already, by { $moderator }. Nothing changed.
case-released-later = The note of case { $number } is released. Discord did not accept it just now; I will try again.
case-released-refused = The note of case { $number } could not be sent: I may not write in { $channel }. Grant me what is missing there; `/signpost { command-status }` names it.
case-not-waiting = Case { $number } does not wait for release any more: { $state }. Nothing was sent.

## What the post says now.

case-post-gone = The post is gone, so case { $number } is closed.
case-post-unreachable = I cannot see the post of case { $number }: in { $channel } I need View Channel and Read Message History. Grant them, then press again.
case-post-kept-out = I may not read this post any more: { $reason }. So I cannot judge it, and nothing changed.
case-post-unread = A file of the post could not be read just now, and what made it a pitch may be in it. Press again in a minute.
case-edited-clean = It was edited since and no longer reads as a pitch ({ $score }). Case { $number } is closed, and nothing is sent.
case-clean-now = It does not read as a pitch as this server is set now: { $reason } ({ $score }, the threshold is { $threshold }). Nothing was sent; dismiss the case, or answer the post yourself.
case-off-now = Nothing was sent: { $reason }.

## Why?

case-why = **Case { $number }** · { $topic } · [the post]({ $address })
case-why-score = { $score }; this server acts from { $threshold } on.
case-why-stands = Where the case stands: { $state } – { $reason }.
case-why-now = Decision as of now: { $action } – { $reason }.
case-why-ruled-out = Decision as of now: nothing – a moderator dismissed this case.
case-why-edited = It was edited since it was judged; this is what it says now.
case-why-edited-clean = It was edited since and no longer reads as a pitch.
case-why-moved = What moved the score:
case-moved-up = - for: { $words }
case-quoting-up = - for: { $words }: “{ $quote }”
case-moved-down = - against: { $words }
case-quoting-down = - against: { $words }: “{ $quote }”

## Delete post.

case-delete-question = **Delete this post?** { $post } in { $channel }, { $number ->
    [one] one message
   *[other] { $number } messages
}. Its note goes with it; the claims stay on the entry. This cannot be undone.
case-delete-post = [The post]({ $address })
case-deleted = Deleted. The claims stay on the entry of case { $number }; quotes and the writer's name are gone.
case-deleted-before = The post of case { $number } is deleted already.
case-delete-not-yours = Deleting needs the Manage Messages permission in { $channel }, and you do not have it there. The moderators' role alone is not enough.
case-delete-not-mine = I cannot delete there: in { $channel } I lack { $missing }. Grant it, or delete the post yourself.
