# /signpost datos: todo lo que se guarda de un servidor.

command-data = datos
command-data-about = Lo que se guarda de este servidor: una copia, o borrarlo
command-data-export = exportar
command-data-export-about = Recibe en un archivo todo lo que se guarda de este servidor
command-data-delete = borrar
command-data-delete-about = Borra todo lo que se guarda de este servidor, tras preguntar una vez más

data-exported = Todo lo que se guarda de este servidor: { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
}, en JSON. No contiene el texto de ningún mensaje ni quién lo escribió. De quienes moderan contiene identificadores, en el historial y junto a sus decisiones; los miembros exentos o que pidieron no ser leídos figuran como marcas cifradas. Solo tú ves este mensaje.
data-exported-packed = El archivo va comprimido, porque si no Discord no lo aceptaría: ábrelo con cualquier programa que conozca gzip.
data-too-large = El archivo tendría { $size } MB incluso comprimido, y Discord acepta { $most } MB aquí, así que no pude enviarlo. No cambió nada. Con un plazo de conservación más corto será menor; quien administra este bot también puede dártelo.
data-discord-silent = Discord no aceptó el archivo. No cambió nada. Inténtalo de nuevo en unos minutos.

data-delete-title = **¿Borrar todo lo que se guarda de este servidor?**
data-delete-copy = Se borra enseguida y no se puede recuperar. Para tener una copia: `/signpost { command-data } { command-data-export }`
data-delete-goes = **Se borra**
data-delete-settings = - los ajustes de este servidor, { $channels ->
    [one] el modo propio de { $channels } canal
   *[other] los modos propios de { $channels } canales
}, { $exempt ->
    [one] { $exempt } exención
   *[other] { $exempt } exenciones
}, { $webhooks ->
    [one] { $webhooks } webhook que se lee
   *[other] { $webhooks } webhooks que se leen
}
data-delete-cases = - { $cases ->
    [one] { $cases } caso, con sus huellas y su decisión
   *[other] { $cases } casos, con sus huellas y sus decisiones
}
data-delete-records = - { $acts ->
    [one] { $acts } línea del historial
   *[other] { $acts } líneas del historial
}, { $scans ->
    [one] { $scans } repaso de mensajes antiguos
   *[other] { $scans } repasos de mensajes antiguos
} y todas las cifras. Si hay un repaso en marcha, termina.
data-delete-standing = - { $notes ->
    [one] { $notes } nota, que retiro de su canal
   *[other] { $notes } notas, que retiro de sus canales
}, y lo que { $entries ->
    [one] muestra { $entries } entrada
   *[other] muestran { $entries } entradas
} del registro de moderación. Eso lleva un rato. Lo que Discord no me deje cambiar queda como un mensaje cualquiera, para que lo borres tú.
data-delete-stays = **Se queda**
data-delete-opt-outs = - { $number ->
    [0] las peticiones de no ser leído, aunque ahora no hay ninguna
    [one] { $number } petición de no ser leído
   *[other] { $number } peticiones de no ser leído
}: pertenecen a quienes las hicieron
data-delete-messages = - lo demás que Signpost escribió en tus canales
data-delete-after = **Después** sigo como en un servidor nuevo: sin registro de moderación, sin nada exento, en el modo { $mode } ({ $does }). Si quieres que pare, quita a Signpost del servidor.
data-delete-button = Borrar todos los datos

data-form-title = Borrar todos los datos
data-form-label = El nombre de este servidor
data-form-about = Escríbelo para borrar todo lo que se guarda de él

data-wrong-name = Ese no es el nombre de este servidor, así que no se borró nada. Su nombre es: { $name }
data-deleted = Todo lo que se guardaba de este servidor está borrado. Sigo como en un servidor nuevo: para elegir un registro de moderación y un modo, usa `/signpost { command-setup }`.
data-deleted-taking-back = Ahora retiro { $notes ->
    [one] { $notes } nota
   *[other] { $notes } notas
} y vacío { $entries ->
    [one] { $entries } entrada
   *[other] { $entries } entradas
} del registro de moderación, hasta donde Discord me deje.
data-for-managers = Solo quien tiene el permiso Gestionar servidor puede borrar los datos de este servidor. No se borró nada.
