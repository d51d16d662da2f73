# Los casos abiertos de un servidor, página a página, y un caso con todo lo que se guarda de él.

command-cases = casos
command-cases-about = Casos abiertos: primero los que esperan la nota, luego los que no tienen decisión
command-cases-channel = canal
command-cases-channel-about = Solo de este canal, con sus hilos
command-cases-claim = afirmación
command-cases-claim-about = Solo con esta afirmación
command-cases-since = desde
command-cases-since-about = Solo desde esta fecha, como 2026-01-31 (UTC)
command-case = caso
command-case-about = Un caso: todo lo que se guarda de él y lo que se puede hacer
command-case-number = número
command-case-number-about = El número del caso, como en su entrada del registro y en la lista de casos

cases-none = No hay casos abiertos: nada espera su nota y cada caso tiene su decisión.
cases-none-so = Ningún caso abierto encaja con eso. `/signpost casos` sin más muestra todos los abiertos.
cases-heading = { $count ->
    [one] **{ $count } caso abierto**
   *[other] **{ $count } casos abiertos**
}
cases-page = Página { $page } de { $pages }
cases-line = **{ $number }** · { $state } · [mensaje]({ $link }) en { $place }, { $time }
cases-about = { $score } · { $claims }
cases-no-claims = sin afirmaciones
cases-next-step = -# `/signpost caso` con un número muestra un caso y sus botones.
cases-previous = Anterior
cases-next = Siguiente
cases-no-date = No entiendo esa fecha. Escríbela como 2026-01-31: año, mes, día.
cases-future = Esa fecha está en el futuro. Dame una que ya haya empezado.
cases-not-here = Esa lista es de otro servidor o sus botones se cambiaron. Pídela otra vez con `/signpost casos`.
cases-choice = { $number } · { $state } · { $score }

record-none = No hay ningún caso así en este servidor. Quizá haya caducado: `/signpost casos` muestra los abiertos.
record-heading = **Caso { $number }** · { $topic }
record-state = Estado: { $state }
record-post = [El mensaje]({ $link }) en { $place }
record-post-gone = En { $place }; el mensaje ya no está, y con él se fueron su puntuación y sus afirmaciones
record-reason = Motivo: { $reason }
record-score = Puntuación: { $word } ({ $score })
record-claims = Afirmaciones: { $claims }
record-opened = Abierto: { $time }
record-edited = Última edición del mensaje: { $time }
record-waits-until = Espera la nota hasta { $time }
record-pieces = { $number ->
    [one] De { $number } mensaje
   *[other] De { $number } mensajes, leídos juntos
}
record-notes-sent = { $number ->
    [one] Se envió { $number } nota
   *[other] Se enviaron { $number } notas
}
record-covered-by = El caso { $number } responde por él
record-counted-on = Contado en la entrada del caso { $number }
record-stands-for = { $number ->
    [one] Responde por { $number } mensaje más
   *[other] Responde por { $number } mensajes más
}
record-entry = [Su entrada en el registro]({ $link })
record-confirmed = Confirmado por <@{ $by }>, { $time }
record-dismissed = Descartado por <@{ $by }>, { $time }
record-unruled = Aún sin decisión
record-acts = Qué se hizo:
record-act = - { $deed }, por { $who }, { $time }
record-by-signpost = Signpost
record-deed-ruling = decisión
record-deed-release = nota publicada
record-deed-withdrawal = nota retirada
record-deed-deletion = mensaje borrado
record-deed-note = respuesta como texto promocional
record-nothing-else = -# Aparte de esto solo se guardan huellas cifradas. Ni el texto ni quién lo escribió.

## Dónde está un caso.

cases-state-observed = observado, sin nota
cases-state-sending = nota en camino
cases-state-noted = nota enviada
cases-state-silenced = cubierto por una nota anterior
cases-state-deleted-first = el mensaje ya no estaba
cases-state-refused = no se pudo escribir la nota
cases-state-lapsed = demasiado tarde para una nota
cases-state-withdrawn = nota retirada
cases-state-recalled = nota retirada por el equipo de moderación
cases-state-cleaned = editado, ya no es promocional
cases-state-deleted = el mensaje se borró
cases-state-waiting = espera la nota
cases-state-unreleased = nota nunca publicada
