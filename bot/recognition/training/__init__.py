"""Training: from the corpus to the shipped models. Needs the extra `train`; the bot never imports it."""
