# /signpost-privacy: para cada miembro.

command-signpost-privacy = signpost-privacidad
command-signpost-privacy-about = Qué guarda Signpost de ti y cómo hacer que no lea tus mensajes
command-privacy-show = ver
command-privacy-show-about = Qué guarda Signpost de tus mensajes, quién lo ve y cuánto tiempo
command-privacy-opt-out = no-leer
command-privacy-opt-out-about = Signpost deja de leer tus mensajes en este servidor
command-privacy-opt-in = leer
command-privacy-opt-in-about = Signpost vuelve a leer tus mensajes en este servidor
command-privacy-delete = borrar
command-privacy-delete-about = Borra lo que Signpost guarda de uno de tus mensajes
command-privacy-delete-link = enlace
command-privacy-delete-link-about = Mantén pulsado el mensaje o usa el clic derecho y elige Copiar enlace del mensaje

privacy-kept = **Qué guarda Signpost: ningún texto y ningún nombre.**
    - De un mensaje sin señalar solo queda un recuento: cuántos mensajes leyó en una semana.
    - De un mensaje señalado guarda el número y el lugar, el tema, una puntuación, qué tipos de afirmaciones hace, qué decidió el equipo de moderación y una huella cifrada que no se puede convertir en texto. { $days ->
        [one] Tras { $days } día como máximo
       *[other] Tras { $days } días como máximo
    } se borra todo. Si el mensaje se borra, la puntuación y la huella desaparecen enseguida, y las afirmaciones también si no lo borró el equipo de moderación; el número, el lugar y lo decidido quedan el resto de ese tiempo.
    - De una nota guarda su número y el de su mensaje, hasta que la nota desaparece.
    - El registro de moderación puede mostrar el nombre de quien escribió un mensaje señalado y citas breves, hasta que se borra o ese tiempo termina. Si dices que una nota es un error, allí aparecen tu nombre y tus palabras; aparte, solo se cuenta.
    - De quien modera guarda el número de cuenta junto a lo que decide o cambia, el mismo tiempo.
privacy-can-do = **Qué puedes hacer**
    - `/{ command-signpost-privacy } { command-privacy-opt-out }`: tus mensajes aquí no se leen en absoluto. Se guarda como una marca cifrada, nunca con tu nombre. El equipo de moderación sabe cuántas personas lo pidieron, no quiénes; solo tú puedes deshacerlo. Vale aunque el servidor borre sus datos o quite a Signpost.
    - `/{ command-signpost-privacy } { command-privacy-delete }`: se borra lo guardado de un mensaje, se retira su nota, y el nombre y las citas desaparecen del registro.
privacy-limits = **Qué no puede evitar**
    - Una copia que un proxy como PluralKit publica por ti no dice de quién es: se lee donde el equipo de moderación lo quiera.
    - El equipo de moderación puede responder a mano a un mensaje suelto con Signpost. No se lee, pero su número se guarda como el de uno señalado y el registro puede mostrar tu nombre. Y quien comprueba un mensaje tuyo ve que no se lee, no por qué.
    - Estar exento también se guarda como una marca cifrada.
privacy-is-read = **Ahora:** tus mensajes en este servidor se pueden leer.
privacy-is-out = **Ahora:** pediste que no se lean. Tus mensajes en este servidor no se leen.

privacy-opted-out =
    Hecho. Desde ahora, Signpost no lee tus mensajes en este servidor.
    Lo que guarda de mensajes anteriores desaparece por sí solo { $days ->
        [one] tras { $days } día como máximo
       *[other] tras { $days } días como máximo
    }. Para borrarlo ya, mensaje por mensaje: `/{ command-signpost-privacy } { command-privacy-delete }`
    Para deshacerlo: `/{ command-signpost-privacy } { command-privacy-opt-in }`
privacy-opted-in = Hecho. Signpost lee tus mensajes en este servidor, allí donde el equipo de moderación se lo permite. Para que no se lean: `/{ command-signpost-privacy } { command-privacy-opt-out }`

privacy-no-link = Eso no es un enlace a un mensaje, así que no se hizo nada. Mantén pulsado tu mensaje o usa el clic derecho, elige Copiar enlace del mensaje y dame ese enlace.
privacy-other-server = Ese enlace lleva a otro servidor, así que no se hizo nada. Usa el comando allí.
privacy-no-post = No encuentro ningún mensaje tuyo en ese enlace. Puede que esté borrado o en un lugar donde no puedo mirar. Cuando veo que un mensaje está borrado, su puntuación, su huella y sus citas desaparecen por sí solas.
privacy-not-yours = Ese mensaje no es tuyo, así que no se hizo nada. Solo quien lo escribió puede pedir que se elimine.
privacy-by-webhook = Ese mensaje llegó por un webhook o por un proxy como PluralKit. No dice de quién es, así que no puedo saber si es tuyo y no se hizo nada. Si lo borras con el proxy, su puntuación, su huella y sus citas desaparecen con él.
privacy-nothing-kept = No se guarda nada de ese mensaje y no tiene ninguna nota. No había nada que hacer.
privacy-erased = Hecho. Ya no se guarda nada de ese mensaje. Su nota, si la tenía, desapareció, y el registro de moderación ya no muestra tu nombre ni tus palabras de ese mensaje.
privacy-erased-in-part = Ya no se guarda nada de ese mensaje. Discord aún no me dejó retirar la nota o la entrada del registro de moderación: lo intento de nuevo en unos minutos. Si mañana siguen ahí, avisa al equipo de moderación.
privacy-read-again = El mensaje en sí sigue publicado. Si se edita, o si el equipo de moderación hace leer mensajes antiguos, se vuelve a leer. Para evitarlo, bórralo o pide que no se lean tus mensajes.
privacy-discord-silent = Discord no me responde ahora. Inténtalo de nuevo en unos minutos.
