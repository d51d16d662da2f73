# /signpost-privacy: für jedes Mitglied.

command-signpost-privacy = signpost-datenschutz
command-signpost-privacy-about = Was Signpost von einem Konto behält, und wie es nicht mehr gelesen wird
command-privacy-show = zeigen
command-privacy-show-about = Was Signpost von den Nachrichten behält, wer es sieht und wie lange
command-privacy-opt-out = nicht-lesen
command-privacy-opt-out-about = Signpost liest meine Nachrichten auf diesem Server nicht mehr
command-privacy-opt-in = lesen
command-privacy-opt-in-about = Signpost liest meine Nachrichten auf diesem Server wieder
command-privacy-delete = löschen
command-privacy-delete-about = Löscht, was Signpost von einer meiner Nachrichten behält
command-privacy-delete-link = link
command-privacy-delete-link-about = Nachricht halten oder rechts anklicken, dann Nachrichtenlink kopieren

privacy-kept = **Was Signpost behält: keinen Text und keinen Namen.**
    - Von einer unauffälligen Nachricht nur, wie viele in einer Woche gelesen wurden.
    - Von einer markierten: ihre Nummer und ihren Ort, das Thema, eine Punktzahl, die Arten von Behauptungen, was die Moderation entschied, und einen verschlüsselten Abdruck, aus dem kein Text wird. { $days ->
        [one] Nach höchstens { $days } Tag
       *[other] Nach höchstens { $days } Tagen
    } wird alles gelöscht. Wird die Nachricht gelöscht, verschwinden Punktzahl und Abdruck sofort, die Behauptungen auch, außer die Moderation hat sie gelöscht; Nummer, Ort und Entscheidung bleiben für den Rest der Zeit.
    - Von einem Hinweis: seine Nummer und die der Nachricht, solange er steht.
    - Das Protokoll der Moderation kann Namen und kurze Zitate einer markierten Nachricht zeigen, bis sie gelöscht ist oder die Zeit endet. Wer einen Hinweis einen Fehler nennt, steht dort mit Namen und Worten; sonst wird das nur gezählt.
    - Von der Moderation: die Kontonummer bei dem, was sie entscheidet oder ändert, ebenso lange.
privacy-can-do = **Was möglich ist**
    - `/{ command-signpost-privacy } { command-privacy-opt-out }`: Die eigenen Nachrichten hier werden gar nicht gelesen. Behalten wird nur ein verschlüsseltes Zeichen, nie ein Name. Die Moderation erfährt, wie viele es sind, nicht wer; niemand sonst kann es aufheben. Es gilt auch, wenn der Server Daten löscht oder Signpost entfernt.
    - `/{ command-signpost-privacy } { command-privacy-delete }`: Was von einer Nachricht behalten wurde, wird gelöscht, ihr Hinweis entfernt, Name und Zitate aus dem Protokoll.
privacy-limits = **Was das nicht verhindert**
    - Die Kopie eines Proxys wie PluralKit sagt nicht, von wem sie ist: Sie wird gelesen, wo die Moderation das will.
    - Die Moderation kann von Hand auf eine Nachricht antworten lassen. Gelesen wird sie nicht, aber ihre Nummer behalten, und das Protokoll kann den Namen zeigen. Wer eine Nachricht prüft, sieht, dass sie nicht gelesen wird, nicht warum.
    - Auch eine Ausnahme wird nur als Zeichen behalten.
privacy-is-read = **Jetzt:** Die eigenen Nachrichten hier können gelesen werden.
privacy-is-out = **Jetzt:** Die eigenen Nachrichten hier werden nicht gelesen.

privacy-opted-out =
    Erledigt. Signpost liest die Nachrichten dieses Kontos auf diesem Server ab jetzt nicht.
    Was von früheren behalten wurde, verschwindet von selbst { $days ->
        [one] nach höchstens { $days } Tag
       *[other] nach höchstens { $days } Tagen
    }. Um es sofort zu löschen, Nachricht für Nachricht: `/{ command-signpost-privacy } { command-privacy-delete }`
    Um es rückgängig zu machen: `/{ command-signpost-privacy } { command-privacy-opt-in }`
privacy-opted-in = Erledigt. Signpost liest die Nachrichten dieses Kontos auf diesem Server, wo die Moderation es lesen lässt. Um das zu beenden: `/{ command-signpost-privacy } { command-privacy-opt-out }`

privacy-no-link = Das ist kein Link zu einer Nachricht, also ist nichts geschehen. Die Nachricht halten oder rechts anklicken, Nachrichtenlink kopieren wählen und diesen Link angeben.
privacy-other-server = Dieser Link führt zu einem anderen Server, also ist nichts geschehen. Der Befehl gehört dorthin.
privacy-no-post = Unter diesem Link finde ich keine Nachricht dieses Kontos. Sie ist vielleicht gelöscht oder steht, wo ich nicht nachsehen kann. Sehe ich, dass eine Nachricht gelöscht ist, verschwinden Punktzahl, Abdruck und Zitate von selbst.
privacy-not-yours = Diese Nachricht ist von einem anderen Konto, also ist nichts geschehen. Nur wer sie schrieb, kann sie löschen lassen.
privacy-by-webhook = Diese Nachricht kam über einen Webhook oder einen Proxy wie PluralKit. Sie sagt nicht, von wem sie ist, also kann ich es nicht wissen, und es ist nichts geschehen. Wird sie über den Proxy gelöscht, verschwinden Punktzahl, Abdruck und Zitate mit ihr.
privacy-nothing-kept = Von dieser Nachricht ist nichts behalten, und unter ihr steht kein Hinweis. Es gab nichts zu tun.
privacy-erased = Erledigt. Von dieser Nachricht ist nichts mehr behalten. Ihr Hinweis, falls sie einen hatte, ist fort, und das Protokoll der Moderation zeigt weder Namen noch Worte daraus.
privacy-erased-in-part = Von dieser Nachricht ist nichts mehr behalten. Discord ließ mich den Hinweis oder den Eintrag im Protokoll noch nicht entfernen: In ein paar Minuten versuche ich es wieder. Steht morgen noch etwas da, bitte der Moderation Bescheid geben.
privacy-read-again = Die Nachricht selbst steht noch. Wird sie bearbeitet, oder lässt die Moderation alte Nachrichten lesen, wird sie wieder gelesen. Dagegen hilft, sie zu löschen oder nicht mehr gelesen zu werden.
privacy-discord-silent = Discord antwortet mir gerade nicht. Bitte in ein paar Minuten noch einmal versuchen.
