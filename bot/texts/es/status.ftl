# Lo que informa /signpost estado.

status-no-log = **Registro de moderación: aún sin elegir.** Elige uno con { $log } para ver qué hace Signpost. Hasta entonces, los casos esperan en { $cases }.
status-log-gone = **Registro de moderación: el canal ya no existe.** Elige otro con { $log }. Hasta entonces, los casos esperan en { $cases }.
status-log = Registro de moderación: { $channel }.
status-lacking = **Falta en { $channel }: { $missing }.**
status-how-to-grant = Para darlo: ajustes del canal → Permisos → añadir Signpost → permitir lo que falta.
status-all-granted = Permisos aquí: todo lo que necesita.

status-unconfirmed = **La configuración aún no está confirmada**: hasta entonces, Signpost solo actúa con lo que le parece más seguro. Confírmala en { $setup }.
status-unconfirmed-own-threshold = **La configuración aún no está confirmada.** Confírmala en { $setup }.

status-mode = { $place }: **{ $mode }**. Signpost { $does }.
status-mode-followed = { $place }: **{ $mode }** (como el servidor). Signpost { $does }.
status-review = Un caso espera { $span } a que alguien del equipo de moderación publique su nota; después no se envía nada.

status-threshold = Umbral: { $word } ({ $score } de 1). Signpost actúa con los mensajes que llegan a esta puntuación.
status-threshold-near = Umbral: { $score } de 1, lo más cercano es { $word }. Signpost actúa con los mensajes que llegan a esta puntuación.

status-no-cooldown = Pausa entre notas: ninguna; cada texto promocional recibe una nota.
status-cooldown = Pausa entre notas: una nota por canal y tema cada { $span }.
status-topics-observed = Aquí solo se observan, nunca se responden, sea cual sea el modo: { $topics }. Todavía no se ha medido bien cómo se reconocen.
status-topic-left = { $part } se responde como { $whole }, con lo que se sabe de él, hasta que se mida bien cómo se reconoce.

status-not-read = **{ $place } no se lee**: está { $reason }.
status-opted-out = { $number ->
    [one] { $number } miembro pidió que no se lea lo que escribe.
   *[other] { $number } miembros pidieron que no se lea lo que escriben.
}
status-reads-quickly = **Lee solo con su modelo rápido**: faltan los paquetes de su lector minucioso, así que se le escapan más textos promocionales. Quien administra este bot puede añadirlos: `pip install '.[slow]'`.
status-pictures-unread = Las imágenes no se leen.
status-pictures = También se leen capturas de pantalla, hasta { $number } al día (UTC) en este servidor.
status-keeps = No guarda texto ni nombres: números de mensaje, puntuaciones, huellas cifradas de los mensajes señalados, sus decisiones y las del equipo de moderación durante { $days } días, y dónde están sus notas.
