# Lo que se dice a quien modera cuando algo falla o no está permitido.

failure-moderators-only = Esto es para el equipo de moderación: hace falta el permiso Gestionar mensajes.
failure-managers-only = Esto es para quienes administran el servidor: hace falta el permiso Gestionar servidor.
failure-channel-unseen = No puedo ver este canal. Dame aquí el permiso Ver canal e inténtalo de nuevo.
failure-option-unseen = No puedo ver ese canal o hilo. Si está archivado, ábrelo primero; si no, dame el permiso Ver canal.
failure-lacking = No tengo permiso para eso en { $channel }. Falta allí: { $missing }. { status-how-to-grant } Después, inténtalo de nuevo.
failure-lacking-in-server = No tengo permiso para eso en este servidor. Falta: { $missing }. Para darlo: ajustes del servidor → Roles → Signpost → Permisos. Después, inténtalo de nuevo.
failure-role-above = Ese rol, o el rol más alto de ese miembro, está por encima del de Signpost. Sube el rol de Signpost: ajustes del servidor → Roles. Después, inténtalo de nuevo.
failure-two-factors = Este servidor pide autenticación de dos factores para moderar. Quien administra este bot tiene que activarla en su propia cuenta de Discord.
failure-thread-closed = Ese hilo está cerrado. Ábrelo primero e inténtalo de nuevo.
failure-gone-channel = Ese canal ya no existe. Elige otro.
failure-gone-member = Ese miembro ya no está en este servidor.
failure-gone-role = Ese rol ya no existe. Elige otro.
