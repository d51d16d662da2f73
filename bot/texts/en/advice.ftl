# The mode that a server has earned: suggested in its mod log, or taken back.

advice-forward = **Signpost has earned more: “{ $then }” instead of “{ $now }”?**
advice-back = **Signpost is wrong too often here: “{ $then }” instead of “{ $now }”?**
advice-stepped-back = **Signpost went back from “{ $now }” to “{ $then }” by itself**, as it is set to do here.
advice-numbers = In this mode, moderators confirmed or released { $confirmed } of { $rulings } cases. So Signpost is right between { $low }% and { $high }% of the time (95% sure); the { settings-name-precision-goal } here is { $goal }%.
advice-does = In “{ $then }”, Signpost { $does }.
advice-own-modes = Channels with a mode of their own keep it.
advice-who = Members with Manage Server can switch. Until then, nothing changes.
advice-undo = Members with Manage Server can change it again with `/signpost { command-mode }`.

advice-switch = Switch to { $mode }
advice-later = Not now

advice-switched = **Switched to “{ $mode }”** by { $by }.
advice-declined = **Not now**, says { $by }. Signpost suggests nothing for a week.
advice-over = This suggestion is over: the mode here is “{ $mode }” now. Nothing was changed.

advice-not-here = This button was not made for this server, so it does nothing. Use `/signpost { command-mode }` instead.
