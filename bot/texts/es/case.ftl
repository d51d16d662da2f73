# Lo que el equipo de moderación pulsa en un caso, y lo que se le dice.

case-button-confirm = Confirmar
case-button-dismiss = Descartar
case-button-why = ¿Por qué?
case-button-withdraw = Retirar nota
case-button-release = Publicar nota
case-button-delete = Borrar mensaje
case-button-erase = Borrar mensaje

case-for-moderators = Esto es para el equipo de moderación: hace falta el permiso Gestionar mensajes.
case-unknown-button = Este botón no es de un caso de este servidor. No cambió nada.
case-none = Ese caso ya no existe en este servidor: caducó o su mensaje se borró. No cambió nada.
case-press-failed = No funcionó, y no fue por ti. Pulsa otra vez en un minuto: pulsar dos veces no hace daño. Código para quien administra el bot: `{ $code }`
case-discord-trouble = Discord no respondió ahora. Pulsa otra vez en un minuto: pulsar dos veces no hace daño.

## Confirmar y descartar.

case-confirmed = Confirmado: el caso { $number } está en la lista de textos promocionales conocidos de este servidor hasta que caduque o se borre su mensaje. Los mensajes que lo repitan, entero o en parte, se reconocen por eso.
case-confirmed-withdrawn = Su nota sigue retirada.
case-confirmed-waiting = Su nota sigue esperando: pulsa Publicar nota para enviarla.
case-confirmed-before = El caso { $number } ya estaba confirmado por { $moderator }. No cambió nada.
case-dismissed = Descartado: hasta que el caso { $number } caduque o se borre su mensaje, los textos casi iguales no reciben nota en este servidor.
case-dismissed-withdrawn = Su nota se retiró.
case-dismissed-stands = Su nota no se pudo borrar ahora; lo intento otra vez. También puedes borrarla tú.
case-dismissed-unreleased = Ya no espera, y no se envía nada.
case-dismissed-before = El caso { $number } ya estaba descartado por { $moderator }. No cambió nada.
case-copies-withdrawn = { $number ->
    [one] Una copia casi igual en otro canal también perdió su nota.
   *[other] { $number } copias casi iguales en otros canales también perdieron su nota.
}

## Retirar nota.

case-withdrawn = La nota del caso { $number } se retiró y no se vuelve a enviar para este mensaje. No se decidió nada: con Confirmar o Descartar dices qué es el mensaje.
case-withdrawn-stands = La nota del caso { $number } no se pudo borrar ahora; lo intento otra vez. También puedes borrarla tú. No se vuelve a enviar para este mensaje.
case-withdrawn-before = La nota del caso { $number } ya estaba retirada por { $moderator }. No cambió nada.
case-withdrawn-nothing = No hay ninguna nota del caso { $number }. No cambió nada.
case-withdrawn-copies = { $number ->
    [one] Una copia casi igual en otro canal conserva su nota; Descartar retira las dos.
   *[other] { $number } copias casi iguales en otros canales conservan su nota; Descartar las retira todas.
}

## Publicar nota.

case-released = Publicada: la nota del caso { $number } está debajo del mensaje.
case-released-before = La nota del caso { $number } ya estaba publicada por { $moderator }. No cambió nada.
case-released-later = La nota del caso { $number } está aprobada. Discord no la aceptó ahora; lo intento otra vez.
case-released-refused = La nota del caso { $number } no se pudo enviar: no puedo escribir en { $channel }. Dame allí lo que falta; `/signpost { command-status }` lo nombra.
case-not-waiting = El caso { $number } ya no espera: { $state }. No se envió nada.

## Lo que dice el mensaje ahora.

case-post-gone = El mensaje ya no está, así que el caso { $number } queda cerrado.
case-post-unreachable = No puedo ver el mensaje del caso { $number }: en { $channel } necesito Ver canal y Leer el historial de mensajes. Dámelos y pulsa otra vez.
case-post-kept-out = Ya no puedo leer este mensaje: { $reason }. Así que no puedo juzgarlo, y no cambió nada.
case-post-unread = Un archivo del mensaje no se pudo leer ahora, y quizá esté ahí lo promocional. Pulsa otra vez en un minuto.
case-edited-clean = Se editó después y ya no parece promocional ({ $score }). El caso { $number } queda cerrado y no se envía nada.
case-clean-now = Con los ajustes de ahora no parece promocional: { $reason } ({ $score }, el umbral es { $threshold }). No se envió nada; descarta el caso o responde tú al mensaje.
case-off-now = No se envió nada: { $reason }.

## ¿Por qué?

case-why = **Caso { $number }** · { $topic } · [el mensaje]({ $address })
case-why-score = { $score }; este servidor actúa a partir de { $threshold }.
case-why-stands = Cómo está el caso: { $state } – { $reason }.
case-why-now = Decisión en este momento: { $action } – { $reason }.
case-why-edited = Se editó después de juzgarlo; esto es lo que dice ahora.
case-why-edited-clean = Se editó después y ya no parece promocional.
case-why-moved = Lo que movió la puntuación:
case-moved-up = - a favor: { $words }
case-quoting-up = - a favor: { $words }: “{ $quote }”
case-moved-down = - en contra: { $words }
case-quoting-down = - en contra: { $words }: “{ $quote }”
case-why-dismissed = Caso descartado más parecido: { $name } ({ $share } del mensaje)

## Borrar mensaje.

case-delete-question = **¿Borrar este mensaje?** { $post } en { $channel }, { $number ->
    [one] un mensaje
   *[other] { $number } mensajes
}. Su nota se va con él; las afirmaciones quedan en la entrada. No se puede deshacer.
case-delete-post = [El mensaje]({ $address })
case-deleted = Borrado. Las afirmaciones quedan en la entrada del caso { $number }; las citas y el nombre de quien lo escribió ya no están.
case-deleted-before = El mensaje del caso { $number } ya está borrado.
case-delete-not-yours = Para borrar hace falta el permiso Gestionar mensajes en { $channel }, y ahí no lo tienes. El rol de moderación por sí solo no basta.
case-delete-not-mine = No puedo borrar ahí: en { $channel } me falta { $missing }. Dámelo, o borra tú el mensaje.
case-permission-manage-messages = Gestionar mensajes
case-permission-view-channel = Ver canal
