# Lo que leen los miembros: /resources y el formulario debajo de una nota.

command-resources = recursos
command-resources-about = Líneas de ayuda y evidencia, en privado
resources-topic-withdrawn = **Sobre { $topic }**: por ahora no se muestra nada. Se está revisando.
command-resources-country = país
command-resources-country-about = De qué país son las líneas; si no eliges, del país de este servidor
command-resources-topic = tema
command-resources-topic-about = Sobre qué leer, además de las líneas de ayuda
command-resources-need = necesidad
command-resources-need-about = Solo las líneas para esto, con el número de emergencias
command-resources-public = público
command-resources-public-about = Publicarlo aquí para todo el mundo (para el equipo de moderación)

topic-kratom = kratom
topic-7-oh = 7-OH (concentrado)
topic-tianeptine = tianeptina
topic-phenibut = fenibut
topic-ibogaine = ibogaína
topic-cannabis = CBD y cannabis para la abstinencia
topic-kava = kava
topic-rapid-detox = desintoxicación rápida y kits de desintoxicación

need-crisis = una crisis
need-treatment = tratamiento
need-poison = una mala reacción o una mezcla
need-alone = consumir a solas
need-families = familias y amistades

resources-about = **Sobre { $topic }: lo que se sabe**
resources-need-lacking = Aquí todavía no hay una línea comprobada para esto: { $need }.
resources-public-refused = Solo el equipo de moderación puede publicarlo para todo el mundo. Deja «{ command-resources-public }» vacío y te llegará solo a ti.

contest-title = Esta nota es un error
contest-ask = ¿Qué tiene de malo?
contest-hint = Llega al equipo de moderación con tu nombre. No se guarda.

contest-handed-on = Gracias. El equipo de moderación de este servidor ya lo tiene, con tu nombre, y puede retirar la nota.
contest-counted = Gracias, queda contado. Este servidor no tiene un registro en el que pueda escribir, así que avisa también a alguien del equipo de moderación.
contest-failed = Ahora no se pudo entregar: Discord no lo aceptó. Inténtalo de nuevo en un minuto o avisa a alguien del equipo de moderación.
contest-note-gone = Esa nota ya no está.
contest-not-taken-here = El equipo de moderación de este servidor lo atiende en persona: escribe a alguien del equipo.
contest-once = Ya avisaste al equipo de moderación sobre esta nota. La tiene en sus manos.
contest-today = Hoy ya avisaste sobre { $most } notas. Para otra, escribe a alguien del equipo de moderación.
