# Was Mitglieder lesen: /resources, und das Formular unter einem Hinweis.

command-resources = hilfsangebote
command-resources-about = Hilfetelefone und gesichertes Wissen, nur für einen selbst sichtbar
resources-topic-withdrawn = **Zum Thema { $topic }**: Im Moment wird nichts gezeigt. Es wird gerade geprüft.
command-resources-country = land
command-resources-country-about = Die Angebote welches Landes; ohne Angabe die des Servers
command-resources-topic = thema
command-resources-topic-about = Worüber es etwas zu lesen gibt, neben den Hilfetelefonen
command-resources-need = bedarf
command-resources-need-about = Nur Angebote dafür, mit der Notrufnummer
command-resources-public = öffentlich
command-resources-public-about = Hier für alle sichtbar posten (für die Moderation)

topic-kratom = Kratom
topic-7-oh = 7-OH (konzentriert)
topic-tianeptine = Tianeptin
topic-phenibut = Phenibut
topic-ibogaine = Ibogain
topic-cannabis = CBD und Cannabis beim Entzug
topic-kava = Kava
topic-rapid-detox = Schnellentzug und Detox-Kits

need-crisis = eine Krise
need-treatment = Behandlung
need-poison = schlechte Reaktion oder Mischung
need-alone = Konsum allein
need-families = Familie und Nahestehende

resources-about = **Zum Thema { $topic }: was bekannt ist**
resources-need-lacking = Dafür gibt es hier noch kein geprüftes Angebot: { $need }.
resources-public-refused = Nur die Moderation kann das für alle posten. Ohne „{ command-resources-public }“ kommt die Antwort privat.

contest-title = Dieser Hinweis ist ein Fehler
contest-ask = Was stimmt damit nicht?
contest-hint = Geht mit dem Namen des Kontos an die Moderation des Servers. Wird nicht gespeichert.

contest-handed-on = Danke. Die Moderation dieses Servers hat die Meldung jetzt, mit dem Namen des Kontos, und kann den Hinweis entfernen.
contest-counted = Danke, das ist gezählt. Dieser Server hat kein Protokoll, in das ich schreiben kann; bitte auch der Moderation Bescheid geben.
contest-failed = Das ließ sich gerade nicht weitergeben: Discord nahm es nicht an. Bitte in einer Minute noch einmal versuchen oder der Moderation Bescheid geben.
contest-note-gone = Diesen Hinweis gibt es nicht mehr.
contest-not-taken-here = Die Moderation dieses Servers kümmert sich persönlich darum: bitte dort jemandem schreiben.
contest-once = Dieser Hinweis wurde von diesem Konto schon gemeldet. Die Moderation hat die Meldung.
contest-today = Von diesem Konto wurden heute schon { $most } Hinweise gemeldet. Für einen weiteren bitte der Moderation schreiben.
