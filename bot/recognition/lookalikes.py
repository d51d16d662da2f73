"""Characters that look like Latin letters, and characters that show nothing.

Chosen from Unicode's confusables (https://www.unicode.org/Public/security/latest/confusables.txt): the
letters of scripts a keyboard or a text generator offers. What Unicode itself decomposes (full width,
mathematical, circled, accented) is left to normalisation and is not listed.
"""

# One run of look-alikes for each Latin letter, as they stand after NFKD and lower().
_BY_LETTER = {
    "a": "аαɑᴀ⍺ꭺаꓮɐᎪ",
    "b": "ьʙвßƅᏏꓐ",
    "c": "сϲᴄⅽꮯꓚᏟ",
    "d": "ԁɗᴅđꓒᎠ",
    "e": "еєεᴇɛҽәǝɘꓰᎬ",
    "f": "ꜰƒғſꓝ",
    "g": "ɡɢցԍꓖᏀ",
    "h": "һнհʜħꓧᎻ",
    "i": "іιıɩɪᎥӏꓲ",
    "j": "јʝᴊϳꓙᎫ",
    "k": "κкᴋĸқƙꓗᏦ",
    "l": "ⅼʟłꓡᏞ",
    "m": "мᴍʍꓟᎷ",
    "n": "ոпηɴŋꓠ",
    "o": "оοσօøᴏѳ೦൦๐ꓳ",
    "p": "рρᴘþꓑᏢ",
    "q": "ԛզ",
    "r": "гʀᴦꮁɾꓣᏒ",
    "s": "ѕꜱʂꓢᏚ",
    "t": "тτᴛŧꓔᎢ",
    "u": "υսᴜʋцꓴ",
    "v": "ѵνᴠꓦᏙ",
    "w": "ԝωᴡшɯꓪᎳ",
    "x": "хχⅹꓫ",
    "y": "уүγʏყꓬ",
    "z": "ᴢʐꓜᏃ",
    "'": "’‘ʼ′`´ʹʻ",
    '"': "“”„«»″",
    "-": "‐‑‒–—―−",
    ".": "․。",
    "/": "⁄∕",
}

# Letters in squares, circles and flags that Unicode does not decompose: first code point, count.
_ALPHABETS = ((0x1F150, 26), (0x1F170, 26), (0x1F1E6, 26))

LOOKALIKES = {
    character: letter
    for letter, characters in _BY_LETTER.items()
    for character in (*characters, *characters.lower())
} | {chr(first + index): chr(ord("a") + index) for first, count in _ALPHABETS for index in range(count)}

# Shown as nothing, yet letters or symbols by category: Hangul and Khmer fillers, the blank braille pattern.
INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\U0001d159")
