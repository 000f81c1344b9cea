"""Spanish sentences that are not about a position: formalities, lead-ins, what is put on record, notes."""

SENTENCES = {
    "however": "no obstante, {x}",
    "finally": "por último, {x}",
    "opener": "{opener} {x}",
    "topic": "en relación con {x}, {rest}",
    "lead": "{x}:",
    "lead.put": "{x} ({language}):",
    "including": "{x}, en particular los puntos siguientes",
    "to": "{x}",
    "quote": "«{x}»",
    "quote.within": "“{x}”",
    "quote.put": "«{x}» ({language})",
    "other language": "en otro idioma",
    "secretariat": "la secretaría",
    "officer": "{name}[, {title}]",
    "representing": "{body}, en representación de {group}",
    "representatives": "los representantes de {group}",
    "apposed": "{who},",
    "aside": "{who}, {opener},",
    "opening": "apertura de la {event:reunión|consulta}",
    "adopted": "se aprobó el programa",
    "as drafted": "se aprobó el proyecto de programa sin cambios",
    "as amended": "se aprobó el proyecto de programa en su forma enmendada",
    "documents": "los documentos de antecedentes fueron presentados por {by}",
    "document": "el documento de antecedentes {x} fue presentado por {by}",
    "both": "{a}, y {b}",
    "presented": "se hizo{also} una presentación de {x}[ a cargo de {by}][ {purpose}]",
    "presented.proposed": (
        "se formuló{also} una propuesta relativa a {x}[ por iniciativa de {by}][ {purpose}]"
    ),
    "presented.title": "el documento {x}",
    "silence": "no se presentaron propuestas en relación con este tema",
    "deadline.open": "queda por fijar el plazo para {x}",
    "following": "se {made} {entries:los|las|los} siguientes {entries}",
    "following.one": "se planteó el siguiente punto",
    "following.other": "también se planteó el siguiente punto",
    "several": "se {made} {entries:varios|varias|varios} {entries}[ {purpose}]",
    "two": "se {made} dos {entries}[ {purpose}]",
    "called.list": "propuestas",
    "called.options": "opciones",
    "called.document": "observaciones",
    "less": "hubo menos consenso sobre las siguientes cuestiones",
    "less.other": "sobre otras cuestiones, no obstante, hubo menos consenso",
    "not all": "{x}, aunque no todos estuvieron de acuerdo",
    "opposed": "{who} no {who:estuvo|estuvo|estuvieron} de acuerdo",
    "opposed.few": "no todos estuvieron de acuerdo",
    "objection": "{n:se mantuvo una objeción|se mantuvieron objeciones}: {x}",
    "objection.group": "se mantuvo una objeción en nombre de {group}: {x}",
    "set aside": "se desestimó una objeción, {x}, por los siguientes motivos: {answer}",
    "call": "no se recibió ninguna objeción cuando la cuestión se sometió a todos",
    "call.silence": "en un procedimiento de silencio, no se recibió ninguna objeción dentro del plazo",
    "reservation": "se dejó constancia de {n:una reserva|reservas}: {x}",
    "dated": "{title}: {date}",
    "dated.aside": "{title} ({date})",
    "online": "del {opens} al {closes}",
    "minority.of": "Declaración de {of}[, con el apoyo de {supporters}]: {x}",
    "minority.of.paragraph": "Sobre el párrafo {label}, declaración de {of}[, con el apoyo "
    "de {supporters}]: {x}",
    "minority.others": "{n} {n:participante|participantes} más",
    "minority.signatories": "{n} {n:participante|participantes}",
    "minority.anonymous": "los autores de una opinión minoritaria",
    "review.provisional": "la determinación de la presidencia sobre {ref} es provisional: aún podía "
    "impugnarse cuando se dejó constancia de ella",
    "review.provisional.paragraph": "la determinación de la presidencia recogida en el párrafo {label} "
    "es provisional: aún podía impugnarse cuando se dejó constancia de ella",
    "review.appeal": "se presentó una apelación[ de {of}] ante el órgano anfitrión contra la "
    "determinación sobre {ref}: {x}",
    "review.appeal.paragraph": "se presentó una apelación[ de {of}] ante el órgano anfitrión contra la "
    "determinación recogida en el párrafo {label}: {x}",
    "review.heard": "el órgano anfitrión respondió: {x}",
    "method.vote": "en el presente informe se recoge lo que se dijo y las conclusiones de la presidencia; "
    "una consulta no es una votación ni una encuesta de opinión",
    "method.status": "la presidencia determina el estado de una posición y expone sus razones; aquello sobre "
    "lo que nadie se ha pronunciado se recoge como propuesta",
    "method.thresholds": "las cifras solo sugieren un estado a la presidencia: un consenso a partir del "
    "{consensus}\u00a0% de opiniones favorables, con el {each}\u00a0% en cada grupo de partes interesadas y "
    "sin objeciones pendientes; un amplio apoyo a partir del {broad}\u00a0%",
    "method.limits": "un amplio apoyo admite objeciones pendientes del {objections}\u00a0% como máximo, "
    "si ninguna se formula en nombre de un grupo; las opiniones están divididas a partir del "
    "{divided}\u00a0% de opiniones favorables, y hasta el {rejected}\u00a0% una posición no se retiene",
    "method.certainty": "cuando no han votado todos los que pueden hacerlo, una proporción se considera "
    "alcanzada, o no superada, si hay una certeza del {certainty}\u00a0% de que todos ellos juntos la "
    "confirmarían",
    "method.heard": "no se sugiere nada antes de que hayan tomado partido al menos {voters} y el "
    "{turnout}\u00a0% de quienes pueden votar, ni antes de que se haya oído a {groups} grupos, con "
    "{heard} voces cada uno; bastan menos si no hay más",
    "method.delegation": "cada delegación tiene una voz, y las abstenciones no se cuentan en las "
    "proporciones; {n:votó|votaron} {n} {n:delegación|delegaciones}",
    "method.person": "cada persona tiene una voz, y las abstenciones no se cuentan en las "
    "proporciones; {n:votó|votaron} {n} {n:persona|personas}",
    "method.neutral": "«algunos» y «otros» no indican cantidad alguna",
    "method.scale": "de quienes tomaron partido, «unos pocos» son menos del 15\u00a0%, «algunos» entre el 15 "
    "y el 29\u00a0%, «varios» entre el 30 y el 49\u00a0%, «muchos» entre el 50 y el 74\u00a0%, «la mayoría» "
    "entre el 75 y el 89\u00a0% y «casi todos» el 90\u00a0% o más; dos partes de tamaño similar son "
    "«algunos» y «otros», y menos de tres voces no se expresan en palabras",
    "method.names": "las opiniones no se atribuyen, salvo a los miembros de la mesa, a quienes hablaron en "
    "nombre de un grupo de partes interesadas y a quienes pidieron que se los nombrara",
    "method.languages": "lo que se expresó en un idioma distinto del de este informe figura entre comillas, "
    "tal como se expresó",
    "annex.participants": "Lista de participantes",
    "annex.positions": "Posiciones y votos",
    "annex.review": "Determinaciones provisionales y apelaciones",
    "annex.minority": "Declaraciones de minoría",
    "annex.documents": "Lista de documentos",
    "annex.method": "Nota metodológica",
    "annex.delegations": "Delegaciones",
    "annex.persons": "Personas que aceptaron que se las nombrara",
    "annex.document": "{x}[ (tema {number} del programa)][, presentado por {by}]",
    "annex.position": "Posición",
    "annex.put": "{ref} {x} ({status}[, párrafo {label}])",
    "annex.all": "Total",
    "annex.no group": "Sin grupo",
    "annex.figures": "las cifras indican los votos a favor, los votos en contra y las abstenciones",
    "annex.withheld": "una raya sustituye a las cifras que podrían revelar el voto de alguien",
    "annex.votes": "Lo que dicen los votos",
    "annex.side": "Sentido",
    "annex.surely": "Como mínimo en cada grupo",
    "annex.abstain": "Abstenciones",
    "annex.likely": "Apoyo probable",
    "annex.here": "El grupo",
    "annex.elsewhere": "Todos los demás",
    "annex.day": "Día",
    "annex.share": "Proporción a favor",
    "annex.determined": "Determinado",
    "annex.for": "A favor",
    "annex.against": "En contra",
    # What the votes say
    "said.counted": "votos contados: {n}; votantes: {voters}",
    "said.found": "los votos revelan grupos de opinión: la pertenencia a uno anuncia los demás votos",
    "said.too few": "son muy pocos los que han votado sobre bastantes posiciones para buscar grupos de "
    "opinión",
    "said.not distinct": "no hay grupos de opinión diferenciados: quienes coinciden en una posición "
    "discrepan en otra",
    "said.withheld": "el voto es secreto y los grupos de opinión podrían revelar los votos: no se muestra "
    "ninguno",
    "said.unites": "todos los grupos están del mismo lado en estas posiciones, al menos en la proporción "
    "indicada, con nueve probabilidades entre diez para cada uno",
    "said.unites.all": "más de la mitad de quienes votaron están de un mismo lado en estas posiciones, "
    "con nueve probabilidades entre diez",
    "said.divides": "un grupo está a favor de estas posiciones y otro en contra, con nueve "
    "probabilidades entre diez para cada uno",
    "said.divides.all": "quienes votaron se dividen en estas posiciones en dos lados casi iguales",
    "said.uncertain": "aún no es seguro qué lado es mayor en {x}",
    "said.unseen": "las cifras dicen poco donde han votado menos de {n}, como en {x}",
    "said.map": "en este mapa quienes votan parecido quedan cerca, sin sus nombres",
    "said.sizes": "los grupos y cuántos votantes tiene cada uno: {x}",
    "said.typical": "estas posiciones son típicas del grupo {x}, frente a todos los demás",
    "said.strip": "cada fila es una posición, primero la más apoyada, con los votos a favor, las "
    "abstenciones y los votos en contra; una línea muestra dónde está probablemente el apoyo",
    "said.support": "estas son las cifras de cada posición; la última columna es donde está "
    "probablemente el apoyo de todos los que pueden votar",
    "said.course": "estos son todos los votos tal como estaban al terminar cada día",
    "said.course.picture": "la línea es la proporción a favor de todos los votos que tomaron partido, al "
    "final de cada día; un rombo marca una determinación",
    "status.agreed": "acuerdo",
    "status.consensus": "consenso",
    "status.broad": "amplio apoyo",
    "status.divided": "opiniones divergentes",
    "status.none": "sin acuerdo",
    "status.rejected": "desestimada",
    "status.minority": "opinión minoritaria",
    "status.forward": "presentada",
    "status.noted": "señalada",
    "corrigendum": "Corrección",
    "corrigendum.line": "en la versión {version} del presente informe se corrige lo siguiente: {corrects}",
    "digest": "Huella SHA-256 del expediente en que se basa el presente informe: {digest}",
}

ROLES = {
    "chair": "{event:la reunión|la consulta} fue presidida por {officers}",
    "co-chair": "{event:la reunión|la consulta} fue copresidida por {officers}",
    "rapporteur": "la relatoría estuvo a cargo de {officers}",
}
KINDS = {"numbered": "Informe final", "bulleted": "Resumen de la reunión"}
DRAFTS = {"numbered": "Proyecto de informe final", "bulleted": "Proyecto de resumen de la reunión"}

LANGUAGES = {
    "ar": "en árabe",
    "en": "en inglés",
    "es": "en español",
    "fr": "en francés",
    "ru": "en ruso",
    "zh": "en chino",
}
GROUPS = {
    "governments": ("los gobiernos", "los representantes de los gobiernos"),
    "private-sector": ("el sector privado", "los representantes del sector privado"),
    "civil-society": ("la sociedad civil", "los representantes de la sociedad civil"),
    "technical-academic": (
        "la comunidad técnica y académica",
        "los representantes de la comunidad técnica y académica",
    ),
    "international-organizations": (
        "las organizaciones internacionales",
        "los representantes de las organizaciones internacionales",
    ),
}
PRONOUNS = {"f": "ella", "m": "él"}
SAMPLES = {
    "clause": "la semana debería organizarse por temas",
    "infinitive": "organizar la semana por temas",
    "gerund": "organizar la semana por temas",
    "noun": "un programa más breve",
    "body": "la Mesa",
    "officer": "la Sra. Quay",
    "title": "Capitana del Puerto",
    "opener": "En cuanto al formato,",
    "purpose": "para impulsar la labor",
}
UNSURE = {
    "sentences/call.silence": "“procedimiento de silencio” for a silence procedure",
    "sentences/quote": "«…» as the Academy has it; some organs write “…”",
    "sentences/adopted": "“programa” for an agenda; some organs say “orden del día”",
    "sentences/presented": "“se hizo una presentación de”, so that nothing has to agree with a title",
    "sentences/less.other": "“menos consenso” for “less consensus”",
    "roles/rapporteur": "“la relatoría”, so that it holds for women and men",
    "sentences/following.one": "“el siguiente punto” of a lone entry, whatever it is called",
    "sentences/following.other": "as above",
}
