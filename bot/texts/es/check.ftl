# Probar un texto o un mensaje, y lo que el equipo de moderación encarga a Signpost debajo de un mensaje.

command-check = probar
command-check-about = Prueba un texto: qué haría Signpost con él. No se publica ni se guarda nada
command-check-text = texto
command-check-text-about = El texto, tal como alguien podría publicarlo
command-check-channel = canal
command-check-channel-about = Dónde se publicaría; déjalo vacío para este canal
command-check-post = Comprobar este mensaje
command-send-help = Enviar recursos de ayuda
command-answer-pitch = Responder como texto promocional

## Qué pasaría con un mensaje.

check-not-read = **No se leería**: { $reason }.
check-would-silent = **No habría respuesta**: { $reason }.
check-cooling = **No habría respuesta**: pausa entre notas hasta las { $time } ({ $relative }). Parece un texto promocional y se contaría en la nota anterior.
check-would-observed = **Se observaría, sin nota**: { $reason }.
check-would-queued = **Quedaría con la nota por publicar**: { $reason }.
check-would-noted = **Recibiría una nota**, porque { $reason }.
check-cannot-write = **La nota no se podría publicar en { $place }.** Falta allí: { $missing }.
check-has-case = **Este mensaje ya tiene el caso { $number }**: { $state }. No recibiría otra respuesta. `/signpost { command-case }` muestra más.
check-has-note = **Ya hay una nota debajo de este mensaje.** Su caso ha caducado; no recibe una segunda nota.
check-its-note = **La nota sería:**
check-only-tried = -# Solo era una prueba: no se publicó ni se guardó nada, y no empezó ninguna pausa.

check-score = Puntuación: { $word } ({ $score }); el umbral aquí es { $threshold }
check-score-below = por debajo del umbral
check-pieces = { $number ->
    [one] Se leyó { $number } mensaje.
   *[other] Se leyeron { $number } mensajes juntos.
}
check-alone = No se pudieron leer los mensajes de alrededor, así que se juzgó por sí solo.
check-cut = De un archivo largo, solo se leyó el principio.
check-files-unread = Sin leer: { $names }.
check-measured-on = Con qué se midió el reconocimiento de { $topic }: { $said }
check-reasons = Qué movió la puntuación:

## Lo que el equipo de moderación encarga publicar a Signpost debajo de un mensaje.

hand-not-here = Este botón es de otro servidor o canal. No se publicó nada.
hand-post-gone = El mensaje ya no está. No se publicó nada.
hand-written-by-us = Ese mensaje es del propio Signpost. No se publicó nada.
hand-written-by-bot = Ese mensaje es de un bot o de una aplicación, así que no hay a quién responder. No se publicó nada.
hand-not-a-post = Ese es un mensaje del propio Discord, como una entrada o un mensaje fijado. No se publicó nada.
hand-missing = No puedo responder en { $place }. Falta allí: { $missing }. { status-how-to-grant }
hand-refused = Discord no me dejó responder a ese mensaje. No se publicó nada. `/signpost { command-status }` muestra lo que me falta aquí.

help-preview = **Esto es lo que publicaría Signpost** debajo del mensaje, a la vista de todo el mundo. No avisa a nadie, no abre ningún caso y no se cuenta.
help-send = Enviar
help-sent = Enviado: los recursos de ayuda ya están debajo del mensaje.
help-stands = Los recursos de ayuda ya estaban debajo de ese mensaje. No se publicó nada por segunda vez.

answer-preview = **Esta es la nota que publicaría Signpost** debajo del mensaje. El caso cuenta como confirmado por ti, así que desde entonces se reconocen las copias casi iguales.
answer-post = Publicar nota
answer-posted = La nota está debajo del mensaje. Es el caso { $number }, confirmado por ti.
answer-later = El caso { $number } está confirmado por ti. Discord tiene problemas ahora mismo, así que la nota llegará en cuanto se pueda enviar.
answer-refused = El caso { $number } está confirmado por ti, pero su nota no se pudo publicar aquí. `/signpost { command-status }` muestra lo que me falta.
answer-gone = El mensaje desapareció antes de la nota. No se publicó nada.
answer-has-case = Este mensaje ya tiene el caso { $number }: { $state }. No se publicó una segunda nota. Abajo está lo que se puede hacer.
answer-has-note = Ya hay una nota debajo de este mensaje; su caso ha caducado. No se publicó una segunda nota.
