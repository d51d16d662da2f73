# What is said to moderators when something fails, or may not be done.

failure-moderators-only = This is for moderators: it needs the Manage Messages permission.
failure-managers-only = This is for the people who run the server: it needs the Manage Server permission.
failure-channel-unseen = I cannot see this channel. Give me View Channel here, then try again.
failure-option-unseen = I cannot see that channel or thread. If it is archived, open it first; otherwise give me View Channel.
failure-lacking = I may not do that in { $channel }. Missing there: { $missing }. { status-how-to-grant } Then try again.
failure-lacking-in-server = I may not do that in this server. Missing: { $missing }. To grant it: server settings → Roles → Signpost → Permissions. Then try again.
failure-role-above = That role, or that member's highest role, stands above Signpost's. Move Signpost's role up: server settings → Roles. Then try again.
failure-two-factors = This server asks for two-factor authentication before anyone moderates. Whoever runs this bot has to turn it on in their own Discord account.
failure-thread-closed = That thread is closed. Open it first, then try again.
failure-gone-channel = That channel is gone. Choose another one.
failure-gone-member = That member is not in this server any more.
failure-gone-role = That role is gone. Choose another one.
