# What the person who runs Signpost has withdrawn from notes and answers, in all servers.

answer-withdrawn = Nothing was posted: whoever runs Signpost has withdrawn the notes on { $topic } for now, in all servers. *{ command-send-help }* works.
answer-withdrawn-all = Nothing was posted: whoever runs Signpost has withdrawn all notes for now, in all servers. `/{ command-resources }` works.
