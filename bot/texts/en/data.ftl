# /signpost data: all that is kept of a server.

command-data = data
command-data-about = What is kept of this server: a copy of it, and its end
command-data-export = export
command-data-export-about = Get all that is kept of this server as a file
command-data-delete = delete
command-data-delete-about = Delete all that is kept of this server, after asking once more

data-exported = All that is kept of this server: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, in JSON. It holds no text of a post and no writer. Of moderators it holds ids, in the audit and beside rulings; members who are exempt or opted out appear as scrambled marks. Only you see this message.
data-exported-packed = The file is packed, since Discord would not take it otherwise: open it with any program that knows gzip.
data-too-large = The file would have { $size } MB, even packed, and Discord takes { $most } MB here, so I could not send it. Nothing was changed. A shorter retention makes it smaller; whoever runs this bot can give it to you too.
data-discord-silent = Discord did not take the file. Nothing was changed. Please try again in a few minutes.

data-delete-title = **Delete all that is kept of this server?**
data-delete-copy = It goes at once and cannot be brought back. A copy of it: `/signpost { command-data } { command-data-export }`
data-delete-goes = **Goes**
data-delete-settings = - the settings of this server, { $channels ->
    [one] { $channels } channel's own mode
   *[other] { $channels } channels' own modes
}, { $exempt ->
    [one] { $exempt } exemption
   *[other] { $exempt } exemptions
}, { $webhooks ->
    [one] { $webhooks } webhook that is read
   *[other] { $webhooks } webhooks that are read
}
data-delete-cases = - { $cases ->
    [one] { $cases } case, with its fingerprints and ruling
   *[other] { $cases } cases, with their fingerprints and rulings
}
data-delete-records = - { $acts ->
    [one] { $acts } line of the audit
   *[other] { $acts } lines of the audit
}, { $scans ->
    [one] { $scans } scan
   *[other] { $scans } scans
}, and all numbers. A scan that runs ends.
data-delete-standing = - { $notes ->
    [one] { $notes } note, which I take back from its channel
   *[other] { $notes } notes, which I take back from their channels
}, and the contents of { $entries ->
    [one] { $entries } mod-log entry
   *[other] { $entries } mod-log entries
}. That takes a while. What Discord does not let me change stays as an ordinary message, for you to delete.
data-delete-stays = **Stays**
data-delete-opt-outs = - { $number ->
    [0] opt-outs, of which there are none now
    [one] { $number } opt-out
   *[other] { $number } opt-outs
}: they belong to the members who chose so
data-delete-messages = - what else Signpost wrote in your channels
data-delete-after = **After it** I go on as in a new server: no mod log, nothing exempt, mode { $mode } ({ $does }). If you want me to stop, remove Signpost from the server.
data-delete-button = Delete all data

data-form-title = Delete all data
data-form-label = The name of this server
data-form-about = Type it to delete all that is kept of it

data-wrong-name = That is not this server's name, so nothing was deleted. Its name is: { $name }
data-deleted = All that was kept of this server is deleted. I go on as in a new server: to choose a mod log and a mode, use `/signpost { command-setup }`.
data-deleted-taking-back = I am now taking back { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
} and clearing { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} in the mod log, as far as Discord lets me.
data-for-managers = Only members with Manage Server can delete this server's data. Nothing was deleted.
