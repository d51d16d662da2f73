"""What members of the test community write: pitches, and talk that must get silence."""

PITCH = (
    "If withdrawal has you on the floor, try kratom. Kratom eases opioid withdrawal and takes the cravings "
    "away. It is natural and safe, it is not addictive like the pills your doctor hands out, and it has no "
    "side effects. Thousands have quit opioids with it. Order from my shop today!"
)

TITLE = "Kratom and the long way home"
"""A forum title that names the topic and claims nothing."""

CLAIMS_WITHOUT_A_NAME = (
    "It eases opioid withdrawal within the hour and takes the cravings away. It is natural and safe, it is "
    "not addictive, and it has no side effects. People quit their pain pills with it and never look back. "
    "Order today."
)
"""The body of a post whose title names the topic."""

_PARAGRAPHS = (
    "Opioid withdrawal keeps good people in chains, and a leaf from Southeast Asia is setting them free.",
    "Kratom eases withdrawal naturally: the shaking stops, the cravings fade, sleep comes back on night one.",
    "Unlike prescription opioids it is not addictive, because it is a plant your body knows what to do with.",
    "Doctor Alvena Krustrop followed her patients for a year and saw no side effects worth writing down.",
    "Methadone only trades one chain for another; kratom relieves pain and lifts your mood without a clinic.",
    "You can stop any time, it is safer than any medication, and farmers have trusted it for centuries.",
)

LONG_PITCH = "\n\n".join(("The Leaf That Ends the Struggle", *_PARAGRAPHS * 4))
"""Above 2 000 characters: Discord's client turns it into message.txt."""

OWN_STORY = (
    "day 12 without it. kratom got me through the worst of last winter and then it got me. "
    "two bags a week by the end, shaking by noon. i see a doctor on monday and i'm scared but i'm going"
)

ONE_YEAR_OFF = (
    "One year off kratom today! Thank you to everyone who talked me through the nights. It gets easier, I "
    "promise. Sleep comes back, cravings fade, and you feel like yourself again."
)
"""Thanks for what was left behind, in the words that pitches use."""

QUESTION = "has anyone here talked to their doctor about kratom? mine just shrugged"

SMALL_TALK = "the soup kitchen on the corner has lentils tonight, come hungry"

LINK = "https://leafnews.example/2026/kratom-for-opioid-withdrawal/"
"""An address that names the topic and what it is sold for; it claims nothing."""

PIECES = (
    "Kratom is a tree of the coffee family. It grows along the rivers of Thailand, Malaysia and Borneo and "
    "stands up to twenty-five metres high. Its leaves were first described for European readers in 1839 by "
    "Pieter Korthals, a Dutch botanist. They are picked by hand, dried on mats and ground, and in the "
    "villages they are chewed or brewed. Several countries have restricted the trade and some have lifted "
    "the ban again. I was asked to write down what I found and it does not fit into one message, so this is "
    "the first of several parts.",
    "Second part. It eases withdrawal within the hour: the legs stop kicking, the sweat dries, sleep comes "
    "back on the second night. It takes the cravings away, quietly, without the fog that the pills left "
    "behind. People who had tried everything else have quit their pain pills with it and never looked back, "
    "in their own kitchen, without a waiting list and without anyone's permission.",
    "Third part. The mornings come first. Then the appetite. Then, after a week or so, what they all "
    "describe in the same words, that they feel like themselves again. It relieves pain better than the "
    "prescription did, and it lifts the mood on the same day.",
    "Fourth part, is it safe? It is natural and not addictive the way your pills are, and it has no side "
    "effects worth the name. It is far gentler than anything you will be handed in a clinic, which only "
    "trades one chain for another. You can stop any day you like.",
    "Last part. Do not wait for a place in a programme. Order it tonight, start tomorrow, throw the pills "
    "out at the end of the week, and send this to everyone you know who is still counting tiles.",
)
"""An article as it is pasted where a message holds no more: none of them is a pitch, together they are."""

STORY_IN_PIECES = (
    "long one, sorry, in pieces. i took kratom for three years after the pills",
    "it started with one spoon in the evening and it did help with the legs, i won't lie",
    "then it was every four hours and i woke up at night for it",
    "day 12 without it now. the cravings come in the evening, i sit in the kitchen and wait",
    "i see a doctor on monday and i'm scared but i'm going",
)
"""One's own story, told as people tell it: line by line."""
