# Which webhooks are read: /signpost webhooks.

webhooks-name = webhook `{ $id }`
webhooks-list = Webhooks read: { $names }.
webhooks-followed-are-read = Followed announcements are always read; other webhooks and bots are not.
webhooks-notes-wait = Notes wait 3 seconds, so that they go under PluralKit's copy.
webhooks-copies-are-read = **PluralKit's copies are read, also those of exempt members**: a copy does not say whose it is. Exempt the channel instead.
webhooks-summary = Read as well: { $names }.
webhooks-counted = { $number ->
    [one] { $number } webhook
   *[other] { $number } webhooks
}

webhooks-set = Signpost reads { $name } from now on.
webhooks-ended = Signpost no longer reads { $name }.
webhooks-never = Signpost did not read { $name }. Nothing changed.
webhooks-full = Not added: { $most } webhooks are read already. Take one off first.
webhooks-unchecked = **I could not check that ID**: without Manage Webhooks I cannot see this server's webhooks. If it is not a webhook's, nothing comes of it; the link of a message that it posted is surer.
webhooks-needs-source = Choose the webhook as well: which one should I no longer read?

webhooks-how-to-name = Choose PluralKit from the list, or give me a webhook's ID (17 to 20 digits) or a link: hold or right-click a message that the webhook posted, then Copy Message Link.
webhooks-unknown = I do not know that webhook.
webhooks-not-the-servers = That is this server's ID, not a webhook's.
webhooks-not-a-channels = That is a channel's ID, not a webhook's.
webhooks-not-a-roles = That is a role's ID, not a webhook's.
webhooks-not-a-members = That is a member's ID, not a webhook's.
webhooks-not-a-bots = That is a bot's ID, not a webhook's.
webhooks-none-has-that-id = No webhook of this server has that ID. A link is surer: hold or right-click a message that the webhook posted, then Copy Message Link.
webhooks-is-followed = That webhook brings followed announcements. Signpost reads those without being asked.

webhooks-link-elsewhere = That message is in another server. Give me one that the webhook posted here.
webhooks-link-gone = That message is gone, or its channel is. Give me a newer one that the webhook posted.
webhooks-link-hidden = I cannot see that message. Give me View Channel and Read Message History there, or the webhook's ID.
webhooks-link-by-member = No webhook posted that message: it is read like any other.
webhooks-link-by-bot = No webhook posted that message, but a bot. Bots are not read.
webhooks-link-followed = That is a followed announcement. Signpost reads those without being asked.
