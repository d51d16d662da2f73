# /signpost-privacy: for every member.

command-signpost-privacy = signpost-privacy
command-signpost-privacy-about = What Signpost keeps of you, and how to have it not read your posts
command-privacy-show = show
command-privacy-show-about = What Signpost keeps of your posts, who sees it and for how long
command-privacy-opt-out = opt-out
command-privacy-opt-out-about = Signpost no longer reads your posts in this server
command-privacy-opt-in = opt-in
command-privacy-opt-in-about = Signpost reads your posts in this server again
command-privacy-delete = delete
command-privacy-delete-about = Remove what Signpost keeps of one of your posts
command-privacy-delete-link = link
command-privacy-delete-link-about = Hold the post or right-click it, then Copy Message Link

privacy-kept = **What Signpost keeps: no text and no name.**
    - A post that it does not flag leaves nothing but a count of posts read in a week.
    - Of a flagged post it keeps the message's number and place, the topic, a score, which kinds of claims it makes, what moderators decided, and a scrambled fingerprint that cannot be turned back into text. { $days ->
        [one] After { $days } day at most
       *[other] After { $days } days at most
    } all of it is deleted. When the post is deleted, score and fingerprint go at once, and the claims too unless a moderator deleted it; its number, its place and what was decided stay for the rest of that time.
    - Of a note it keeps the number, and that of the post above it, until the note is gone.
    - The moderators' log may show the writer's name and short quotes of a flagged post, until the post is deleted or that time is over. If you call a note a mistake, your name and words stand there; beside that, it is only counted.
    - Of moderators it keeps the account's number beside what they decide or change, for the same time.
privacy-can-do = **What you can do**
    - `/{ command-signpost-privacy } { command-privacy-opt-out }`: your posts in this server are not read at all. That is kept as a scrambled mark, never as your name. Moderators are told how many have opted out, not who, and nobody but you can undo it. It stays if this server deletes its data or removes Signpost.
    - `/{ command-signpost-privacy } { command-privacy-delete }`: what is kept of one post is deleted, its note is taken back, and name and quotes go from the moderators' log.
privacy-limits = **What opting out cannot do**
    - A copy that a proxy such as PluralKit posts for you does not say whose it is. Where moderators have such copies read, they are read.
    - Moderators can still have Signpost answer a single post by hand. It is not read for that, but its number is kept as that of a flagged post, and the log may name you. And who checks a post of yours sees that it is not read, but not whether you or the moderators chose so.
    - Moderators can exempt members. That too is kept as a scrambled mark.
privacy-is-read = **Now:** your posts in this server may be read.
privacy-is-out = **Now:** you have opted out. Your posts in this server are not read.

privacy-opted-out =
    You have opted out. From now on, Signpost does not read your posts in this server.
    Of earlier posts, what is kept goes by itself { $days ->
        [one] after { $days } day at most
       *[other] after { $days } days at most
    }. To have it deleted now, post by post: `/{ command-signpost-privacy } { command-privacy-delete }`
    To take it back: `/{ command-signpost-privacy } { command-privacy-opt-in }`
privacy-opted-in = You are opted in. Signpost reads your posts in this server, wherever the moderators let it read. To opt out: `/{ command-signpost-privacy } { command-privacy-opt-out }`

privacy-no-link = That is not a link to a message, so nothing was done. Hold your post or right-click it, choose Copy Message Link, and give me that.
privacy-other-server = That link leads to another server, so nothing was done. Please use the command there.
privacy-no-post = I find no post of yours under that link. It may be deleted, or stand where I cannot look. Once I see that a post is deleted, its score, fingerprint and quotes go by themselves.
privacy-not-yours = That post is not yours, so nothing was done. Only its writer can have it removed.
privacy-by-webhook = That post came through a webhook or a proxy such as PluralKit. It does not say whose it is, so I cannot tell that it is yours, and nothing was done. If you delete it through the proxy, its score, fingerprint and quotes go with it.
privacy-nothing-kept = Nothing is kept of that post, and no note stands below it. There was nothing to do.
privacy-erased = Done. Nothing is kept of that post any more. Its note, if it had one, is gone, and the moderators' log shows neither your name nor your words from it.
privacy-erased-in-part = Nothing is kept of that post any more. Discord has not let me take back the note or the moderators' entry yet: I try again in a few minutes. If they still stand tomorrow, please tell a moderator.
privacy-read-again = The post itself still stands. If it is edited, or if the moderators have old posts read, it is read again. To prevent that, delete it or opt out.
privacy-discord-silent = Discord does not answer me now. Please try again in a few minutes.
