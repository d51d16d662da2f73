# El historial: /signpost historial.

command-audit = historial
command-audit-about = Quién cambió qué ajuste, quién decidió qué y cuándo (requiere Gestionar servidor)
command-audit-by = persona
command-audit-by-about = Solo lo que hizo esta persona
command-audit-deed = acción
command-audit-deed-about = Solo este tipo de acción

audit-page = Historial, página { $page } de { $pages }, primero lo más nuevo
audit-filter = Solo: { $shown }
audit-nothing = No hay nada aquí. Lo anterior al plazo de conservación ya no está.
audit-newer = Más nuevo
audit-older = Más antiguo
audit-line = { $who } { $what }, { $when }

audit-deed-setup = configuración
audit-deed-setting = ajustes
audit-deed-channel-mode = modos de canales
audit-deed-exemption = exenciones
audit-deed-webhook = webhooks
audit-deed-ruling = decisiones
audit-deed-release = notas publicadas
audit-deed-withdrawal = notas retiradas
audit-deed-deletion = mensajes borrados
audit-deed-note = notas pedidas por el equipo
audit-deed-scan = repasos de mensajes antiguos
audit-deed-export = exportaciones
audit-deed-import = importaciones

audit-set-up = confirmó la configuración
audit-setting = cambió { $setting }: { $before } → { $after }
audit-mode = cambió el modo de { $channel }: { $before } → { $after }
audit-follows = como el servidor
audit-exempted = puso una exención: { $what }
audit-no-longer-exempt = quitó una exención: { $what }
audit-a-member = un miembro
audit-webhook = activó la lectura del webhook { $webhook }
audit-webhook-unread = desactivó la lectura del webhook { $webhook }
audit-confirmed = confirmó el caso { $case }
audit-dismissed = descartó el caso { $case }
audit-case-release = publicó la nota del caso { $case }
audit-case-withdrawal = retiró la nota del caso { $case }
audit-case-deletion = borró el mensaje del caso { $case }
audit-case-note = respondió a un mensaje como texto promocional: caso { $case }
audit-scan = empezó un repaso de mensajes antiguos
audit-scan-cancelled = canceló un repaso de mensajes antiguos
audit-exported = exportó datos de este servidor
audit-imported = importó ajustes de un archivo
