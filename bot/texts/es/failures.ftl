# Lo que se dice a cualquiera cuando algo falla; en todos los idiomas de las notas.

failure-server-unknown = Discord no me muestra este servidor ahora: hay una avería o no formo parte de él. Inténtalo de nuevo en unos minutos; si no sirve, invita otra vez a Signpost.
failure-command-changed = Este comando ha cambiado desde que tu Discord lo cargó. Reinicia Discord e inténtalo de nuevo.
failure-slow = Discord va lento y puede que no se haya hecho. Inténtalo de nuevo en un minuto.
failure-store = No pude guardarlo o consultarlo, y no fue culpa tuya. Inténtalo de nuevo en un minuto; hacerlo dos veces no hace daño.
failure-unforeseen = No funcionó, y no fue culpa tuya. Inténtalo de nuevo; si vuelve a fallar, da este código.
failure-code = Código para quien administra este bot: `{ $code }`
failure-forbidden = Discord no me permite hacer eso aquí. Mira en los ajustes del canal → Permisos qué puede hacer Signpost e inténtalo de nuevo.
failure-gone-message = Ese mensaje ya no existe: se borró mientras tanto.
failure-gone-something = Aquello de lo que se trata ya no existe: se borró mientras tanto.
