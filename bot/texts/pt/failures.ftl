# O que se diz a qualquer pessoa quando algo falha.

failure-server-unknown = O Discord não me mostra este servidor agora: há uma falha, ou não faço parte dele. Tentar de novo em alguns minutos; se não adiantar, é preciso convidar o Signpost outra vez.
failure-command-changed = Este comando mudou desde que o Discord o carregou. Reiniciar o Discord e tentar de novo.
failure-slow = O Discord está lento, e talvez isso não tenha sido feito. Tentar de novo em um minuto.
failure-store = Não foi possível guardar ou consultar isso; a falha é do programa. Tentar de novo em um minuto; fazer duas vezes não causa problema.
failure-unforeseen = Isso não funcionou; a falha é do programa. Tentar de novo; se falhar outra vez, passar este código adiante.
failure-code = Código para quem administra este bot: `{ $code }`
failure-forbidden = O Discord não me deixa fazer isso aqui. Ver nas configurações do canal → Permissões o que o Signpost pode fazer e tentar de novo.
failure-gone-message = Essa mensagem já não existe: foi apagada entretanto.
failure-gone-something = Aquilo de que se trata já não existe: foi apagado entretanto.
