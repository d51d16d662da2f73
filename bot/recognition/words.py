"""Words by what they do in a sentence: the classes that claims and stance are made of.

A "*" stands for any ending, quoted words are a phrase ("side effect*"). Words are folded: lower case,
straight apostrophes; hyphens part words. A word may stand in several classes. The lists describe the
language of health promotion and of talk about drugs in general, none of them one article's.
"""

# What a claim is made of: relief and ailment, medicine and comparison, denial and risk, proof, dose, plan.
CLAIM_WORDS = {
    "relief": """
        ease eases eased easing alleviat* reliev* relief reduc* lessen* sooth* manag* mitigat* combat* curb*
        minimis* minimiz* help helps helped helping aid aids aiding tame tames dull dulls dulling kill kills
        killing stop stops stopping fight fights fighting treat treats treating cure cures cured curing beat
        beats beating overcome overcoming overcame cope coping quiet quiets quieting calm calms calming settle
        settles numb numbs erase* eliminat* remov* suppress* counter* prevent* cover covers block blocks
        support supports supporting heal heals healing diminish* subdue* melt* relax* loosen* carry* tackl*
        address* soften* control controls cut cuts fix fixes fixed fixing crush* "take away" "takes away"
        "taking away" "gets rid of" "take the edge off" "takes the edge off" "gets rid" "get rid" "keep away"
        "keeps at bay" "get through" "gets you through" "wipes out" "knocks out" comfort comforts dampen*
        attenuat* "take care of" "takes care of" "work for" "works for" remed* chase chases banish* ward wards
        spare spares sparing fill fills filling quell* hush* stilled ebb ebbs "goes away" "go away" "at bay"
        "hold off" "holds off" smooth* handle handles
    """,
    "withdrawal": """
        withdrawal* withdraw withdrawing wd wds "w d" detox* detoxif* dopesick "dope sick" sickness sick rls
        "restless legs" "cold turkey" comedown cessation kicking symptom* "the sickness" "the sweats"
        "coming down"
    """,
    "craving": "craving* crave* urge urges jones* shakes sweats hunger fiending yearn* compulsion*",
    "gone": "gone disappear* vanish* fade fades faded subside* over",
    "opioid": """
        opioid* opiate* opium heroin fentanyl fent oxy oxycodone oxycontin percs percocet vicodin hydrocodone
        morphine painkiller* "pain killer*" "pain pill*" pills tramadol codeine dope "hard drugs"
        "pain medication*" norco lortab dilaudid narcotic* "hard stuff" "pain meds" "street drugs"
    """,
    "medication": """
        methadone buprenorphine bupe suboxone subs sub subutex sublocade zubsolv strips naltrexone vivitrol
        medication* medicine* meds prescription* pharmaceutical* pharma drugs nsaid* ssri* antidepressant*
        benzo* xanax adderall ibuprofen sedative* gabapentin lyrica "replacement therapy"
        "substitution therapy" mat rehab clinic clinics treatment* conventional espresso coffee
    """,
    "addiction": """
        addict addicts addicted addicting addictive addiction* dependence dependen* dependent hooked habituat*
        "habit forming" reliance trapped trap chained shackle* chains bondage enslav*
    """,
    "beats": "treat* overcom* overcame fight* beat* cure* curing battl* conquer* break*",
    "lifelong": 'lifelong forever "for life" endless',
    "need": "need needs needed needing",
    "rest": """
        "sleep like a baby" "sleep through" "sleep thru" "sleep returns" "deep sleep" "better sleep"
        "restful sleep"
    """,
    "give": "deliver* provid* offer* bring brings give gives giving",
    "comfort": "relief comfort soothing",
    "quit": """
        quit quits quitting "get off" "gets off" "got off" "getting off" "gets you off" "get you off"
        "come off" "coming off" "off of" kick kicks kicking wean* taper* leave leaves leaving escape*
        transition* switch* swap* "let go" detox* "break free" "breaking free" "recover from"
        "recovering from" stop stopping "walk away" "want off" "get people off" "gets people off" goodbye
        "people off" "you off" "patients off" "them off" "rid of" "stay off" "staying off" "stays off"
    """,
    "free": "free freedom liberat* reclaim* independen* unchained clean freeing frees freed release*",
    "replace": "replac* substitut* swap*",
    "pain": """
        pain pains painful "chronic pain" ache aches aching achy arthritis fibromyalgia fibro inflammation
        sore soreness discomfort neuropath* nerve migraine* sciatica backache joint joints cramps stiff*
        injur* analges* hurt hurts hurting throb* knees muscle* spasms "nerve pain"
    """,
    "mood": """
        anxiety anxious depress* mood moods ptsd stress* panic insomnia sleep sleeps sleeping energy focus
        motivation wellbeing "well being" relaxation euphoria calm calmness joy nerves worry tension fatigue
        nights alertness clarity tiredness emotional spirit spirits fog concentrat* melancholy drive
        equilibrium irritab* exhaust* productiv* outlook confidence stamina vitality happy happiness gloom
        unwind*
    """,
    "raise": """
        boost* lift lifts lifting uplift* elevat* enhanc* improv* restor* brighten* balanc* stabil* regulat*
        normali* replenish* rebalanc* sharpen* promot* support* provid* bring brings bringing heal heals
        healing fix fixes increas* better revitali* repair* reset resets optimi* modulat* smooth* energi*
        influenc* stimulat* sooth* keep keeps
    """,
    "brain": 'dopamin* serotonin* neurotransmit* endorphin* gaba "brain chemistry" brain receptors pathways',
    "balance": "balance* balanced harmony equilibrium normal natural* restored healed",
    "mechanism": """
        "partial agonist*" agonist* receptor* alkaloid* mitragyn* hydroxymitragyn* pharmacolog* interact*
        bind* compounds occupy* activat*
    """,
    "negation": """
        not no never none without zero non isnt arent doesnt dont wont cant cannot didnt wasnt aint neither
        nor nothing hardly barely minus lacks lacking avoid avoids avoiding "free of" "free from" absence
        nonexistent neglig* minim* practically virtually "rather than" less fewer
    """,
    "lesser": """
        low lower lowered less lesser little fewer minimal minimally reduced rare rarely slight slighter mild
        milder negligible few temporary
    """,
    "rare": "rare rarely uncommon few minor temporary limited seldom",
    "mild": """
        mild minor transient temporary short pass passes rare rarely manageable minimal limited infrequent
    """,
    "risk": """
        "side effect*" "adverse effect*" risk risks hazard* danger dangers dangerous drawback* harm harms
        harmful jitters hangover grogginess crash overdos* "respiratory depression" nausea complication*
        downside* toxic* problems harshness
    """,
    "harm": "harm* hurt hurts damage dangerous toxic scare",
    "overdose": "overdos* od",
    "death": "die died dies dead death* killed fatal* overdose* overdosed",
    "nobody": 'nobody noone "no one" "not one"',
    "stop": "stop stopped stopping quit leave walk put down",
    "hook": "hook hooked hooks trap traps trapped chain* habit",
    "anytime": 'anytime "any time" whenever tomorrow easily landing',
    "easy": "easy easily easier simple simply painless* smooth* weekend overnight painless breeze",
    "good": """
        good great amazing best perfect wonder wonders miracle* lifesaver "life saver" godsend "god send"
        gamechanger "game changer" incredible ideal excellent effective* works worked work fantastic awesome
        powerful potent success* favorite favourite favor* beneficial valuable viable attractive helpful
        promising strong strongest remarkable encouraging comparable superb brilliant impressive
        "like a charm" "life changing" dependable
    """,
    "better": """
        safer better gentler milder superior beats outperform* healthier cheaper easier stronger cleaner
        smarter "vs" "less addictive" "less harmful" compares compared favorably favourably
    """,
    "alternative": "alternative* substitute* replacement* option* bridge choice answer answers",
    "unlike": """
        unlike whereas contrast "rather than" "instead of" "as opposed to" "compared to" "compared with" than
        ditch
    """,
    "synthetic": "synthetic* conventional traditional chemical* typical classical addictive",
    "instead": 'instead "rather than" ditch dump forget skip drop "say goodbye" goodbye replac*',
    "without": 'without minus avoiding avoids "free of" "free from" lacking sans',
    "same": """
        "same job" "as good as" "as well as" similar* comparable "works like" "just like" "do the work" equal*
        "does everything" "do everything" "just as well" "as effective" equivalent rival* matches
    """,
    "natural": """
        natural* nature "nature's" herbal herb herbs "plant based" plant* botanical* organic* holistic* leaf
        leaves traditional centuries ancient generations unprocessed "man made" ethically
    """,
    "leaf": "leaf plant herb tea botanical tree plants",
    "only": """
        just only simply literally its "it's" merely
    """,
    "tradition": "centuries generations traditional* thousands ancient healers villagers farmers",
    "coffee": "coffee",
    "family": "family relative cousin",
    "safe": """
        safe safely safest harmless gentle gently safety responsibl* mildest tolerated "safety profile"
        "cant hurt" "can't hurt" kinder kindest forgiving "margin of safety" nontoxic dependable wholesome
    """,
    "remedy": """
        remed* solution* treatment* aid tool tools answer therap* strateg* approach* option* candidate
        addition path ally exit
    """,
    "way": "way ways path paths route means",
    "promise": """
        promis* potential* compelling viable valuable versatile remarkable exciting emerging hopeful
        attractive encouraging intriguing breakthrough revolution* extraordinary
    """,
    "miracle": "miracle* wonder wonders answer literally magic* godsend lifesaver secret gift",
    "benefit": "benefi* advantage* perks reasons therapeutic",
    "role": "role roles",
    "study": """
        study studies research* trial* science scientif* evidence findings clinical* survey* journal
        literature data
    """,
    "prove": """
        prov* show shows showed shown confirm* demonstrat* suggest* found find indicat* back backs backed
        support supports reveal* validat* encourag* catching admit* explain* promise believe* report*
        highlight* point points document*
    """,
    "expert": """
        expert* doctor doctors dr physician* specialist* scientist* practitioner* naturopath* herbalist*
        hospital* healer* pharmacist*
    """,
    "recommend": 'recommend* advis* suggest* prescrib* endors* swear swears "point their"',
    "people": """
        people users millions ppl individuals patients clients customers thousands many anyone everyone
        readers veterans consumers persons nurses workers parents hundreds dozens seniors athletes students
        mothers
    """,
    "report": """
        report* say says said tell tells notice* experienc* find describe* discover* turn turned turning
        choose chosen
    """,
    "take": """
        take taken taking start starting begin beginning use using step dose dosing repeat brew brewed
        increase
    """,
    "start": "start starting begin beginning",
    "amount": """
        gram grams g gpd mg milligram* teaspoon* tsp tablespoon* capsule* caps serving* scoop* dose doses
        dosage* amount
    """,
    "interval": "daily twice hours hourly every hour morning night evening weeks week",
    "right": """
        right proper* correct* optimal ideal structured individual* personal* measured precise tailored
        adjust* careful*
    """,
    "small": "small low lowest moderate measured",
    "dose": "dose doses dosage* dosing amount serving* grams",
    "schedule": "schedule* protocol* plan* regimen* program* gradual*",
    "guidance": """
        guidance supervision supervised monitor* professional* provider* practitioner* consult* physician*
        qualified licensed healthcare counsel* herbalist*
    """,
    "plan": """
        plan plans program* regimen* routine* protocol* integrat* incorporat* holistic comprehensive toolbox
        approach*
    """,
    "hair": "hair",
    "temporary": "temporary temporarily reversible short regrow* grows growing returns",
    "regrow": "regrow* grow grows growing back returns",
    "legal": "legal legally",
    "prescription": "prescription* doctor clinic clinics script rehab appointment*",
    "tested": '"lab tested" "third party" tested approved certified purest pure gmp',
    "pure": "pure purest premium quality finest",
    "quality": "quality pure safe safety potency batch",
    "pregnancy": "pregnan* breastfeed* expecting mothers nursing",
    "alongside": "alongside together combin*",
    "pharma": """
        pharma "big pharma" "pharmaceutical industry" "drug companies" establishment industry fda government
        "drug makers"
    """,
    "hide": """
        hide hides hiding secret* quietly "want you" "wont tell" "won't tell" "don't tell" "dont tell"
        suppress* hear scare "little interest" patent
    """,
    "profit": "profit* money billions patent greed* rich",
    "slave": "slave* chained tired",
    "reset": """
        reset* rewir* reboot* interrupt* restart* erase* "wipes away" "wipe away" "clean slate" "starts over"
        "start over"
    """,
    "merely": 'just simply merely basically essentially "nothing but"',
    "potent": "strong stronger strongest potent concentrat* purified enhanced refined",
    "parent": "kratom mitragyn* leaf",
    "bad": 'poison trap scam prison slavery leash nightmare racket mafia crutch "liquid handcuffs"',
}

# How a sentence is said: who speaks, to whom, to what end; what sells, what doubts, warns or reports.
STANCE_WORDS = {
    "me": "i me my mine myself im ive id i'm i've i'd i'll we've",
    "you": "you your yours u ur you're youre you'll you've yourself yall y'all",
    "everyone": 'anyone everyone guys folks everybody friends "everyone here" readers people',
    "urge": """
        try consider recommend "look into" "read up" switch ditch start choose "check out" "give it a try"
        "trust me" "stop wasting" "stop suffering" "thank me later" "do your research" "spread the word"
        "don't let" "dont let" discover experience unlock reclaim join learn explore embrace trust feel
        "you need" "all you need" "deserves your" "you dont need" "you don't need" "simple as that" follow
        repeat "never look back" "works every time" "just get" "pass it on" "save this" "share this"
        "get some" "get yourself" "strongly recommend" "highly recommend" purchase "begin with" imagine
        "say hello" "right for you" "look it up" "stock up"
    """,
    "byline": """
        "about the author" renowned phd "ph d" "leading expert" "leading authority" "board certified"
        "lead scientist" "years of experience" "specializing in" "specialising in" "specialist in"
        "her expertise" "his expertise" "frequent contributor" "passionate about" "advocate for"
        "published author" dedicated dedication
    """,
    "efficacy": "efficacy effectiveness transformative success benefi* power potential",
    "hedge": "may might can could potential* promis* appear* seem* often typically generally",
    "offer": """
        coupon* promo* "dm me" "dm us" "pm me" "dm for" "pm for" "message me" "message us" hmu "hit me up"
        "link in bio" "link below" "tap the link" "in stock" "free shipping" "fast shipping" "ships worldwide"
        "same day shipping" wholesale "use code" "% off" "percent off" subscribe "money back" "free sample"
        "sample pack" "starter kit" telegram whatsapp "our customers" "our products" "our shop" "our premium"
        "our store" "our capsules" "our website" "our leaf" bestsell* "best selling" "i sell" "we sell"
        "we grow" "hook you up" "free pdf" "shop now" "order now" "order today" "order before" "to order"
        "visit our" "on the market" discreet "our detox" "back in stock" "add to cart" "i'll send"
        "i can send" "free trial" "to your door" "ship free" "ships free" "grab yours" "while supplies"
        "before they're gone" "new drop" "per gram" "free delivery" "delivered to" "limited stock"
        "for the link" "send you the link" "limited time" "sale ends" "inbox me" "weekend only" "3 for 2"
        "2 for 1" "buy one" "for sale" "taking orders" "place your order" "limited offer" "text me" "my shop"
        "my store" "good stuff" "satisfaction guaranteed"
    """,
    "clientele": "patients clients customers readers",
    "rebut": """
        myth false lie lies lying bullshit bs misinformation debunk* untrue nonsense misleading deceptive
        "don't believe" "dont believe" scam "snake oil" spam shill* advertis* "marketed as" claim claims
        claimed claiming alleg* touted "so called" unproven unfounded unsupported "no evidence" "not proven"
        "hasn't been" "has not been" "have not been" "not true" "isn't true" disagree overstate*
        "none of that" "no human study" "not approved" unapproved "isn't approved" "no approved"
        "not enough evidence" "low bar" marketing "reads like an ad" "nobody told" "no proof" "isn't safe"
        "not safe" detour "isn't an alternative" "the label" "not supported" "neither is" "called the"
        "calls it" "called it" believed hype disproven "too good" "was removed" "one for another"
        "another problem" "means nothing" whether "still thin" "not measured" "there is no evidence"
        "there is no good" "there is no approved" "there is no proof" "there are no approved"
        "don't post" "dont post" "not post" "don't share" "dont share" "be removed" "get removed" "be deleted"
        "not allowed" "isn't allowed" "aren't allowed" "no selling" "no promoting" "sold as" "rule violation"
        "against the rules" "posts that" "articles that"
        "there's no evidence" "there's no human" "there's no randomized" "there's no good" "there's no proof"
    """,
    "warn": """
        warn warns warned warning* fda dea caution "be careful" "stay away" seizure* "liver injury"
        "liver damage" liver salmonella contaminat* recall* poison* "call 911" emergency naloxone narcan
        "use disorder" deaths coroner toxicolog* unregulated dangerous "don't mix" "dont mix" mixing
        "not recommend" "precipitated" avoid "get hurt" "risk of death" nausea* constipation dizziness harm
        harmful withdrawal-like "can bring on" "not to use" "real risks" "poorly studied" hospitalized
        hospitalised "in the hospital" "to the hospital" "in the er" "to the er"
    """,
    "addictive": "addictive addicted addicting dependence dependency hooked",
    "help": """
        samhsa 988 hotline helpline findtreatment mods mod "1 800" "see a doctor" "talk to a doctor"
        "talk to your doctor" "ask your doctor" "go to a clinic" "call a clinic" "get suboxone"
        "tell your doctor" "poison control" "a midwife" "use alone" "your tolerance" "far less"
    """,
    "news": """
        lawmakers senator* bill ban banned banning governor county officials agency police lawsuit judge court
        announced attorney federal legislat* vote commission ftc "food and drug administration" regulators
        opponents supporters "medical association" capitol
    """,
    "usage": """
        "people use" "people report using" "used by some" "some people" "self manage" "self treat"
        "people who use" "use its leaves" "was used" "were used" "used as" "were chewed" "been used by"
        "if you do use" "if you use" "reported use" "who used" "were using" "using it to" participants
        respondents posters interviewees commenters "see it as" "switching between"
    """,
    "past": """
        was were got had took tried used went felt stopped started helped worked kept saved came did ordered
        failed bought found been
    """,
    "unit": "gram grams g mg capsules teaspoon* scoop*",
}
