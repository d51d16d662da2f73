# Lo que movió una puntuación.

signal-sells = leído entero, le vende un remedio a quien lee
signal-sells-not = leído entero, no le vende un remedio a quien lee
signal-worded-for = está redactado como los textos promocionales
signal-worded-against = está redactado como una conversación, una noticia o un texto científico
signal-own = cuenta algo de la propia vida
signal-asked = hace una pregunta
signal-quoted = cita palabras de otra persona
signal-objected = cita palabras de otra persona y las contradice
signal-praised = cita palabras de otra persona y las elogia
signal-rebutted = rebate o pone en duda esas afirmaciones
signal-reported = cuenta lo que hacen otras personas
signal-offer = lo ofrece en venta o nombra una forma de conseguirlo
signal-urge = anima a quien lee a tomarlo
signal-byline = presenta a quien lo escribe como autoridad
signal-unit = da cantidades para tomar
signal-warn = advierte de daños
signal-help = señala dónde hay ayuda
signal-news = informa sobre leyes o autoridades
signal-leaving = cuenta cómo lo dejó atrás
signal-elsewhere = nombra el tema solo junto a un texto que trata de otra cosa
signal-no-topic = no nombra ningún tema
moved-says = dice que { $claim }
moved-insists = hace { $number ->
    [one] { $number } afirmación
   *[other] { $number } afirmaciones distintas
}
moved-matches = coincide con un artículo conocido, { $name }: { $share } de uno está en el otro
