# /signpost-privacy: para cada membro.

command-signpost-privacy = signpost-privacidade
command-signpost-privacy-about = O que o Signpost guarda de uma conta, e como deixar de ser lida
command-privacy-show = ver
command-privacy-show-about = O que o Signpost guarda das mensagens, quem vê e por quanto tempo
command-privacy-opt-out = não-ler
command-privacy-opt-out-about = O Signpost deixa de ler minhas mensagens neste servidor
command-privacy-opt-in = ler
command-privacy-opt-in-about = O Signpost volta a ler minhas mensagens neste servidor
command-privacy-delete = apagar
command-privacy-delete-about = Apaga o que o Signpost guarda de uma das minhas mensagens
command-privacy-delete-link = link
command-privacy-delete-link-about = Segurar a mensagem ou clicar com o botão direito, depois Copiar link da mensagem

privacy-kept = **O que o Signpost guarda: nenhum texto e nenhum nome.**
    - De uma mensagem não sinalizada: nada além da contagem de mensagens lidas na semana.
    - De uma mensagem sinalizada: número e lugar, o tema, uma pontuação, os tipos de afirmações, o que a moderação decidiu e uma impressão cifrada que não volta a ser texto. { $days ->
        [one] Em no máximo { $days } dia
       *[other] Em no máximo { $days } dias
    } tudo é apagado. Se a mensagem for apagada, pontuação e impressão somem logo, e as afirmações também, salvo se a moderação a apagou; número, lugar e decisões ficam pelo resto desse tempo.
    - De uma nota: o número dela e o da mensagem, enquanto a nota existir.
    - O registro da moderação pode mostrar o nome de quem escreveu e trechos curtos de uma mensagem sinalizada, até ela ser apagada ou o tempo acabar. Quem diz que uma nota é um erro aparece ali com nome e palavras; fora isso, só se conta.
    - De quem modera: o número da conta junto ao que decide ou muda, pelo mesmo tempo.
privacy-can-do = **O que é possível fazer**
    - `/{ command-signpost-privacy } { command-privacy-opt-out }`: as mensagens aqui não são lidas. Fica só uma marca cifrada, nunca um nome. A moderação sabe quantas contas pediram isso, não quais; ninguém mais pode desfazer. Vale mesmo que o servidor apague os dados ou retire o Signpost.
    - `/{ command-signpost-privacy } { command-privacy-delete }`: apaga-se o que se guarda de uma mensagem, a nota é retirada, e nome e trechos saem do registro.
privacy-limits = **O que isso não impede**
    - Uma cópia publicada por um proxy como o PluralKit não diz de quem é: é lida onde a moderação quiser.
    - A moderação pode responder à mão a uma mensagem com o Signpost. Ela não é lida, mas o número fica guardado e o registro pode mostrar o nome. E quem verifica uma mensagem vê que não é lida, não por quê.
    - Uma isenção também fica guardada como marca cifrada.
privacy-is-read = **Agora:** as mensagens desta conta podem ser lidas aqui.
privacy-is-out = **Agora:** as mensagens desta conta não são lidas aqui.

privacy-opted-out =
    Feito. A partir de agora, o Signpost não lê as mensagens desta conta neste servidor.
    O que se guarda de mensagens anteriores some por si { $days ->
        [one] em no máximo { $days } dia
       *[other] em no máximo { $days } dias
    }. Para apagar já, mensagem por mensagem: `/{ command-signpost-privacy } { command-privacy-delete }`
    Para desfazer: `/{ command-signpost-privacy } { command-privacy-opt-in }`
privacy-opted-in = Feito. O Signpost lê as mensagens desta conta neste servidor, onde a moderação permite. Para que não sejam lidas: `/{ command-signpost-privacy } { command-privacy-opt-out }`

privacy-no-link = Isso não é um link de mensagem, por isso nada foi feito. Segurar a mensagem ou clicar com o botão direito, escolher Copiar link da mensagem e dar esse link.
privacy-other-server = Esse link leva a outro servidor, por isso nada foi feito. O comando deve ser usado lá.
privacy-no-post = Não encontro nesse link nenhuma mensagem desta conta. Pode ter sido apagada, ou estar onde não posso ver. Quando vejo que uma mensagem foi apagada, pontuação, impressão e trechos somem por si.
privacy-not-yours = Essa mensagem é de outra conta, por isso nada foi feito. Só quem a escreveu pode pedir que seja apagada.
privacy-by-webhook = Essa mensagem veio por um webhook ou por um proxy como o PluralKit. Ela não diz de quem é, por isso não posso saber, e nada foi feito. Se for apagada pelo proxy, pontuação, impressão e trechos somem com ela.
privacy-nothing-kept = Nada se guarda dessa mensagem, e não há nota abaixo dela. Não havia nada a fazer.
privacy-erased = Feito. Nada mais se guarda dessa mensagem. A nota, se havia uma, já não está lá, e o registro da moderação não mostra nem o nome nem as palavras dela.
privacy-erased-in-part = Nada mais se guarda dessa mensagem. O Discord ainda não me deixou retirar a nota ou a entrada do registro: tento de novo em alguns minutos. Se amanhã ainda estiverem lá, é preciso avisar a moderação.
privacy-read-again = A mensagem em si continua publicada. Se for editada, ou se a moderação mandar ler mensagens antigas, volta a ser lida. Para evitar isso: apagar a mensagem, ou deixar de ser lida.
privacy-discord-silent = O Discord não me responde agora. Tentar de novo em alguns minutos.
