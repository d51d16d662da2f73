# Ce que lisent les membres : /resources, et le formulaire sous une note.

command-resources = ressources
command-resources-about = Lignes d’aide et faits établis, en privé
resources-topic-withdrawn = **Sur ce sujet ({ $topic })** : rien n’est affiché pour le moment. Une vérification est en cours.
command-resources-country = pays
command-resources-country-about = De quel pays sont les lignes ; sans choix, le pays de ce serveur
command-resources-topic = sujet
command-resources-topic-about = Sur quoi lire, en plus des lignes d’aide
command-resources-need = besoin
command-resources-need-about = Seulement les lignes pour cela, avec le numéro d’urgence
command-resources-public = public
command-resources-public-about = Publier la réponse ici pour tout le monde (pour la modération)

topic-kratom = kratom
topic-7-oh = 7-OH (concentré)
topic-tianeptine = tianeptine
topic-phenibut = phénibut
topic-ibogaine = ibogaïne
topic-cannabis = CBD et cannabis contre le manque
topic-kava = kava
topic-rapid-detox = sevrage rapide et kits de détox

need-crisis = une crise
need-treatment = un traitement
need-poison = une mauvaise réaction ou un mélange
need-alone = consommer sans personne auprès de soi
need-families = familles et proches

resources-about = **Sur ce sujet ({ $topic }) : ce que l’on sait**
resources-need-lacking = Il n’y a pas encore ici de ligne vérifiée pour cela : { $need }.
resources-public-refused = Seule la modération peut publier cela pour tout le monde. Sans « { command-resources-public } », la réponse arrive en privé.

contest-title = Cette note est une erreur
contest-ask = Qu’est-ce qui ne va pas ?
contest-hint = Transmis à la modération du serveur avec le nom du compte. Rien n’est enregistré.

contest-handed-on = Merci. La modération de ce serveur a reçu le signalement, avec le nom du compte, et peut retirer la note.
contest-counted = Merci, c’est compté. Ce serveur n’a pas de journal où je peux écrire : il faut aussi prévenir quelqu’un de la modération.
contest-failed = Cela n’a pas pu être transmis : Discord ne l’a pas accepté. À réessayer dans une minute, ou à dire à quelqu’un de la modération.
contest-note-gone = Cette note n’est plus là.
contest-not-taken-here = La modération de ce serveur répond en personne : il faut écrire à quelqu’un de l’équipe.
contest-once = Cette note a déjà été signalée depuis ce compte. La modération s’en occupe.
contest-today = Ce compte a déjà signalé { $most } notes aujourd’hui. Pour une autre, il faut écrire à quelqu’un de la modération.
