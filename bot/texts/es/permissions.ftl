# Cómo llama el cliente de Discord a los permisos que Signpost puede necesitar.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-send-messages-in-threads = Enviar mensajes en hilos
permission-read-message-history = Leer el historial de mensajes
permission-manage-messages = Gestionar mensajes
permission-manage-threads = Gestionar hilos
permission-manage-webhooks = Gestionar webhooks
permission-manage-roles = Gestionar roles
permission-locked-thread = Gestionar hilos (este hilo está bloqueado)
