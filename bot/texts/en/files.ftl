# Why a file of a post could not be read.

unread-gone = it is no longer there
unread-refused = Discord refused to hand it out
unread-slow = it took too long to arrive
unread-foreign = it does not lie with Discord
unread-broken = the download broke off
unread-too-many = the post carries more files than are read
unread-crowded = too many files came at once
unread-empty = it holds no text
unread-not-text = it is not the text that its name promises
unread-too-large = it is larger than what is read of its kind
unread-encrypted = it is locked with a password
unread-damaged = it is damaged, or not what its name says
unread-swollen = it unpacks to more than what is read
unread-laborious = reading it took too long
unread-stopped = its reading was broken off
unread-unable = reading pictures does not work in this installation
unread-used-up = the day's number of screenshots is used up
unread-kept = what is left of the day's number of screenshots is kept for new posts
