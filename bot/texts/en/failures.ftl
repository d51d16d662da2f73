# What is said to anyone when something fails; in every language that notes speak.

failure-server-unknown = Discord does not show me this server just now: there is an outage, or I am not a member of it. Try again in a few minutes; if that does not help, invite Signpost again.
failure-command-changed = This command has changed since your Discord last loaded it. Restart Discord, then try again.
failure-slow = Discord is slow, so that may not have been done. Try again in a minute.
failure-store = I could not save or look that up, and it was not your doing. Try again in a minute; doing it twice is harmless.
failure-unforeseen = That did not work, and it was not your doing. Try again; if it fails again, pass this code on.
failure-code = Code for whoever runs this bot: `{ $code }`
failure-forbidden = Discord does not let me do that here. Check under channel settings → Permissions what Signpost may do, then try again.
failure-gone-message = That message is gone: it was deleted meanwhile.
failure-gone-something = What this was about is gone: it was deleted meanwhile.
