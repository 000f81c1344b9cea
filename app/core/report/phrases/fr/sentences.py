"""French sentences that are not about a position: formalities, lead-ins, what is put on record, notes."""

SENTENCES = {
    "however": "toutefois, {x}",
    "finally": "enfin, {x}",
    "opener": "{opener} {x}",
    "topic": "au sujet de {x}, {rest}",
    "lead": "{x}\u00a0:",
    "lead.put": "{x} ({language})\u00a0:",
    "including": "{x}, dont les points suivants",
    "to": "{x}",
    "quote": "«\u00a0{x}\u00a0»",
    "quote.within": "“{x}”",
    "quote.put": "«\u00a0{x}\u00a0» ({language})",
    "other language": "dans une autre langue",
    "secretariat": "le secrétariat",
    "officer": "{name}[, {title}]",
    "representing": "{body}, représentant {group}",
    "representatives": "les représentants de {group}",
    "apposed": "{who},",
    "aside": "{who}, {opener},",
    "opening": "ouverture de la {event:réunion|consultation}",
    "adopted": "l’ordre du jour a été adopté",
    "as drafted": "le projet d’ordre du jour a été adopté sans modification",
    "as amended": "le projet d’ordre du jour a été adopté tel que modifié",
    "documents": "les documents de base ont été présentés par {by}",
    "document": "le document de base {x} a été présenté par {by}",
    "both": "{a} et {b}",
    "presented": "une présentation de {x} a{also} été faite[ par {by}][ {purpose}]",
    "presented.proposed": "une proposition concernant {x} a{also} été soumise[ par {by}][ {purpose}]",
    "presented.title": "le document {x}",
    "silence": "aucune proposition n’a été présentée au titre de ce point",
    "deadline.open": "la date limite pour {x} reste à fixer",
    "following": "les {entries} {entries:suivants|suivantes|suivants} ont été {made}",
    "following.one": "le point suivant a été soulevé",
    "following.other": "le point suivant a également été soulevé",
    "several": "plusieurs {entries} ont été {made}[ {purpose}]",
    "two": "deux {entries} ont été {made}[ {purpose}]",
    "called.list": "propositions",
    "called.options": "options",
    "called.document": "observations",
    "less": "les questions suivantes ont fait l’objet d’un consensus moins large",
    "less.other": "d’autres questions ont toutefois fait l’objet d’un consensus moins large",
    "not all": "{x}, mais tous n’ont pas été de cet avis",
    "opposed": "{who} n’{who:a|a|ont} pas été de cet avis",
    "opposed.few": "tous n’ont pas été de cet avis",
    "objection": "{n:une objection a été maintenue|des objections ont été maintenues}\u00a0: {x}",
    "objection.group": "une objection a été maintenue au nom de {group}\u00a0: {x}",
    "set aside": "une objection, {x}, a été écartée pour les raisons suivantes\u00a0: {answer}",
    "call": "aucune objection n’a été reçue lorsque la question a été soumise à tous",
    "call.silence": "dans le cadre d’une procédure d’approbation tacite, aucune objection n’a été reçue "
    "avant l’échéance",
    "reservation": "il a été pris acte {n:d’une réserve|de réserves}\u00a0: {x}",
    "dated": "{title}\u00a0: {date}",
    "dated.aside": "{title} ({date})",
    "online": "du {opens} au {closes}",
    "minority.of": "Déclaration de {of}[, avec l’appui de {supporters}]\u00a0: {x}",
    "minority.of.paragraph": "Au sujet du paragraphe {label}, déclaration de {of}[, avec l’appui de "
    "{supporters}]\u00a0: {x}",
    "minority.others": "{n} {n:autre participant|autres participants}",
    "minority.signatories": "{n} {n:participant|participants}",
    "minority.anonymous": "les auteurs d’une opinion minoritaire",
    "review.provisional": "le statut déterminé par la présidence pour {ref} est provisoire\u00a0: il "
    "pouvait encore être contesté au moment de ce relevé",
    "review.provisional.paragraph": "le statut déterminé par la présidence au paragraphe {label} est "
    "provisoire\u00a0: il pouvait encore être contesté au moment de ce relevé",
    "review.appeal": "un recours a été formé[ par {of}] devant l’organe hôte contre le statut "
    "déterminé pour {ref}\u00a0: {x}",
    "review.appeal.paragraph": "un recours a été formé[ par {of}] devant l’organe hôte contre le "
    "statut déterminé au paragraphe {label}\u00a0: {x}",
    "review.heard": "l’organe hôte a répondu\u00a0: {x}",
    "method.vote": "le présent rapport rend compte de ce qui a été dit et des conclusions de la "
    "présidence\u202f; une consultation n’est ni un vote ni un sondage d’opinion",
    "method.status": "la présidence détermine le statut d’une position et en donne les raisons\u202f; ce que "
    "personne n’a déterminé est présenté comme une proposition",
    "method.thresholds": "les chiffres ne font que suggérer un statut à la présidence\u00a0: un consensus à "
    "partir de {consensus}\u00a0% de voix favorables, avec {each}\u00a0% dans chaque groupe de parties "
    "prenantes et sans objection en suspens\u202f; un large appui à partir de {broad}\u00a0%",
    "method.limits": "un large appui supporte des objections en suspens de {objections}\u00a0% au plus, "
    "si aucune n’est faite au nom d’un groupe\u202f; les avis sont partagés à partir de {divided}\u00a0% "
    "de voix favorables et, jusqu’à {rejected}\u00a0%, une position n’est pas retenue",
    "method.certainty": "lorsque tous ceux qui peuvent voter ne l’ont pas fait, une proportion est tenue "
    "pour atteinte, ou pour non dépassée, s’il est certain à {certainty}\u00a0% que tous ensemble la "
    "confirmeraient",
    "method.heard": "rien n’est suggéré avant que {voters} voix et {turnout}\u00a0% de celles qui peuvent "
    "voter aient pris parti, ni avant que {groups} groupes aient été entendus, de {heard} voix "
    "chacun\u202f; moins suffisent là où il n’y en a pas davantage",
    "method.delegation": "chaque délégation dispose d’une voix et les abstentions ne sont pas comptées dans "
    "les proportions\u202f; {n} {n:délégation a|délégations ont} pris part au vote",
    "method.person": "chaque personne dispose d’une voix et les abstentions ne sont pas comptées dans "
    "les proportions\u202f; {n} {n:personne a|personnes ont} pris part au vote",
    "method.neutral": "«\u00a0certains\u00a0» et «\u00a0d’autres\u00a0» ne disent rien du nombre",
    "method.scale": "parmi ceux qui ont pris parti, «\u00a0quelques\u00a0» signifie moins de 15\u00a0%, "
    "«\u00a0certains\u00a0» de 15 à 29\u00a0%, «\u00a0plusieurs\u00a0» de 30 à 49\u00a0%, "
    "«\u00a0de nombreux\u00a0» de 50 à 74\u00a0%, «\u00a0la plupart\u00a0» de 75 à 89\u00a0% et "
    "«\u00a0presque tous\u00a0» 90\u00a0% ou plus\u202f; deux camps de taille voisine sont "
    "«\u00a0certains\u00a0» et «\u00a0d’autres\u00a0», et moins de trois voix ne sont pas exprimées en mots",
    "method.names": "les opinions ne sont pas attribuées, sauf aux membres du bureau, à ceux qui se sont "
    "exprimés au nom d’un groupe de parties prenantes et à ceux qui ont demandé à être nommés",
    "method.languages": "ce qui a été exprimé dans une autre langue que celle du présent rapport est cité "
    "entre guillemets, tel quel",
    "annex.participants": "Liste des participants",
    "annex.positions": "Positions et votes",
    "annex.review": "Statuts provisoires et recours",
    "annex.minority": "Déclarations minoritaires",
    "annex.documents": "Liste des documents",
    "annex.method": "Note méthodologique",
    "annex.delegations": "Délégations",
    "annex.persons": "Personnes ayant accepté d’être nommées",
    "annex.document": "{x}[ (point {number} de l’ordre du jour)][, présenté par {by}]",
    "annex.position": "Position",
    "annex.put": "{ref} {x} ({status}[, paragraphe {label}])",
    "annex.all": "Total",
    "annex.no group": "Sans groupe",
    "annex.figures": "les chiffres indiquent les voix pour, les voix contre et les abstentions",
    "annex.withheld": "un tiret remplace les chiffres qui pourraient révéler le vote de quelqu’un",
    "annex.votes": "Ce que disent les votes",
    "annex.side": "Sens",
    "annex.surely": "Au moins, dans chaque groupe",
    "annex.abstain": "Abstentions",
    "annex.likely": "Soutien probable",
    "annex.here": "Le groupe",
    "annex.elsewhere": "Tous les autres",
    "annex.day": "Jour",
    "annex.share": "Part favorable",
    "annex.determined": "Statut établi",
    "annex.for": "Pour",
    "annex.against": "Contre",
    # What the votes say
    "said.counted": "votes comptés\u00a0: {n}\u202f; votants\u00a0: {voters}",
    "said.found": "les votes révèlent des groupes d’opinion\u00a0: l’appartenance à l’un d’eux annonce "
    "les autres votes",
    "said.too few": "trop peu de votants se sont prononcés sur assez de positions pour que des groupes "
    "d’opinion soient recherchés",
    "said.not distinct": "il n’y a pas de groupes d’opinion distincts\u00a0: ceux qui s’accordent sur "
    "une position divergent sur une autre",
    "said.withheld": "le vote est secret et des groupes d’opinion pourraient révéler les votes\u00a0: "
    "aucun n’est montré",
    "said.unites": "chaque groupe est du même côté sur ces positions, avec au moins la part indiquée, à "
    "neuf chances sur dix pour chacun",
    "said.unites.all": "plus de la moitié des votants sont du même côté sur ces positions, à neuf "
    "chances sur dix",
    "said.divides": "un groupe est favorable à ces positions et un autre y est opposé, à neuf chances "
    "sur dix pour chacun",
    "said.divides.all": "les votants se partagent sur ces positions en deux camps presque égaux",
    "said.uncertain": "il n’est pas encore certain quel côté l’emporte sur {x}",
    "said.unseen": "les chiffres disent peu là où moins de {n} votants se sont prononcés, comme sur {x}",
    "said.map": "sur cette carte, les votants qui votent de même sont proches, sans leurs noms",
    "said.sizes": "les groupes et le nombre de leurs votants\u00a0: {x}",
    "said.typical": "ces positions sont typiques du groupe {x}, face à tous les autres",
    "said.strip": "chaque ligne est une position, la mieux soutenue d’abord, avec les voix pour, les "
    "abstentions et les voix contre\u202f; un trait montre où se situe probablement le soutien",
    "said.support": "voici les chiffres de chaque position\u202f; la dernière colonne est l’intervalle "
    "où se situe probablement le soutien de tous ceux qui peuvent voter",
    "said.course": "voici tous les votes tels qu’ils étaient à la fin de chaque jour",
    "said.course.picture": "la ligne est la part favorable de tous les votes qui ont pris parti, à la "
    "fin de chaque jour\u202f; un losange marque un statut établi par la présidence",
    "status.agreed": "accord",
    "status.consensus": "consensus",
    "status.broad": "large appui",
    "status.divided": "avis partagés",
    "status.none": "absence d’accord",
    "status.rejected": "non retenue",
    "status.minority": "avis minoritaire",
    "status.forward": "mise en discussion",
    "status.noted": "notée",
    "corrigendum": "Rectificatif",
    "corrigendum.line": "la version {version} du présent rapport rectifie ce qui suit\u00a0: {corrects}",
    "digest": "Empreinte SHA-256 du dossier sur lequel repose le présent rapport\u00a0: {digest}",
}

ROLES = {
    "chair": "{event:la réunion|la consultation} a été présidée par {officers}",
    "co-chair": "{event:la réunion|la consultation} a été coprésidée par {officers}",
    "rapporteur": "les fonctions de rapporteur ont été exercées par {officers}",
}
KINDS = {"numbered": "Rapport final", "bulleted": "Compte rendu de la réunion"}
DRAFTS = {"numbered": "Projet de rapport final", "bulleted": "Projet de compte rendu de la réunion"}

LANGUAGES = {
    "ar": "en arabe",
    "en": "en anglais",
    "es": "en espagnol",
    "fr": "en français",
    "ru": "en russe",
    "zh": "en chinois",
}
GROUPS = {
    "governments": ("les gouvernements", "les représentants des gouvernements"),
    "private-sector": ("le secteur privé", "les représentants du secteur privé"),
    "civil-society": ("la société civile", "les représentants de la société civile"),
    "technical-academic": (
        "les milieux techniques et universitaires",
        "les représentants des milieux techniques et universitaires",
    ),
    "international-organizations": (
        "les organisations internationales",
        "les représentants des organisations internationales",
    ),
}
UNSURE = {
    "sentences/call.silence": "“procédure d’approbation tacite” for a silence procedure",
    "roles/rapporteur": "of a woman: “la rapporteuse”",
    "sentences/presented": "“une présentation de … a été faite”, so that nothing has to agree with a title",
    "sentences/less.other": "“consensus moins large” for “less consensus”",
    "sentences/following.one": "“le point suivant” of a lone entry, whatever it is called",
    "sentences/following.other": "as above",
}
PRONOUNS = {"f": "elle", "m": "il"}
SAMPLES = {
    "clause": "la semaine devrait être organisée par thème",
    "infinitive": "organiser la semaine par thème",
    "gerund": "l’organisation de la semaine par thème",
    "noun": "un programme plus court",
    "body": "le Bureau",
    "officer": "Mme Quay",
    "title": "capitaine du port",
    "opener": "En ce qui concerne la forme,",
    "purpose": "pour faire avancer les travaux",
}
