# A quién y qué no se lee: /signpost exenciones.

exempt-nothing = Nada está exento: Signpost lee a todo el mundo donde no está apagado.
exempt-needs-one = Elige también un rol, un canal o un miembro: ¿a quién o qué debo dejar de eximir?
exempt-everyone = @everyone no puede quedar exento: no se leería nada. Para eso está el modo **{ mode-off }**.
exempt-full = No se añadió { $what }: ya hay { $most } exenciones de ese tipo. Quita una primero.

exempt-set = Exención puesta: { $what }. Signpost no lee eso desde ahora; las notas ya publicadas se quedan.
exempt-set-each = Exenciones puestas, cada una por sí misma y no solo juntas: { $what }. Signpost no lee eso desde ahora; las notas ya publicadas se quedan.
exempt-ended = Exención quitada: { $what }. Signpost vuelve a leer eso, salvo que esté apagado o tenga otra exención.
exempt-never = No tenía exención propia, así que no cambió nada: { $what }.
exempt-still = **{ $what } sigue sin leerse**, porque esto también tiene exención: { $named }.
exempt-still-within = Siguen sin leerse en { $what }: { $channels }.

exempt-list = Exento, no se lee: { $kinds }.
exempt-list-roles = roles: { $names }
exempt-list-channels = canales: { $names }
exempt-list-categories = categorías: { $names }
exempt-list-members = miembros: { $number } (se guardan como marcas cifradas, así que no puedo nombrarlos)

exempt-summary = Exento, no se lee: { $kinds }. { $exempt } lo enumera.
exempt-roles = { $number ->
    [one] { $number } rol
   *[other] { $number } roles
}
exempt-channels = { $number ->
    [one] { $number } canal
   *[other] { $number } canales
}
exempt-categories = { $number ->
    [one] { $number } categoría
   *[other] { $number } categorías
}
exempt-members = { $number ->
    [one] { $number } miembro
   *[other] { $number } miembros
}
