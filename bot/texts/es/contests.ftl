# Lo que lee el equipo de moderación cuando alguien dice que una nota es un error.

contest-told = **{ $member } dice que una nota es un error**: [la nota]({ $note }) debajo de [este mensaje]({ $post }) en { $channel }.
contest-line = Escribe: «{ $line }»
contest-entry = Decide en [la entrada del caso { $case }]({ $entry }).
contest-case = Decide con `/signpost { command-case } { command-case-number }:{ $case }`.
contest-expired = Su caso ha caducado. Borra la nota si está fuera de lugar.
