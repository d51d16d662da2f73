# Partes de frases que necesitan varias salas.

this-server = Este servidor
own-modes = Canales con modo propio: { $listed }.
signpost-itself = Signpost
listed-and-more = { $shown } y { $more } más
seconds = { $number ->
    [one] { $number } segundo
   *[other] { $number } segundos
}
minutes = { $number ->
    [one] { $number } minuto
   *[other] { $number } minutos
}
hours = { $number ->
    [one] { $number } hora
   *[other] { $number } horas
}

## Lo que quiere un servidor o canal.

mode-off = apagado
mode-observe = observar
mode-review = revisar
mode-note = nota

mode-does-off = no lee nada
mode-does-observe = avisa de cada texto promocional en el registro de moderación y no escribe nada en público
mode-does-review = pregunta por cada texto promocional y responde cuando alguien publica la nota
mode-does-note = responde a cada texto promocional con su nota

## Por qué un mensaje recibió, o no, una respuesta.

reason-pitch = parece un texto promocional
reason-observing = parece un texto promocional; aquí solo se observa
reason-reviewing = parece un texto promocional; aquí cada nota la publica alguien del equipo de moderación
reason-below-threshold = puntuación por debajo del umbral de este servidor
reason-dismissed-before = copia casi igual de un caso descartado
reason-no-topic = no nombra ningún tema
reason-topic-off = su tema está desactivado en este servidor
reason-topic-withdrawn = parece un texto promocional; quien opera Signpost ha retirado las notas sobre su tema
reason-noted-often = editado otra vez hasta ser promocional; ya tuvo sus notas
reason-cooling-down = este canal tuvo hace poco una nota sobre este tema
reason-no-notes-in-threads = parece un texto promocional; este servidor no quiere notas en los hilos
reason-scanned = encontrado en un repaso de mensajes antiguos
reason-moderator-says = alguien del equipo de moderación lo consideró promocional
reason-off-here = Signpost está apagado aquí
reason-wrote-it-myself = escrito por el propio Signpost
reason-from-a-bot = escrito por un bot
reason-from-a-webhook = llegó por un webhook
reason-not-in-a-server = no está en un servidor
reason-not-written-by-a-person = un mensaje del propio Discord, como una entrada o un mensaje fijado
reason-exempt-channel = en un canal exento
reason-exempt-category = en una categoría exenta
# Un texto para ambos: el equipo de moderación sabe cuántas personas pidieron que no se las lea, no quiénes.
reason-exempt-member = aquí no se lee a quien lo escribió, por decisión del equipo de moderación o propia
reason-exempt-role = escrito por un miembro con un rol exento
reason-opted-out = { reason-exempt-member }
