# What Discord's client calls the permissions that Signpost may need.

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-read-message-history = Read Message History
permission-manage-messages = Manage Messages
permission-manage-threads = Manage Threads
permission-manage-webhooks = Manage Webhooks
permission-manage-roles = Manage Roles
permission-locked-thread = Manage Threads (this thread is locked)
