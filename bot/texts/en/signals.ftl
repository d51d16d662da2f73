# What moved a score.

signal-sells = read as a whole, it sells the reader a remedy
signal-sells-not = read as a whole, it does not sell the reader a remedy
signal-worded-for = is worded as pitches are
signal-worded-against = is worded as talk, news or science is
signal-own = tells of the writer's own life
signal-asked = asks a question
signal-quoted = quotes somebody else's words
signal-objected = quotes somebody else's words, and objects to them
signal-praised = quotes somebody else's words, and praises them
signal-rebutted = rebuts or doubts such claims
signal-reported = reports what others do
signal-offer = offers it for sale or names a way to get it
signal-urge = urges the reader to take it
signal-byline = presents its author as an authority
signal-unit = gives amounts to take
signal-warn = warns of harm
signal-help = points to help
signal-news = reports on law or authorities
signal-leaving = tells of leaving it behind
signal-elsewhere = names the topic only beside a text that is about something else
signal-no-topic = names no topic
moved-says = says that it { $claim }
moved-insists = asserts { $number ->
    [one] { $number } claim
   *[other] { $number } different claims
}
moved-matches = matches a known article, { $name }: { $share } of one stands in the other
