# La configuración: el panel de /signpost configurar, y lo que Signpost dice al entrar en un servidor.

command-setup = configurar
command-setup-about = Configura Signpost en este servidor: registro, modo, lugares, idioma (requiere Gestionar servidor)

## Qué es Signpost: se dice una vez al entrar, y otra vez en el panel.

greeting =
    ## Signpost ya está aquí
    { $what }
    Primer paso: alguien con el permiso Gestionar servidor usa `/signpost { command-setup }`. Lleva un minuto.
    Para apagarlo: `/signpost { command-mode }` y luego **{ mode-off }**.
greeting-what =
    Signpost busca mensajes que venden kratom como salida natural de la abstinencia o del dolor. A un mensaje así lo llama texto promocional.
    En el modo **{ mode-note }**, **responde en público**: una nota breve y neutral debajo del texto promocional, con lugares donde hay ayuda. Empieza en el modo **{ $mode }**: { $does }.
    No guarda el texto de los mensajes ni quién los escribió: de un mensaje señalado guarda su número, su puntuación y una huella cifrada, durante un máximo de { $days ->
        [one] { $days } día
       *[other] { $days } días
    }.

## El marco del panel.

setup-title = ## Configura Signpost
setup-unconfirmed = **Sin confirmar todavía**; por eso el umbral es **{ $now }**: Signpost actúa con mensajes de al menos esa puntuación. Una vez confirmada: **{ $then }**.
setup-unconfirmed-own = **Sin confirmar todavía.** El umbral es **{ $now }**, y así seguirá: Signpost actúa con mensajes de al menos esa puntuación.
setup-confirmed = Confirmada { $when }. El umbral es **{ $now }**: Signpost actúa con mensajes de al menos esa puntuación.
setup-parts = Partes de la configuración
setup-part-log = Registro y modo
setup-part-places = Canales
setup-part-roles = Roles
setup-part-language = Idioma y país
setup-part-preview = Vista previa de la nota
setup-part-checks = Permisos
setup-part-about = Qué hace y qué guarda
setup-keeps = **Qué se guarda**
    - De un mensaje señalado: su número, tema, puntuación, afirmaciones, una huella cifrada y la decisión del equipo de moderación, durante un máximo de { $days ->
        [one] { $days } día
       *[other] { $days } días
    } o hasta que se borre el mensaje.
    - De una nota: dónde está y a qué remite, hasta que la nota desaparezca.
    - Qué persona del equipo de moderación decidió o cambió algo, tanto tiempo como los casos.
    - Los ajustes; los miembros exentos y quienes no quieren ser leídos, cifrados, de modo que no se puede nombrar a nadie.

    Nunca el texto de un mensaje ni quién lo escribió. Una entrada del registro es un mensaje de Discord: nombra a quien escribió y cita el mensaje. Si esa persona lo borra, desaparecen el nombre y las citas.
setup-next = Sigue: { $part }
setup-confirm = Confirmar configuración

## Registro y modo.

setup-log = **Registro de moderación:** { $channel }. Ahí Signpost escribe qué hizo y por qué. Las entradas nombran a quien escribió y citan mensajes: elige un canal que solo vea el equipo de moderación.
setup-log-none = **Registro de moderación: sin elegir.** Ahí Signpost escribe qué hizo y por qué. Hasta entonces, los casos esperan en `/signpost { command-cases }`. Elige un canal que solo vea el equipo de moderación.
setup-log-gone = **Registro de moderación: el canal ya no existe, está archivado o Signpost no puede verlo.** Elige otro aquí abajo, o recupéralo.
setup-log-choose = Elige el registro de moderación
setup-mode = **Modo: { $mode }**. Signpost { $does }.
setup-mode-default = **Modo: { $mode }**, el que eligió quien administra este bot. Signpost { $does }.
setup-mode-choose = Elige el modo

## Canales.

setup-exempt-places = **No se lee:** { $places }. Un canal cuenta con sus hilos; una categoría, con sus canales. Quedan sin leer en cualquier modo.
setup-exempt-none = **No se lee:** nada elegido. Elige canales o categorías que Signpost deba dejar en paz. Quedan sin leer en cualquier modo.
setup-exempt-choose = Elige lo que no se lee
setup-own-modes = **Con modo propio:** { $places }. Los demás canales: **{ $mode }**, como el servidor.
setup-own-modes-none = **Con modo propio:** ninguno. Todos los canales: **{ $mode }**, como el servidor.
setup-own-how = Para cambiarlo, elige un modo y luego sus canales. Lo que quites de la lista vuelve a seguir al servidor.
setup-own-choose = Un modo para algunos canales
setup-own-list = Canales en modo { $mode }
setup-full = En un menú caben 25. El resto: { $command }

## Roles.

setup-exempt-roles = **Roles exentos:** { $roles }. No se lee lo que escriben sus miembros.
setup-exempt-roles-none = **Roles exentos:** ninguno. No se lee lo que escriben los miembros con un rol exento.
setup-exempt-roles-choose = Elige roles que no se leen
setup-moderators = **Equipo de moderación:** miembros con Gestionar mensajes, y { $role }. Pueden usar los botones del registro.
setup-moderators-none = **Equipo de moderación:** miembros con Gestionar mensajes. Pueden usar los botones del registro. Puedes añadir un rol más.
setup-moderators-commands = Discord muestra los comandos a los miembros con Gestionar mensajes. Para mostrarlos a un rol: Ajustes del servidor → Integraciones → Signpost.
setup-moderators-choose = Un rol más para los botones

## Idioma y país.

setup-language = **Idioma:** { $language }. En él están las notas, y el registro si es inglés o español. Las respuestas privadas están en el idioma de cada miembro.
setup-language-choose = Idioma de las notas
setup-language-server = Como el servidor: { $language }
setup-in-en = English
setup-in-es = Español
setup-in-fr = Français
setup-in-de = Deutsch
setup-in-pt = Português
setup-country = **País:** { $country }. Las notas muestran sus líneas de ayuda, nunca las de otro país.
setup-country-choose = País de las líneas de ayuda

## Vista previa.

setup-preview = Así se vería la respuesta a un texto promocional sobre el kratom. No se publicó nada. Los botones solo funcionan en notas reales.

## Permisos.

setup-checked = **Permisos:** { $channels ->
    [0] Signpost no escribiría en ningún canal: todo está apagado, exento o solo se observa.
    [one] { $channels } canal revisado donde Signpost escribiría.
   *[other] { $channels } canales revisados donde Signpost escribiría.
}
setup-all-granted = No falta nada.
setup-lacking = - Falta **{ $missing }** en { $channels ->
        [one] { $named }
       *[other] { $channels } canales: { $named }
    }
setup-lacking-log = - Falta **{ $missing }** en el registro de moderación, { $channel }
setup-grant = Para darlo en un canal: ajustes del canal → Permisos → añadir Signpost → permitir lo que falta. Para todos a la vez: Ajustes del servidor → Roles → Signpost. Los canales que son privados a propósito pueden quedar así: Signpost no los lee.
setup-check-again = Revisar otra vez

## Lo que cambió, o no se pudo cambiar.

setup-done-mode = El modo es ahora **{ $mode }**. Signpost { $does }.
setup-done-exempt = No se lee desde ahora: { $what }.
setup-done-read = Ya no está exento: { $what }.
setup-done-own = Ahora en modo **{ $mode }**: { $channels }.
setup-done-follow = De nuevo como el servidor: { $channels }.
setup-done-moderators = Los miembros con { $role } ya pueden usar los botones.
setup-done-moderators-none = Ahora solo pueden usar los botones los miembros con Gestionar mensajes.
setup-done-language = Notas: { $language } desde ahora. Registro: { $log }. Lo ya publicado queda como está.
setup-done-country = Las notas muestran desde ahora ayuda para { $country }.
setup-done-confirm = Configuración confirmada. Desde ahora el umbral es **{ $now }**.
setup-done-confirm-no-log = Aún no hay registro de moderación: los casos esperan en `/signpost { command-cases }`.
setup-done-nothing = No cambió nada: ya estaba así.
setup-log-lacks = { $channel } aún no puede ser el registro. Falta allí: { $missing }. Permítelo en los ajustes del canal → Permisos → añadir Signpost, y elígelo otra vez.
setup-log-refused = Discord no dejó que Signpost escribiera en { $channel }, así que el registro no cambió. Revisa sus permisos ahí y elígelo otra vez.
setup-channel-gone = Un canal ya no existe, o Signpost no puede verlo, así que queda como está. Elige otro, o dale allí a Signpost el permiso Ver canal.
setup-everyone-moderates = @everyone no puede ser el rol de moderación: entonces cualquier miembro podría usar los botones. No cambió nada.
