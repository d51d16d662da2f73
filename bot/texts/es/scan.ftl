# /signpost repasar: la propuesta, el informe en el registro de moderación y por qué algo no se puede hacer.

command-scan = repasar
command-scan-about = Juzgar mensajes antiguos: casos por revisar en el registro (requiere Gestionar servidor)
command-scan-channel = canal
command-scan-channel-about = El canal, hilo o foro que leer; déjalo vacío para todo el servidor
command-scan-since = desde
command-scan-since-about = Leer desde este día, escrito como 2026-01-31 (UTC); o usa { command-scan-last }
command-scan-last = últimos
command-scan-last-about = Leer tantos de los últimos mensajes de cada canal e hilo; o usa { command-scan-since }
command-scan-notes = notas
command-scan-notes-about = Responder también en público a lo encontrado, donde el modo lo permita (predeterminado: no)

scan-button-start = Empezar
scan-button-decline = Ahora no
scan-button-cancel = Cancelar

## Por qué no se puede hacer.

scan-one-of-two = Indica `{ command-scan-since }` (un día como 2026-01-31) o `{ command-scan-last }` (un número de mensajes), para que sepa hasta dónde leer.
scan-no-date = «{ $typed }» no es un día que conozca. Escríbelo como 2026-01-31: año, mes, día.
scan-in-the-future = Ese día aún no ha llegado: da uno pasado, como 2026-01-31.
scan-before-discord = Discord empezó en 2015: indica un día a partir de 2015-01-01.
scan-no-log = Un repaso muestra lo que encuentra en el registro de moderación, y no hay ninguno en el que pueda escribir. Elige uno con `/signpost { command-log }` e inténtalo de nuevo.
scan-nothing-to-read = Ahí no hay nada que pueda leer: Signpost está apagado, o me falta Ver canal o Leer el historial de mensajes.
scan-runs-already = Ya hay un repaso en marcha en este servidor. Cancélalo en el registro de moderación o espera a que termine.
scan-runs-already-at = Ya hay un repaso en marcha en este servidor: { $report } Cancélalo allí o espera a que termine.
scan-not-now = No se leyó nada.
scan-over-already = Este repaso ya terminó. No cambió nada.
scan-no-longer = Esta propuesta ya no está abierta. Usa otra vez `/signpost { command-scan }`.

## La propuesta.

scan-proposal = Leería { $posts } en { $channels } ({ $where }, { $span }), empezando por los más antiguos. { $takes }; los mensajes nuevos van primero.
scan-finds = Lo que encuentre será un caso por revisar en { $log }.
scan-nothing-public = No se escribe nada en público.
scan-also-public = **También responde en público** con una nota a lo que encuentra, donde el modo es { mode-note } y el hilo no está archivado.
scan-no-pictures = No se leen las imágenes de mensajes antiguos.
scan-pictures = { $number ->
    [one] Se lee como mucho { $number } captura de pantalla al día, para que quede otra para mensajes nuevos.
   *[other] Se leen como mucho { $number } capturas de pantalla al día, para que queden otras tantas para mensajes nuevos.
}
scan-archived = Los hilos archivados se suman: cuántos hay se ve por el camino.
scan-takes = Tardará { $time }
scan-takes-unknown = No se puede saber cuánto tardará
scan-channels = { $number ->
    [one] { $number } canal
   *[other] { $number } canales e hilos
}
scan-this-server = este servidor
scan-since = desde { $day }
scan-last = los últimos { $number } de cada uno

scan-posts-unknown = un número desconocido de mensajes
scan-posts-at-least = { $number ->
    [one] al menos { $number } mensaje (no se sabe cuántos más)
   *[other] al menos { $number } mensajes (no se sabe cuántos más)
}
scan-posts-about = { $number ->
    [0] ningún mensaje
    [one] alrededor de { $number } mensaje
   *[other] alrededor de { $number } mensajes
}
scan-posts-up-to = { $number ->
    [one] hasta alrededor de { $number } mensaje
   *[other] hasta alrededor de { $number } mensajes
}
scan-posts-between = más o menos de { $least } a { $most } mensajes

scan-under-a-minute = menos de un minuto
scan-minutes = { $number ->
    [one] cerca de un minuto
   *[other] cerca de { $number } minutos
}
scan-hours = { $number ->
    [one] cerca de una hora
   *[other] cerca de { $number } horas
}
scan-time-at-least = { $unit ->
    [hours] { $number ->
        [one] al menos una hora
       *[other] al menos { $number } horas
    }
   *[minutes] { $number ->
        [one] al menos un minuto
       *[other] al menos { $number } minutos
    }
}
scan-time-between = { $unit ->
    [hours] { $number ->
        [one] entre { $shortest } y una hora
       *[other] entre { $shortest } y { $number } horas
    }
   *[minutes] { $number ->
        [one] entre { $shortest } y un minuto
       *[other] entre { $shortest } y { $number } minutos
    }
}

## El informe.

scan-started = Empezó. Su avance se verá en { $log }.
scan-started-at = Empezó. Su avance: { $report }
scan-cancelled = Cancelado. Lo encontrado hasta ahora queda en el registro de moderación.
scan-reading = **Leyendo mensajes antiguos**: { $where }, { $span }{ $notes } · lo pidió { $by }
scan-read = **Mensajes antiguos leídos**: { $where }, { $span }{ $notes } · lo pidió { $by }
scan-with-notes = , con notas públicas
scan-waiting = En espera: ahora hay otros repasos en marcha. Empieza por sí solo.
scan-nobody-knows = No se puede saber cuánto queda.
scan-count-read = { $number ->
    [one] { $number } leído
   *[other] { $number } leídos
}
scan-count-of = { $number } de { $posts }
scan-count-found = { $number ->
    [one] { $number } encontrado
   *[other] { $number } encontrados
}
scan-a-second = { $number } por segundo
scan-left = tiempo restante: { $time }
scan-here = Ahora: { $channel }
scan-ended-cancelled = **Cancelado** por { $by }.
scan-ended-failed = **Detenido**: { $why }.
scan-ended-code = Código para quien administra este bot: `{ $code }`.
scan-ended-done = **Hecho.**
scan-ended-counts = { $read ->
    [one] { $read } mensaje leído
   *[other] { $read } mensajes leídos
}, { $found ->
    [one] { $found } encontrado
   *[other] { $found } encontrados
}.
scan-unread = { $number ->
    [one] En { $number } mensaje no se leyó un archivo: { $why }.
   *[other] En { $number } mensajes no se leyó un archivo: { $why }.
}
scan-left-out = Omitido, { $why }: { $channels }
scan-not-to-the-end = No leído hasta el final, { $why }: { $channels }

scan-fault-log-gone = el registro de moderación ya no está o no puedo escribir en él
scan-fault-left = Signpost ya no está en el servidor
scan-fault-channel-gone = el canal ya no está o no puedo verlo
scan-fault-unforeseen = algo imprevisto falló, y no fue culpa tuya
scan-fault-unknown = no pudo seguir

scan-skip-off = Signpost está apagado ahí
scan-skip-exempt = exento de lectura
scan-skip-hidden = me falta Ver canal
scan-skip-no-history = me falta Leer el historial de mensajes
scan-skip-gone = borrado mientras tanto
scan-skip-refused = Discord no me deja leerlo
scan-skip-no-answer = Discord no respondió
scan-skip-archive-refused = solo sus hilos archivados: Discord no me deja leerlos
scan-skip-archive-no-answer = solo sus hilos archivados: Discord no respondió
