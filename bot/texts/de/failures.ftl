# Was allen gesagt wird, wenn etwas nicht gelingt.

failure-server-unknown = Discord zeigt mir diesen Server gerade nicht: Es gibt eine Störung, oder ich gehöre nicht dazu. In ein paar Minuten noch einmal versuchen; hilft das nicht, muss Signpost neu eingeladen werden.
failure-command-changed = Dieser Befehl hat sich geändert, seit Discord ihn geladen hat. Discord neu starten, dann noch einmal versuchen.
failure-slow = Discord ist langsam; vielleicht ist es nicht geschehen. In einer Minute noch einmal versuchen.
failure-store = Das ließ sich nicht speichern oder nachsehen; es lag am Programm. In einer Minute noch einmal versuchen; doppelt schadet nicht.
failure-unforeseen = Das ging nicht; es lag am Programm. Noch einmal versuchen; geht es wieder nicht, bitte diesen Code weitergeben.
failure-code = Code für die Leute, die diesen Bot betreiben: `{ $code }`
failure-forbidden = Discord lässt mich das hier nicht tun. Unter Kanaleinstellungen → Berechtigungen nachsehen, was Signpost darf, dann noch einmal versuchen.
failure-gone-message = Diese Nachricht gibt es nicht mehr: Sie wurde inzwischen gelöscht.
failure-gone-something = Das, worum es ging, gibt es nicht mehr: Es wurde inzwischen gelöscht.
