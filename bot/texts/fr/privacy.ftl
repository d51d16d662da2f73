# /signpost-privacy : pour chaque membre.

command-signpost-privacy = signpost-vie-privée
command-signpost-privacy-about = Ce que Signpost garde sur un compte, et comment ne plus être lu
command-privacy-show = voir
command-privacy-show-about = Ce que Signpost garde des messages d’un compte, qui le voit et combien de temps
command-privacy-opt-out = ne-pas-lire
command-privacy-opt-out-about = Signpost ne lit plus mes messages sur ce serveur
command-privacy-opt-in = lire
command-privacy-opt-in-about = Signpost lit de nouveau mes messages sur ce serveur
command-privacy-delete = effacer
command-privacy-delete-about = Effacer ce que Signpost garde d’un de mes messages
command-privacy-delete-link = lien
command-privacy-delete-link-about = Appui long ou clic droit sur le message, puis Copier le lien du message

privacy-kept = **Ce que Signpost garde : aucun texte, aucun nom.**
    - D’un message non signalé : rien, sauf un compte des messages lus par semaine.
    - D’un message signalé : son numéro et son lieu, le sujet, un score, le type d’affirmations, les décisions de la modération et une empreinte chiffrée qui ne redonne pas le texte. { $days ->
        [one] Après { $days } jour au plus
       *[other] Après { $days } jours au plus
    }, tout est effacé. Si le message est supprimé, score et empreinte partent aussitôt, les affirmations aussi sauf si la modération l’a supprimé ; numéro, lieu et décisions restent jusqu’au terme.
    - D’une note : son numéro et celui du message, tant qu’elle existe.
    - Le journal de la modération peut montrer le nom de l’auteur et de courts extraits d’un message signalé, jusqu’à sa suppression ou jusqu’au terme. Dire qu’une note est une erreur y met le nom du compte et les mots écrits ; sinon, c’est seulement compté.
    - De la modération : le numéro du compte à côté de ce qu’il décide ou change, aussi longtemps.
privacy-can-do = **Ce qui est possible**
    - `/{ command-signpost-privacy } { command-privacy-opt-out }` : les messages ici ne sont plus lus du tout. Seule une marque chiffrée est gardée, jamais un nom. La modération sait combien de comptes l’ont fait, pas lesquels ; nul autre ne peut l’annuler. Cela vaut même si le serveur efface ses données ou retire Signpost.
    - `/{ command-signpost-privacy } { command-privacy-delete }` : ce qui est gardé d’un message est effacé, sa note est retirée, nom et extraits quittent le journal.
privacy-limits = **Ce que cela n’empêche pas**
    - Une copie publiée par un proxy comme PluralKit ne dit pas de qui elle est : elle est lue là où la modération le veut.
    - La modération peut faire répondre à un message à la main. Il n’est pas lu, mais son numéro est gardé et le journal peut montrer le nom. Et qui vérifie un message voit qu’il n’est pas lu, pas pourquoi.
    - Une exemption est aussi gardée comme marque chiffrée.
privacy-is-read = **Maintenant :** les messages de ce compte peuvent être lus ici.
privacy-is-out = **Maintenant :** les messages de ce compte ne sont pas lus ici.

privacy-opted-out =
    C’est fait. Signpost ne lit plus les messages de ce compte sur ce serveur.
    Ce qui est gardé des messages plus anciens s’efface seul { $days ->
        [one] après { $days } jour au plus
       *[other] après { $days } jours au plus
    }. Pour l’effacer dès maintenant, message par message : `/{ command-signpost-privacy } { command-privacy-delete }`
    Pour revenir en arrière : `/{ command-signpost-privacy } { command-privacy-opt-in }`
privacy-opted-in = C’est fait. Signpost lit les messages de ce compte sur ce serveur, là où la modération le laisse lire. Pour ne plus être lu : `/{ command-signpost-privacy } { command-privacy-opt-out }`

privacy-no-link = Ce n’est pas le lien d’un message, donc rien n’a été fait. Appui long ou clic droit sur le message, choisir Copier le lien du message, et donner ce lien.
privacy-other-server = Ce lien mène à un autre serveur, donc rien n’a été fait. La commande est à utiliser là-bas.
privacy-no-post = Je ne trouve sous ce lien aucun message de ce compte. Il est peut-être supprimé, ou là où je ne peux pas regarder. Quand je vois qu’un message est supprimé, son score, son empreinte et ses extraits partent d’eux-mêmes.
privacy-not-yours = Ce message vient d’un autre compte, donc rien n’a été fait. Seul le compte qui l’a écrit peut le faire effacer.
privacy-by-webhook = Ce message est venu par un webhook ou un proxy comme PluralKit. Il ne dit pas de qui il est : je ne peux pas le savoir, et rien n’a été fait. S’il est supprimé par le proxy, son score, son empreinte et ses extraits partent avec lui.
privacy-nothing-kept = Rien n’est gardé de ce message, et il n’a pas de note. Il n’y avait rien à faire.
privacy-erased = C’est fait. Plus rien n’est gardé de ce message. Sa note, s’il en avait une, n’est plus là, et le journal de la modération n’en montre plus ni le nom ni les mots.
privacy-erased-in-part = Plus rien n’est gardé de ce message. Discord ne m’a pas encore laissé retirer la note ou l’entrée du journal : je réessaie dans quelques minutes. Si elles sont encore là demain, il faut prévenir la modération.
privacy-read-again = Le message lui-même est toujours là. S’il est modifié, ou si la modération fait lire d’anciens messages, il est relu. Pour l’éviter : le supprimer, ou ne plus être lu.
privacy-discord-silent = Discord ne me répond pas en ce moment. À réessayer dans quelques minutes.
