# The audit: /signpost audit.

command-audit = audit
command-audit-about = Who changed which setting, ruled what, and when (needs Manage Server)
command-audit-by = by
command-audit-by-about = Only what this person did
command-audit-deed = deed
command-audit-deed-about = Only this kind of act

audit-page = Audit, page { $page } of { $pages }, newest first
audit-filter = Only: { $shown }
audit-nothing = Nothing here. Anything older than the retention setting is gone.
audit-newer = Newer
audit-older = Older
audit-line = { $who } { $what }, { $when }

audit-deed-setup = set-up
audit-deed-setting = settings
audit-deed-channel-mode = modes of channels
audit-deed-exemption = exemptions
audit-deed-webhook = webhooks
audit-deed-ruling = rulings
audit-deed-release = released notes
audit-deed-withdrawal = withdrawn notes
audit-deed-deletion = deleted posts
audit-deed-note = notes a moderator asked for
audit-deed-scan = scans
audit-deed-export = exports
audit-deed-import = imports

audit-set-up = confirmed the set-up
audit-setting = set { $setting }: { $before } → { $after }
audit-mode = set the mode of { $channel }: { $before } → { $after }
audit-follows = as the server
audit-exempted = exempted { $what }
audit-no-longer-exempt = ended the exemption of { $what }
audit-a-member = a member
audit-webhook = switched on reading of webhook { $webhook }
audit-webhook-unread = switched off reading of webhook { $webhook }
audit-confirmed = confirmed case { $case }
audit-dismissed = dismissed case { $case }
audit-case-release = released the note of case { $case }
audit-case-withdrawal = withdrew the note of case { $case }
audit-case-deletion = deleted the post of case { $case }
audit-case-note = answered a post as a pitch: case { $case }
audit-scan = started a scan of old posts
audit-scan-cancelled = cancelled a scan of old posts
audit-exported = exported data of this server
audit-imported = imported settings from a file
