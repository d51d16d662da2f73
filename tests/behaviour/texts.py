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

QUESTION = "has anyone here talked to their doctor about kratom? mine just shrugged"

SMALL_TALK = "the soup kitchen on the corner has lentils tonight, come hungry"
