# Lo que quien opera Signpost ha retirado de las notas y respuestas, en todos los servidores.

answer-withdrawn = No se publicó nada: quien opera Signpost ha retirado por ahora las notas sobre { $topic }, en todos los servidores. *{ command-send-help }* funciona.
answer-withdrawn-all = No se publicó nada: quien opera Signpost ha retirado por ahora todas las notas, en todos los servidores. `/{ command-resources }` funciona.
