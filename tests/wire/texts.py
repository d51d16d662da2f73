"""Texts of the process tests, written for them."""

PITCH = (
    "Tired of the pills? Kratom is a natural, plant-based way out of opioid withdrawal. It eases the shakes "
    "and the cravings without getting you hooked, and thousands of people have left their prescriptions "
    "behind with it. Unlike methadone or Suboxone it is completely safe and not addictive, so you can taper "
    "at home and take your life back today."
)
LONG_PITCH = "\n\n".join([PITCH] * 8)
CHAT = "morning everyone, day nine here. slept four hours, made coffee, going for a walk before work"
