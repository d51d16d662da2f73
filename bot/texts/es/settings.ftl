# Ajustes: /signpost modo, /signpost registro y /signpost ajustes.

command-mode = modo
command-mode-about = Qué hace Signpost con un texto promocional, en el servidor o un canal (requiere Gestionar servidor)
command-mode-mode = modo
command-mode-mode-about = apagado: no lee · observar: solo registro · revisar: pregunta antes · nota: responde
command-mode-channel = canal
command-mode-channel-about = El canal o foro que cambia; vacío para todo el servidor
command-mode-follow = como el servidor
command-log = registro
command-log-about = Elige el canal del registro de moderación (requiere Gestionar servidor)
command-log-channel = canal
command-log-channel-about = Un canal que solo ve el equipo de moderación
command-settings = ajustes
command-settings-about = Los ajustes del servidor: ver, cambiar, exportar, importar (requiere Gestionar servidor)
command-settings-show = ver
command-settings-show-about = Cada ajuste: su valor, el predeterminado y quién lo cambió (requiere Gestionar servidor)
command-settings-show-name = nombre
command-settings-show-name-about = Un solo ajuste; vacío para todos
command-settings-set = cambiar
command-settings-set-about = Cambia un ajuste (requiere Gestionar servidor)
command-settings-set-name = nombre
command-settings-set-name-about = El ajuste que cambia
command-settings-set-value = valor
command-settings-set-value-about = El valor nuevo; «predeterminado» devuelve el valor por defecto
command-settings-export = exportar
command-settings-export-about = Los ajustes en un archivo, para guardarlo o copiarlo (requiere Gestionar servidor)
command-settings-import = importar
command-settings-import-about = Toma ajustes de un archivo; muestra los cambios y pregunta (requiere Gestionar servidor)
command-settings-import-file = archivo
command-settings-import-file-about = Un archivo hecho con /signpost { command-settings } { command-settings-export }

## /signpost modo

settings-mode-set = { $place }: **{ $mode }**. Signpost { $does }.
settings-mode-follows = { $channel } sigue otra vez al servidor: **{ $mode }**. Signpost { $does }.
settings-follow-needs-channel = «{ command-mode-follow }» necesita un canal: elige cuál debe seguir otra vez al servidor.
settings-no-log = **Registro de moderación: sin elegir.** Elige uno con `/signpost { command-log }` para ver lo que hace Signpost.

## /signpost registro

settings-log-starts = Signpost escribe aquí su registro desde ahora: una entrada por cada nota y cada caso observado, con sus motivos.
settings-log-set = El registro de moderación es ahora { $channel }.
settings-log-public = **Todo el mundo puede ver este canal.** El registro nombra a quien escribe y cita mensajes: es mejor un canal que solo vea el equipo de moderación.
settings-log-missing = Todavía no puedo usar { $channel } como registro de moderación. Falta allí: { $missing }.
    { status-how-to-grant } Después, inténtalo de nuevo.
settings-log-unusable = No puedo escribir en { $channel }: el registro de moderación es un canal de texto o un hilo. Elige otro. No cambió nada.

## Valores, como se escriben y se muestran. También se escriben «predeterminado» y «ninguna».

settings-default = predeterminado
settings-none = ninguna
settings-yes = sí
settings-no = no
settings-percent = { $number } %
settings-days = { $number ->
    [one] { $number } día
   *[other] { $number } días
}
settings-caution-careful = cauto
settings-caution-balanced = equilibrado
settings-caution-eager = sensible
settings-language-en = inglés
settings-language-es = español
settings-language-fr = francés
settings-language-de = alemán
settings-language-pt = portugués
settings-length-full = completa
settings-length-short = corta

## Cómo se llama cada ajuste.

settings-name-mode = modo
settings-name-mod-log = registro de moderación
settings-name-threshold = umbral
settings-name-cooldown = pausa entre notas
settings-name-review-hours = plazo de revisión
settings-name-notes-in-threads = notas en hilos
settings-name-topics = temas
settings-name-language = idioma
settings-name-country = país
settings-name-contests = objeciones
settings-name-moderator-role = rol de moderación
settings-name-retention-days = conservación
settings-name-precision-goal = meta de precisión
settings-name-steps-back = paso atrás
settings-name-reads-pluralkit = PluralKit
settings-name-note-length = largo de la nota
settings-name-short-channels = notas cortas en
settings-name-own-line = línea propia
settings-name-resources = recursos

## Qué hace cada ajuste.

settings-about-mode = Qué hace Signpost con un texto promocional donde el canal no tiene modo propio.
settings-about-mod-log = El canal que recibe una entrada por cada caso.
settings-about-threshold = Cuánta seguridad necesita Signpost para actuar: una puntuación de 0 a 1.
settings-about-cooldown = Cuánto tiempo un canal no recibe otra nota sobre un tema.
settings-about-review-hours = Al revisar: cuánto espera un caso a que se publique su nota antes de caducar.
settings-about-notes-in-threads = Si se envían notas en hilos y publicaciones de foros.
settings-about-topics = A qué temas responde Signpost.
settings-about-language = El idioma de las notas. El registro de moderación también lo usa si es inglés o español; si no, va en inglés.
settings-about-country = De qué país son las líneas de ayuda de una nota.
settings-about-contests = Si los miembros pueden presentar objeciones a una nota.
settings-about-moderator-role = Quien lo tiene cuenta como equipo de moderación, aun sin Gestionar mensajes.
settings-about-retention-days = Cuánto se conservan los casos y el historial.
settings-about-precision-goal = Con qué frecuencia debe acertar Signpost antes de sugerir el modo siguiente: la parte de decisiones confirmadas, en su valor probable más bajo, desde 20 decisiones.
settings-about-steps-back = Si Signpost retrocede un modo por sí mismo cuando la parte de decisiones confirmadas cae por debajo de la { settings-name-precision-goal }. Si no, solo lo sugiere.
settings-about-reads-pluralkit = Si se lee lo que PluralKit publica en lugar de los miembros.
settings-about-note-length = Completa, o una sola línea con el dato y un lugar donde pedir ayuda. En una crisis la nota va completa.
settings-about-short-channels = Canales con mucho movimiento, y sus hilos, donde la nota es una sola línea.
settings-about-own-line = Una línea del servidor en cada nota. Se cambia con `/signpost { command-wording }`.
settings-about-resources = A qué remiten las notas. Se cambia con `/signpost { command-wording }`.

## Qué vale cuando no se ha puesto un ajuste sin valor predeterminado propio.

settings-unset-mod-log = ninguno
settings-unset-topics = kratom
settings-unset-moderator-role = ninguno
settings-unset-short-channels = ninguno
settings-unset-own-line = ninguna
settings-unset-resources = los del país

## Qué es posible.

settings-not-possible = { $setting }: eso no es posible. { $possible } No cambió nada.
settings-possible-one = Es posible: { $listed }.
settings-possible-some = Es posible, uno o varios con comas: { $listed }.
settings-possible-threshold = Es posible: { $listed }, o un número mayor que 0 y hasta 1, como 0,85.
settings-possible-goal = Es posible: desde 50 % hasta 99 %, como 90 %.
settings-possible-span = Es posible: desde { $least } hasta { $most }, como { $example }.
settings-possible-span-or-none = Es posible: ninguna, o hasta { $most }, como { $example }.
settings-possible-channel = Es posible: un canal de este servidor, como mención, ID o nombre que solo tenga un canal.
settings-possible-channels = Es posible: hasta { $most } canales de este servidor, separados por comas, como mención, ID o nombre que solo tenga un canal.
settings-possible-role = Es posible: un rol de este servidor, como mención, ID o nombre que solo tenga un rol.
settings-possible-wording = Se cambia con `/signpost { command-wording }`, que lo comprueba y lo muestra antes.
settings-unknown = No existe ese ajuste. Elige uno de la lista que ofrece Discord, o mira `/signpost { command-settings } { command-settings-show }`. No cambió nada.

## /signpost ajustes ver y cambiar

settings-changed = **{ $setting }**: { $before } → { $after }.
settings-unchanged = **{ $setting }** ya es { $value }. No cambió nada.
settings-line = **{ $setting }: { $now }**
settings-line-default = predeterminado: { $default }
settings-line-by = último cambio { $when }: { $who }
settings-line-by-itself = último cambio { $when }: Signpost
settings-line-not-changed = sin cambios
settings-line-careful = hasta que se confirme `/signpost { command-setup }`
settings-how-to-set = Se cambia con `/signpost { command-settings } { command-settings-set }`.
settings-page = Ajustes, página { $page } de { $pages }
settings-newer = Atrás
settings-older = Más
settings-modes-none = **Canales con modo propio: ninguno**
settings-modes-own = **Canales con modo propio:** { $listed }
settings-modes-how = Se cambian con `/signpost { command-mode }`.
settings-exempt-none = **Exento: nada**
settings-exempt-roles = **Roles exentos:** { $listed }
settings-exempt-channels = **Canales exentos:** { $listed }
settings-exempt-categories = **Categorías exentas:** { $listed }
settings-exempt-members = { $number ->
    [one] **Miembros exentos:** { $number }; no se guarda quién es
   *[other] **Miembros exentos:** { $number }; no se guarda quiénes son
}
settings-exempt-how = Se cambian con `/signpost { command-exempt }`.
settings-webhooks-none = **Webhooks que se leen: ninguno**
settings-webhooks-read = **Webhooks que se leen:** { $listed }
settings-webhooks-how = Se cambian con `/signpost { command-webhooks }`.
settings-stale = Ese botón no vale aquí. Usa el comando otra vez.

## /signpost ajustes exportar

settings-exported = Los ajustes de este servidor. `/signpost { command-settings } { command-settings-import }` toma este archivo, aquí o en otro servidor.
settings-exported-members = { $number ->
    [one] No incluye { $number } miembro exento: Signpost guarda una marca cifrada que no nombra a nadie.
   *[other] No incluye { $number } miembros exentos: Signpost guarda marcas cifradas que no nombran a nadie.
}

## /signpost ajustes importar

settings-import-too-big = Ese archivo es demasiado grande: como máximo { $most } KiB. No cambió nada.
settings-import-not-fetched = No pude leer ese archivo ahora. Inténtalo de nuevo en un minuto. No cambió nada.
settings-import-not-text = Ese archivo no es texto UTF-8. Dame uno hecho con `/signpost { command-settings } { command-settings-export }`. No cambió nada.
settings-import-not-json = Ese archivo no es JSON: mira la línea { $line }, carácter { $column }. No cambió nada.
settings-import-odd-json = No puedo leer el JSON de ese archivo: tiene demasiados niveles o un número demasiado largo. No cambió nada.
settings-import-not-settings = Ese archivo no contiene ajustes. Dame uno hecho con `/signpost { command-settings } { command-settings-export }`. No cambió nada.
settings-import-version = Ese archivo tiene el formato { $version }; yo leo el formato { $known }. Exporta los ajustes de nuevo, o pide una versión más nueva de Signpost a quien administra este bot. No cambió nada.
settings-import-faults = Ese archivo no se puede usar. No cambió nada. Qué hay que corregir:
settings-import-fault-unknown = `{ $field }`: no existe ese campo. Quítalo.
settings-import-fault-missing = `{ $field }`: falta.
settings-import-fault-value = `{ $field }`: este valor no sirve.
settings-import-fault-setting = `{ $field }`: este valor no sirve. { $possible }
settings-import-fault-twice = `{ $field }`: está dos veces. Déjalo una.
settings-import-more-faults = { $number ->
    [one] y { $number } más.
   *[other] y { $number } más.
}
settings-import-asks = Esto cambiaría en este servidor:
settings-import-exempt-line = exento desde ahora: { $listed }
settings-import-webhooks-line = webhooks que se leen desde ahora: { $listed }
settings-import-skipped = Queda fuera, porque en este servidor nada corresponde con certeza: { $listed }.
settings-import-wording = La línea propia y los recursos de la nota quedan fuera. Se cambian con `/signpost { command-wording }`. Qué falla en ellos aquí:
settings-import-adds = Lo que el archivo no nombra queda como está.
settings-import-nothing = No cambiaría nada: lo que sirve aquí de ese archivo ya vale.
settings-import-full = Eso es más de lo que puede tener un servidor: { $most } de cada tipo. No cambió nada.
settings-import-changed-since = Los ajustes cambiaron desde que se mostró esto. Míralo otra vez:
settings-import-apply = Aplicar
settings-import-cancel = Cancelar
settings-import-cancelled = Cancelado. No cambió nada.
settings-import-done = Hecho. Los ajustes del archivo valen desde ahora.
settings-import-gone = Ese archivo ya no se puede leer. Usa el comando otra vez. No cambió nada.
