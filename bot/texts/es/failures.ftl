# Lo que se dice cuando algo falla o no está permitido.

failure-moderators-only = Esto es para el equipo de moderación: hace falta el permiso Gestionar mensajes.
failure-managers-only = Esto es para quienes administran el servidor: hace falta el permiso Gestionar servidor.
failure-channel-unseen = No puedo ver este canal. Dame aquí el permiso Ver canal y vuelve a intentarlo.
failure-option-unseen = No puedo ver ese canal o hilo. Si está archivado, ábrelo primero; si no, dame el permiso Ver canal.
failure-server-unknown = Discord no me muestra este servidor ahora: tiene una avería o no formo parte de él. Vuelve a intentarlo en unos minutos; si sigue igual, invita de nuevo a Signpost.
failure-command-changed = Este comando ha cambiado desde que tu Discord lo cargó. Reinicia Discord y vuelve a intentarlo.

failure-slow = Discord va lento y puede que no se haya hecho. Vuelve a intentarlo en un minuto.
failure-store = No pude guardarlo o consultarlo, y no fue culpa tuya. Vuelve a intentarlo en un minuto; hacerlo dos veces no causa ningún daño.
failure-unforeseen = Eso no funcionó, y no fue culpa tuya. Vuelve a intentarlo; si falla otra vez, pasa este código.
failure-code = Código para quien opera el bot: `{ $code }`

failure-forbidden = Discord no me permite hacer eso aquí. Mira en los ajustes del canal → Permisos qué puede hacer Signpost y vuelve a intentarlo.
failure-lacking = No tengo permiso para eso en { $channel }. Allí falta: { $missing }. Para darlo: ajustes del canal → Permisos → añadir Signpost → permitir lo que falta. Después, vuelve a intentarlo.
failure-lacking-in-server = No tengo permiso para eso en este servidor. Falta: { $missing }. Para darlo: ajustes del servidor → Roles → Signpost → Permisos. Después, vuelve a intentarlo.
failure-role-above = Ese rol, o el rol más alto de ese miembro, está por encima del de Signpost. Sube el rol de Signpost: ajustes del servidor → Roles. Después, vuelve a intentarlo.
failure-two-factors = Este servidor pide autenticación de dos factores para moderar. Quien opera el bot tiene que activarla en su propia cuenta de Discord.
failure-thread-closed = Ese hilo está cerrado. Ábrelo primero y vuelve a intentarlo.

failure-gone-channel = Ese canal ya no existe. Elige otro.
failure-gone-message = Ese mensaje ya no existe: se borró entretanto.
failure-gone-member = Ese miembro ya no está en este servidor.
failure-gone-role = Ese rol ya no existe. Elige otro.
failure-gone-something = Aquello de lo que se trata ya no existe: se borró entretanto.
