# /signpost redacción: la línea propia de un servidor en sus notas, y los recursos que muestran.

command-wording = redacción
command-wording-about = Mira la nota, añade una línea propia y elige sus recursos

wording-now = **La nota en este servidor**
    Esta vista previa solo la ves tú. Aquí una nota puede llevar una línea propia y hasta { $most } recursos.
wording-unsaved = **Sin guardar todavía**
    Así serían las notas nuevas. Guarda el cambio o vuelve a lo que hay ahora.
wording-faulty = **Esto no se puede guardar**
    No se pierde nada: cámbialo abajo o vuelve a lo que hay ahora.
wording-saved = **Guardado**
    Desde ahora, las notas nuevas son así. Las que ya están publicadas no cambian.
wording-not-your-choice = Algo de lo que este servidor eligió ya no encaja con su país o con el directorio. La nota muestra lo que queda, o lo habitual.
wording-no-room = En esta nota no hay sitio para tu línea, así que no sale. Acórtala o elige menos recursos.
wording-short = Las notas de este servidor son de una línea: dejan fuera esta línea y remiten a un solo lugar. En una crisis la nota va completa.

wording-button-change = Cambiar la línea
wording-button-standard = Usar lo habitual
wording-button-save = Guardar
wording-button-back = Volver
wording-choose = Elige los recursos
wording-form = Una línea propia
wording-form-line = Una línea, o vacío para ninguna
wording-form-about = Palabras sencillas sobre la ayuda que hay aquí. Hasta { $most } caracteres.

wording-misfit = **La redacción propia de la nota ya no encaja.** Cámbiala con `/signpost { command-wording }`:
wording-misfit-line = Hasta entonces, las notas la llevan donde cabe.
wording-misfit-resources = Hasta entonces, las notas muestran lo que queda de los recursos elegidos, o los habituales del país.

## Qué falla, y qué escribir en su lugar.

wording-wrong-stigma = «{ $found }» pone una etiqueta a una persona. Mejor: «{ $better }».
wording-wrong-accusation = «{ $found }» se dirige a una persona o la acusa. La nota trata del texto. Mejor: «{ $better }».
wording-wrong-alarm = «{ $found }» dice más de lo que se sabe. Mejor: «{ $better }».
wording-wrong-advice = «{ $found }» dice qué hacer con lo que alguien toma. La nota da datos y lugares. Mejor: «{ $better }».
wording-wrong-brand = «{ $found }» es el nombre de un producto. Una nota no nombra ninguno.
wording-wrong-denied = «{ $found }» lleva a un servicio cerrado, sustituido o que no es de salud. Elige uno del directorio.
wording-wrong-amount = «{ $found }» nombra una dosis, una cantidad o un precio. Quítalo, por favor.
wording-wrong-link = «{ $found }» parece un enlace. En una nota solo caben enlaces https a servicios del directorio o a sitios del gobierno de EE. UU. (.gov).
wording-wrong-mention = «{ $found }» menciona a alguien o algo. Una nota no avisa a nadie. Escribe el nombre sin el signo.
wording-wrong-formatting = «{ $found }» cambiaría el aspecto de la nota. Usa palabras sin formato.
wording-wrong-hard = La línea es difícil de leer. Usa frases más cortas, y palabras más cortas para: { $found }.
wording-wrong-long-line = { $over ->
    [one] A la línea le sobra un carácter. El máximo es { $most }.
   *[other] A la línea le sobran { $over } caracteres. El máximo es { $most }.
}
wording-wrong-long-note = { $over ->
    [one] A la nota le sobraría un carácter. Acorta la línea o elige menos recursos.
   *[other] A la nota le sobrarían { $over } caracteres. Acorta la línea o elige menos recursos.
}
wording-wrong-lacking = Falta { $better }. Toda nota en este país tiene que mostrarlo.
wording-wrong-no-help = La nota no mostraría ningún lugar que ayude. Añade uno, como { $better }.
wording-wrong-not-offered = No está en el directorio de este país: { $found }.
wording-wrong-many = { $over ->
    [one] Sobra un recurso. Una nota muestra como mucho { $most }.
   *[other] Sobran { $over } recursos. Una nota muestra como mucho { $most }.
}
