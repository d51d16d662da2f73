# Names and descriptions of the chat commands and their options, as Discord shows them.

command-signpost = signpost
command-signpost-about = Notes under pasted pitches: what Signpost does in this server

command-status = status
command-status-about = What Signpost watches here, what it lacks and how to grant it

command-exempt = exempt
command-exempt-about = Whom and what Signpost does not read; alone, it lists that (needs Manage Server)
command-exempt-role = role
command-exempt-role-about = Members with this role
command-exempt-channel = channel
command-exempt-channel-about = A channel, thread or forum with all that is in it, or a whole category
command-exempt-member = member
command-exempt-member-about = One member; only a scrambled mark is kept, never the name or the number
command-exempt-exempt = exempt
command-exempt-exempt-about = Yes exempts, no has it read again

command-webhooks = webhooks
command-webhooks-about = Which webhooks Signpost reads; alone, it lists them (needs Manage Server)
command-webhooks-source = source
command-webhooks-source-about = PluralKit, a webhook's ID, or the link of a message that the webhook posted
command-webhooks-read = read
command-webhooks-read-about = Yes has it read, no leaves it unread again
