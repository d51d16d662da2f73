"""Posts: everything one Discord message carries that can be read, as passages of text."""

from bot.posts.post import Carrier, Passage, Post, Unread, WhyUnread

__all__ = ["Carrier", "Passage", "Post", "Unread", "WhyUnread"]
