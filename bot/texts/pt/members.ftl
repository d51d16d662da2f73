# O que os membros leem: /resources, e o formulário abaixo de uma nota.

command-resources = recursos
command-resources-about = Linhas de ajuda e dados confirmados, em privado
resources-topic-withdrawn = **Sobre { $topic }**: nada é mostrado por enquanto. Está em verificação.
command-resources-country = país
command-resources-country-about = De que país são as linhas; sem escolha, do país deste servidor
command-resources-topic = tema
command-resources-topic-about = Sobre o que ler, além das linhas de ajuda
command-resources-need = necessidade
command-resources-need-about = Só as linhas para isto, com o número de emergência
command-resources-public = público
command-resources-public-about = Publicar aqui para todos verem (para a moderação)

topic-kratom = kratom
topic-7-oh = 7-OH (concentrado)
topic-tianeptine = tianeptina
topic-phenibut = fenibut
topic-ibogaine = ibogaína
topic-cannabis = CBD e cannabis para a abstinência
topic-kava = kava
topic-rapid-detox = desintoxicação rápida e kits de desintoxicação

need-crisis = uma crise
need-treatment = tratamento
need-poison = uma reação ruim ou uma mistura
need-alone = consumir sem companhia
need-families = famílias e amizades

resources-about = **Sobre { $topic }: o que se sabe**
resources-need-lacking = Aqui ainda não há uma linha confirmada para isto: { $need }.
resources-public-refused = Só a moderação pode publicar isto para todos. Sem “{ command-resources-public }”, a resposta chega em privado.

contest-title = Esta nota é um erro
contest-ask = O que há de errado nela?
contest-hint = Vai para a moderação deste servidor com o nome da conta. Não fica guardado.

contest-handed-on = Obrigado. A moderação deste servidor já recebeu o aviso, com o nome da conta, e pode retirar a nota.
contest-counted = Obrigado, está contado. Este servidor não tem um registro em que eu possa escrever; é preciso avisar também alguém da moderação.
contest-failed = Não foi possível entregar isso agora: o Discord não aceitou. Tentar de novo em um minuto, ou avisar alguém da moderação.
contest-note-gone = Essa nota já não está lá.
contest-not-taken-here = A moderação deste servidor trata disso em pessoa: é preciso escrever a alguém da equipe.
contest-once = Esta nota já foi contestada por esta conta. O aviso está com a moderação.
contest-today = Esta conta já contestou { $most } notas hoje. Para outra, é preciso escrever a alguém da moderação.
