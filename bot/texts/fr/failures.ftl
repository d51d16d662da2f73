# Ce qui est dit à tout le monde quand quelque chose échoue.

failure-server-unknown = Discord ne me montre pas ce serveur en ce moment : il y a une panne, ou je n’en fais pas partie. À réessayer dans quelques minutes ; si cela ne suffit pas, Signpost doit être invité à nouveau.
failure-command-changed = Cette commande a changé depuis que Discord l’a chargée. Redémarrer Discord, puis réessayer.
failure-slow = Discord est lent, et cela n’a peut-être pas été fait. À réessayer dans une minute.
failure-store = Cela n’a pas pu être enregistré ou retrouvé ; l’erreur vient du programme. À réessayer dans une minute ; le faire deux fois est sans danger.
failure-unforeseen = Cela n’a pas marché ; l’erreur vient du programme. À réessayer ; si cela échoue encore, merci de transmettre ce code.
failure-code = Code pour qui gère ce bot : `{ $code }`
failure-forbidden = Discord ne me laisse pas faire cela ici. Voir dans les paramètres du salon → Permissions ce que Signpost peut faire, puis réessayer.
failure-gone-message = Ce message n’existe plus : il a été supprimé entre-temps.
failure-gone-something = Ce dont il s’agit n’existe plus : cela a été supprimé entre-temps.
