# /signpost wording: a server's own line in its notes, and what they point to.

command-wording = wording
command-wording-about = See your note, add a line to it, choose what it points to

wording-now = **The note in this server**
    Only you see this preview. Here a note can carry one line of your own and point to up to { $most } resources.
wording-unsaved = **Not saved yet**
    New notes would read like this. Save it, or go back to what holds now.
wording-faulty = **This cannot be saved**
    Nothing is lost: change it below, or go back to what holds now.
wording-saved = **Saved**
    New notes read like this from now on. Notes already posted stay as they are.
wording-not-your-choice = Something this server chose no longer fits its country or the directory. The note shows what is left of it, or the standard.
wording-no-room = There is no room for your line in this note, so it is left out. Shorten it, or choose fewer resources.
wording-short = Notes in this server are one line: they leave this line out, and point to one place. In a crisis a note is full.

wording-button-change = Change the line
wording-button-standard = Use the standard
wording-button-save = Save
wording-button-back = Back
wording-choose = Choose resources
wording-form = A line of your own
wording-form-line = One line, or empty for none
wording-form-about = Plain words about help here. At most { $most } characters.

wording-misfit = **Your own wording of the note no longer fits.** Change it with `/signpost { command-wording }`:
wording-misfit-line = Until then, notes carry it where there is room for it.
wording-misfit-resources = Until then, notes show what is left of your resources, or the country’s standard.

## What is wrong, and what to write instead.

wording-wrong-stigma = “{ $found }” puts a label on a person. Better: “{ $better }”.
wording-wrong-accusation = “{ $found }” speaks to a person or accuses one. The note is about the text. Better: “{ $better }”.
wording-wrong-alarm = “{ $found }” says more than is known. Better: “{ $better }”.
wording-wrong-advice = “{ $found }” tells people what to do with what they take. The note gives facts and places. Better: “{ $better }”.
wording-wrong-brand = “{ $found }” is the name of a product. A note names none.
wording-wrong-denied = “{ $found }” leads to a service that is closed, replaced or not a health line. Please take one from the directory.
wording-wrong-amount = “{ $found }” names a dose, an amount or a price. Please leave it out.
wording-wrong-link = “{ $found }” looks like a link. Only https links to services in the directory, or to US government sites (.gov), can stand in a note.
wording-wrong-mention = “{ $found }” mentions someone or something. A note pings nobody. Please write the name without the sign.
wording-wrong-formatting = “{ $found }” would change how the note looks. Please use plain words.
wording-wrong-hard = The line is hard to read. Use shorter sentences, and shorter words for: { $found }.
wording-wrong-long-line = { $over ->
    [one] The line is one character too long. The most is { $most }.
   *[other] The line is { $over } characters too long. The most is { $most }.
}
wording-wrong-long-note = { $over ->
    [one] The note would be one character too long. Shorten the line, or choose fewer resources.
   *[other] The note would be { $over } characters too long. Shorten the line, or choose fewer resources.
}
wording-wrong-lacking = { $better } is missing. Every note in this country must point to it.
wording-wrong-no-help = The note would point to no place that helps. Please add one, such as { $better }.
wording-wrong-not-offered = Not in the directory for this country: { $found }.
wording-wrong-many = { $over ->
    [one] One resource too many. A note shows at most { $most }.
   *[other] { $over } resources too many. A note shows at most { $most }.
}
