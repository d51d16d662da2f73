# Por qué no se pudo leer un archivo de un mensaje.

unread-gone = ya no está
unread-refused = Discord no quiso entregarlo
unread-slow = tardó demasiado en llegar
unread-foreign = no está guardado en Discord
unread-broken = la descarga se interrumpió
unread-too-many = el mensaje lleva más archivos de los que se leen
unread-crowded = llegaron demasiados archivos a la vez
unread-empty = no contiene texto
unread-not-text = no es el texto que promete su nombre
unread-too-large = es más grande que lo que se lee de su tipo
unread-encrypted = está protegido con contraseña
unread-damaged = está dañado o no es lo que dice su nombre
unread-swollen = al descomprimirse ocupa más de lo que se lee
unread-laborious = leerlo llevó demasiado tiempo
unread-stopped = su lectura se interrumpió
unread-unable = la lectura de imágenes no funciona en esta instalación
unread-used-up = se agotó la cantidad diaria de capturas de pantalla
unread-kept = lo que queda de la cantidad diaria de capturas se guarda para mensajes nuevos
