# Who and what is not read: /signpost exempt.

exempt-nothing = Nothing is exempt: Signpost reads everyone, wherever it is not off.
exempt-needs-one = Choose a role, a channel or a member as well: whom or what should I no longer exempt?
exempt-everyone = @everyone cannot be exempt: then nothing would be read. That is what the mode **{ mode-off }** is for.
exempt-full = { $what } was not exempted: { $most } of a kind are exempt already. Take one off first.

exempt-set = Exempt: { $what }. Signpost does not read it from now on; notes already posted stay.
exempt-set-each = Exempt, each for itself and not only together: { $what }. Signpost does not read it from now on; notes already posted stay.
exempt-ended = No longer exempt: { $what }. Signpost reads it again, unless it is off or exempt otherwise.
exempt-never = Not exempt by itself, so nothing changed: { $what }.
exempt-still = **{ $what } is still not read**, because this is exempt as well: { $named }.
exempt-still-within = Still not read in { $what }: { $channels }.

exempt-list = Exempt, not read: { $kinds }.
exempt-list-roles = roles: { $names }
exempt-list-channels = channels: { $names }
exempt-list-categories = categories: { $names }
exempt-list-members = members: { $number } (kept as scrambled marks, so I cannot name them)

exempt-summary = Exempt, not read: { $kinds }. { $exempt } lists them.
exempt-roles = { $number ->
    [one] { $number } role
   *[other] { $number } roles
}
exempt-channels = { $number ->
    [one] { $number } channel
   *[other] { $number } channels
}
exempt-categories = { $number ->
    [one] { $number } category
   *[other] { $number } categories
}
exempt-members = { $number ->
    [one] { $number } member
   *[other] { $number } members
}
