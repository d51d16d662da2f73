# What moderators read in their log when a member calls a note a mistake.

contest-told = **A note was called a mistake** by { $member }: [the note]({ $note }) below [this post]({ $post }) in { $channel }.
contest-line = They write: “{ $line }”
contest-entry = Rule on it at [the entry of case { $case }]({ $entry }).
contest-case = Rule on it with `/signpost { command-case } { command-case-number }:{ $case }`.
contest-expired = Its case has expired. Delete the note if it is out of place.
