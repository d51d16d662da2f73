# What members read: /resources, and the form below a note.

command-resources = resources
command-resources-about = Help lines and evidence, in private
resources-topic-withdrawn = **About { $topic }**: nothing is shown for now. It is being checked.
command-resources-country = country
command-resources-country-about = Which country's lines; this server's unless you say otherwise
command-resources-topic = topic
command-resources-topic-about = What to read about, beside the help lines
command-resources-need = need
command-resources-need-about = Only the lines for this, with the emergency number
command-resources-public = public
command-resources-public-about = Post it here for everyone to see (for moderators)

topic-kratom = kratom
topic-7-oh = 7-OH (concentrated)
topic-tianeptine = tianeptine
topic-phenibut = phenibut
topic-ibogaine = ibogaine
topic-cannabis = CBD and cannabis for withdrawal
topic-kava = kava
topic-rapid-detox = rapid detox and detox kits

need-crisis = a crisis
need-treatment = treatment
need-poison = a bad reaction or a mix
need-alone = using alone
need-families = families and friends

resources-about = **About { $topic }: what is known**
resources-need-lacking = There is no checked line here for this yet: { $need }.
resources-public-refused = Only moderators can post this for everyone. Leave “{ command-resources-public }” out and it comes to you alone.

contest-title = This note is a mistake
contest-ask = What is wrong with it?
contest-hint = Goes to this server's moderators with your name. It is not stored.

contest-handed-on = Thank you. The moderators of this server have it now, with your name, and can remove the note.
contest-counted = Thank you, it is counted. This server has no log that I can write to, so please tell a moderator as well.
contest-failed = That could not be handed on just now: Discord did not take it. Please try again in a minute, or tell a moderator.
contest-note-gone = That note is no longer there.
contest-not-taken-here = The moderators of this server take this in person: please write to one of them.
contest-once = You have told the moderators about this note already. It is with them.
contest-today = You have told the moderators about { $most } notes today. For another one, please write to a moderator.
