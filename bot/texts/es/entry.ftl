# La entrada en el registro de moderación.

entry-headline = **{ $state }** · { $topic }
entry-state-noted = Nota enviada
entry-state-observed = Observado, no se envió nada
entry-state-refused = No pude escribir aquí
entry-state-deleted-first = El mensaje ya no estaba
entry-state-sending = Nota en camino
entry-state-lapsed = Demasiado tarde para una nota
entry-state-silenced = Cubierto por una nota anterior
entry-state-withdrawn = Nota retirada
entry-state-recalled = Nota retirada
entry-state-cleaned = Cambió, ya no es promocional
entry-state-deleted = El mensaje se borró
entry-state-waiting = Espera al equipo de moderación
entry-state-unreleased = Nadie publicó la nota, no se envió nada

entry-post = [El mensaje]({ $address }) de { $writer } en { $channel }
entry-post-alone = [El mensaje]({ $address }) en { $channel }
entry-carried = , en { $places }
entry-pieces = , como { $number } mensajes leídos juntos
entry-cut = (solo se leyó el principio)
entry-carrier-content = mensaje
entry-carrier-title = título
entry-carrier-tags = etiquetas
entry-carrier-poll = encuesta
entry-carrier-embed = contenido incrustado
entry-carrier-preview = vista previa del enlace
entry-carrier-address = dirección del enlace
entry-carrier-file = archivo
entry-carrier-screenshot = captura de pantalla
entry-screenshot-named = captura de pantalla { $name }
entry-forwarded = { $place } (reenviado)
entry-and-more = y { $number } más

entry-score = Puntuación: { $likely } ({ $score })
entry-very-likely = muy probablemente promocional
entry-likely = probablemente promocional
entry-possibly = quizá promocional
entry-hardly = poco parecido a un texto promocional
entry-article = Artículo conocido más parecido: { $name } ({ $share } de uno está en el otro)
entry-case-name = caso { $number }

entry-claims = Afirmaciones:
entry-claim = - { $title }: “{ $quote }”
entry-claim-place = ({ $place })
entry-claims-more = - y { $number } más
entry-claims-named = Afirmaciones: { $titles }.
entry-in = en { $place }
entry-in-at-beginning = en { $place }, al principio
entry-in-from = en { $place }, a partir del carácter { $start }

entry-decision = Decisión: { $action } – { $reason }
entry-action-nothing = nada
entry-action-observe = observar
entry-action-queue = revisar
entry-action-note = nota
entry-action-note-not-sent = nota, no enviada

entry-unread = Sin leer: { $name }, porque { $why }.

## Líneas que cambian con el tiempo.

entry-count = +{ $number } { $number ->
    [one] mensaje
   *[other] mensajes
} desde entonces
entry-count-silenced = +{ $number } { $number ->
    [one] mensaje
   *[other] mensajes
} desde entonces, sin nota por la pausa entre notas
entry-count-waiting = +{ $number } { $number ->
    [one] mensaje
   *[other] mensajes
} desde entonces; la nota valdría también para { $number ->
    [one] él
   *[other] ellos
}
entry-count-elsewhere = +{ $number } { $number ->
    [one] mensaje
   *[other] mensajes
} en { $channels ->
    [one] { $channels } canal
   *[other] { $channels } canales
}
entry-count-links = { $count }: { $links }
entry-ruling-confirmed = **Confirmado** por { $moderator }: está en la lista de textos promocionales conocidos de este servidor.
entry-ruling-confirmed-over = **Confirmado** por { $moderator }: con el mensaje, salió de la lista de textos promocionales conocidos de este servidor.
entry-ruling-dismissed = **Descartado** por { $moderator }: los textos casi iguales no reciben nota aquí.
entry-ruling-dismissed-over = **Descartado** por { $moderator }: con el mensaje, los textos casi iguales vuelven a juzgarse como los demás.
entry-note-withdrawn = La nota se retiró.
entry-deed-release = Nota publicada por { $moderator }
entry-deed-withdrawal = Nota retirada por { $moderator }
entry-deed-withdrawal-due = Nota retirada por { $moderator }. Aún no se pudo borrar: lo intento otra vez.
entry-deed-deletion = Mensaje borrado por { $moderator }

## Lo que queda cuando el mensaje ya no dice lo mismo.

entry-quotes-gone = Sus citas y el nombre de quien lo escribió desaparecieron con él.
entry-note-too = Su nota, sus citas y el nombre de quien lo escribió desaparecen con él.
entry-part-gone = Una parte del mensaje se editó o se borró; por eso las citas y el nombre de quien lo escribió desaparecieron.
entry-changed = El mensaje se editó y ya no parece promocional; por eso las citas desaparecieron.
entry-changed-in-part = Uno de sus mensajes se editó o se borró, y lo que puedo leer del resto ya no parece promocional; por eso las citas desaparecieron.
entry-changed-note-due = El mensaje se editó y ya no parece promocional. Su nota aún no se pudo borrar: lo intento otra vez.
entry-changed-in-part-note-due = Uno de sus mensajes se editó o se borró, y lo que puedo leer del resto ya no parece promocional. Su nota aún no se pudo borrar: lo intento otra vez.
entry-expired = **Caducado**
    Este caso ya no se guarda; sus citas y el nombre de quien lo escribió desaparecieron con él.

## Se dice una vez en el registro de moderación.

mod-log-trouble = **No puedo escribir en { $channel }**, así que allí ningún texto promocional recibe nota. Falta: { $missing }.
    Para darlo: ajustes del canal → Permisos → añadir Signpost → permitir lo que falta. Lo digo una sola vez; `/signpost { command-status }` lo muestra hasta que se arregle.
