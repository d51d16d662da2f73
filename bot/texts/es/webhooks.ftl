# Qué webhooks se leen: /signpost webhooks.

webhooks-name = el webhook `{ $id }`
webhooks-list = Webhooks que se leen: { $names }.
webhooks-followed-are-read = Los anuncios que sigue el servidor se leen siempre; los demás webhooks y los bots, no.
webhooks-notes-wait = Las notas esperan 3 segundos para ir bajo la copia de PluralKit.
webhooks-copies-are-read = **Las copias de PluralKit se leen, también las de miembros con exención**: una copia no dice de quién es. Exime el canal.
webhooks-summary = También se lee: { $names }.
webhooks-counted = { $number ->
    [one] { $number } webhook
   *[other] { $number } webhooks
}

webhooks-set = Signpost lee { $name } desde ahora.
webhooks-ended = Signpost ya no lee { $name }.
webhooks-never = Signpost no leía { $name }. No cambió nada.
webhooks-full = No se añadió: ya se leen { $most } webhooks. Quita uno primero.
webhooks-unchecked = **No pude comprobar ese ID**: sin Gestionar webhooks no veo los webhooks de este servidor. Si no es de un webhook, no pasa nada; el enlace de un mensaje que publicó es más seguro.
webhooks-needs-source = Elige también el webhook: ¿cuál debo dejar de leer?

webhooks-how-to-name = Elige PluralKit en la lista, o dame el ID de un webhook (de 17 a 20 cifras) o un enlace: mantén pulsado o haz clic derecho en un mensaje que publicó el webhook y elige Copiar enlace del mensaje.
webhooks-unknown = No conozco ese webhook.
webhooks-not-the-servers = Ese es el ID de este servidor, no el de un webhook.
webhooks-not-a-channels = Ese es el ID de un canal, no el de un webhook.
webhooks-not-a-roles = Ese es el ID de un rol, no el de un webhook.
webhooks-not-a-members = Ese es el ID de un miembro, no el de un webhook.
webhooks-not-a-bots = Ese es el ID de un bot, no el de un webhook.
webhooks-none-has-that-id = Ningún webhook de este servidor tiene ese ID. Un enlace es más seguro: mantén pulsado o haz clic derecho en un mensaje que publicó el webhook y elige Copiar enlace del mensaje.
webhooks-is-followed = Ese webhook trae anuncios que sigue el servidor. Signpost los lee sin que se lo pidas.

webhooks-link-elsewhere = Ese mensaje está en otro servidor. Dame uno que el webhook publicara aquí.
webhooks-link-gone = Ese mensaje ya no existe, o su canal tampoco. Dame uno más reciente que publicara el webhook.
webhooks-link-hidden = No puedo ver ese mensaje. Dame allí Ver canal y Leer el historial de mensajes, o el ID del webhook.
webhooks-link-by-member = Ese mensaje no lo publicó un webhook: se lee como cualquier otro.
webhooks-link-by-bot = Ese mensaje no lo publicó un webhook, sino un bot. Los bots no se leen.
webhooks-link-followed = Ese es un anuncio que sigue el servidor. Signpost los lee sin que se lo pidas.
