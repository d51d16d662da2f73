# El modo que un servidor se ha ganado: se sugiere en su registro de moderación, o se da el paso atrás.

advice-forward = **Signpost se ha ganado más: ¿«{ $then }» en lugar de «{ $now }»?**
advice-back = **Signpost se equivoca demasiado aquí: ¿«{ $then }» en lugar de «{ $now }»?**
advice-stepped-back = **Signpost ha vuelto por sí mismo de «{ $now }» a «{ $then }»**, como está ajustado en este servidor.
advice-numbers = En este modo, el equipo de moderación confirmó { $confirmed } de { $rulings } casos o publicó su nota. Así que Signpost acierta entre el { $low } % y el { $high } % de las veces (con un 95 % de seguridad); el objetivo aquí es el { $goal } %.
advice-does = En «{ $then }», Signpost { $does }.
advice-own-modes = Los canales con un modo propio lo conservan.
advice-who = Pueden cambiarlo quienes tienen el permiso Gestionar servidor. Hasta entonces, nada cambia.
advice-undo = Quienes tienen el permiso Gestionar servidor pueden volver a cambiarlo con `/signpost { command-mode }`.

advice-switch = Cambiar a { $mode }
advice-later = Ahora no

advice-switched = **Se cambió a «{ $mode }»**, por { $by }.
advice-declined = **Ahora no**, dice { $by }. Signpost no sugiere nada durante una semana.
advice-over = Esta sugerencia ya no vale: el modo aquí es ahora «{ $mode }». No cambió nada.

advice-not-here = Este botón no se hizo para este servidor, así que no hace nada. Usa `/signpost { command-mode }`.
