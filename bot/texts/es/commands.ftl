# Nombres y descripciones de los comandos y sus opciones, como los muestra Discord.

command-signpost = signpost
command-signpost-about = Notas bajo textos promocionales: qué hace Signpost en este servidor

command-status = estado
command-status-about = Qué vigila Signpost aquí, qué le falta y cómo dárselo

command-exempt = exenciones
command-exempt-about = A quién y qué no lee Signpost; sin opciones, lo enumera (requiere Gestionar servidor)
command-exempt-role = rol
command-exempt-role-about = Miembros con este rol
command-exempt-channel = canal
command-exempt-channel-about = Un canal, hilo o foro con todo lo que contiene, o una categoría entera
command-exempt-member = miembro
command-exempt-member-about = Un miembro; solo se guarda una marca cifrada, nunca el nombre ni el número
command-exempt-exempt = exento
command-exempt-exempt-about = Sí lo exime, no hace que se vuelva a leer

command-webhooks = webhooks
command-webhooks-about = Qué webhooks lee Signpost; sin opciones, los enumera (requiere Gestionar servidor)
command-webhooks-source = origen
command-webhooks-source-about = PluralKit, el ID de un webhook o el enlace de un mensaje que publicó
command-webhooks-read = leer
command-webhooks-read-about = Sí hace que se lea, no lo deja otra vez sin leer
