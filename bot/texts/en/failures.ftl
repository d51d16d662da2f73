# What is said when something fails, or may not be done.

failure-moderators-only = This is for moderators: it needs the Manage Messages permission.
failure-managers-only = This is for the people who run the server: it needs the Manage Server permission.
failure-channel-unseen = I cannot see this channel. Give me View Channel here, then try again.
failure-option-unseen = I cannot see that channel or thread. If it is archived, open it first; otherwise give me View Channel.
failure-server-unknown = Discord does not show me this server just now: there is an outage, or I am not a member of it. Try again in a few minutes; if that does not help, invite Signpost again.
failure-command-changed = This command has changed since your Discord last loaded it. Restart Discord, then try again.

failure-slow = Discord is slow, so that may not have been done. Try again in a minute.
failure-store = I could not save or look that up, and it was not your doing. Try again in a minute; doing it twice is harmless.
failure-unforeseen = That did not work, and it was not your doing. Try again; if it fails again, pass this code on.
failure-code = Code for whoever runs this bot: `{ $code }`

failure-forbidden = Discord does not let me do that here. Check under channel settings → Permissions what Signpost may do, then try again.
failure-lacking = I may not do that in { $channel }. Missing there: { $missing }. { status-how-to-grant } Then try again.
failure-lacking-in-server = I may not do that in this server. Missing: { $missing }. To grant it: server settings → Roles → Signpost → Permissions. Then try again.
failure-role-above = That role, or that member's highest role, stands above Signpost's. Move Signpost's role up: server settings → Roles. Then try again.
failure-two-factors = This server asks for two-factor authentication before anyone moderates. Whoever runs this bot has to turn it on in their own Discord account.
failure-thread-closed = That thread is closed. Open it first, then try again.

failure-gone-channel = That channel is gone. Choose another one.
failure-gone-message = That message is gone: it was deleted meanwhile.
failure-gone-member = That member is not in this server any more.
failure-gone-role = That role is gone. Choose another one.
failure-gone-something = What this was about is gone: it was deleted meanwhile.
