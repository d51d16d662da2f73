# /signpost stats: los números de un servidor.

command-stats = estadísticas
command-stats-about = Lo que hizo Signpost en este servidor, en números: solo recuentos, nada de personas
command-stats-weeks = semanas
command-stats-weeks-about = Cuántas semanas hacia atrás; 12 si no dices otra cosa

stats-empty = { $weeks ->
    [one] Aún no hay nada que contar: esta semana Signpost no ha leído ningún mensaje aquí.
   *[other] Aún no hay nada que contar: en las últimas { $weeks } semanas Signpost no ha leído ningún mensaje aquí.
}
stats-heading = { $weeks ->
    [one] **Esta semana, desde el { $since }**
   *[other] **Las últimas { $weeks } semanas, desde el { $since }**
}
stats-posts = Mensajes leídos: { $posts }
stats-cases = Casos: { $cases }. Notas enviadas: { $notes }, de las que { $withdrawn } ya no están.
stats-rulings = Decisiones: { $confirmed } para confirmar, { $dismissed } para descartar.
stats-precision = Precisión: se confirmó el { $share } % de los casos decididos. Con tantas decisiones, la proporción real está entre el { $low } % y el { $high } % (intervalo del 95 %). No cuentan los casos que abrió el equipo de moderación.
stats-no-precision = Precisión: aún no hay decisiones. Confirma o descarta casos en el registro de moderación o en `/signpost { command-cases }`.
stats-contests = Objeciones de miembros: { $contests }
stats-claims = Afirmaciones más frecuentes: { $claims }.
stats-undrawn = Ahora no se pudo dibujar el gráfico; todos los números están aquí y en la tabla.

stats-chart-cases = Casos y notas por semana
stats-chart-rulings = Decisiones por semana
stats-chart-posts = Mensajes leídos por semana
stats-label-cases = casos
stats-label-notes = notas
stats-label-confirmed = confirmados
stats-label-dismissed = descartados
stats-label-posts = mensajes

stats-alt = Gráficos de barras por semana, { $weeks } desde el { $since }. Casos: { $cases }, la mayoría en la semana del { $peak } ({ $most }). Notas: { $notes }. Decisiones: { $confirmed } casos confirmados y { $dismissed } descartados. Mensajes leídos: { $posts }. Todos los números están también en la tabla.
