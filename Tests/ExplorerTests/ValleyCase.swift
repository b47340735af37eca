import CaseModel

/// A made-up case on irrigation in the Andes, told in Spanish, Quechua and English, or in some of them.
struct ValleyCase {
    static let spanish = LanguageTag("es")!
    static let quechua = LanguageTag("qu")!
    /// Spanish, the original, Quechua and English.
    static let graph = ValleyCase([spanish, quechua, .english]).graph
    /// English alone.
    static let english = ValleyCase([.english]).graph

    private let languages: [LanguageTag]

    init(_ languages: [LanguageTag]) { self.languages = languages }

    var graph: CaseGraph {
        var manifest = Manifest(
            id: "valley", title: text("Un valle y su agua", "Huk wayqu, yakunpas", "A Valley and Its Water"))
        manifest.languages = languages
        var made = Case(manifest: manifest)
        made.panes = [
            Pane(
                id: "resource", title: text("Recurso", "Kapuq", "Resource"),
                question: text("¿Qué se comparte?", "¿Imatan rakinakunku?", "What is shared?")),
            Pane(id: "rules", title: text("Reglas", "Kamachiykuna", "Rules")),
            Pane(id: "action", title: text("Acción", "Ruway", "Action")),
        ]
        made.kinds = [
            kind("source", "resource", text("fuentes", "pukyukuna", "springs"), .driver),
            kind("rule", "rules", text("reglas en uso", "kamachiykuna", "rules in use"), .arrangement),
            kind("practice", "action", text("prácticas", "ruwaykuna", "practices"), .project),
        ]
        let governs = text("rige", "kamachin", "governs")
        made.relations = [
            Relation(
                id: "follows", title: text("sigue", "qatin", "follows"), inverse: governs, flow: .backward)
        ]
        made.sources = [
            Source(
                id: "src-diary", title: text("Cuaderno de campo", "Chakra qillqa", "Field diary"), form: .web)
        ]
        made.items = [
            Item(id: "spring", kind: "source", title: text("El manantial", "Pukyu", "The spring")),
            turns, cleaning, untranslated,
        ]
        return CaseGraph(made)
    }

    private var turns: Item {
        var turns = Item(
            id: "turns", kind: "rule", title: text("Turnos de riego", "Mita", "Irrigation turns"))
        turns.links = [link(to: "spring")]
        return turns
    }

    private var cleaning: Item {
        var cleaning = Item(
            id: "cleaning", kind: "practice",
            title: text("Limpieza de acequias", "Yarqa aspiy", "Cleaning the canals"))
        cleaning.summary = text(
            "Cada año en agosto.", "Sapa wata, chakrayapuy killapi.", "Every year in August.")
        cleaning.links = [link(to: "turns")]
        cleaning.evidence = [
            Evidence(
                claim: text(
                    "Participan todas las familias.", "Lliw ayllukuna ruwanku.", "All families join."),
                source: "src-diary", strength: .primary)
        ]
        return cleaning
    }

    /// An item without a title in Quechua.
    private var untranslated: Item {
        var title = text("Guardián del agua", "", "Water guard")
        title[Self.quechua] = nil
        var guardian = Item(id: "guard", kind: "practice", title: title)
        guardian.links = [link(to: "turns")]
        return guardian
    }

    private func link(to target: ID<Item>) -> Link {
        var link = Link(to: target, relation: "follows")
        link.because = text("así se acordó", "chaynata rimanakurqanku", "so it was agreed")
        return link
    }

    private func kind(_ id: ID<Kind>, _ pane: ID<Pane>, _ title: Text, _ role: Kind.Role) -> Kind {
        Kind(id: id, pane: pane, title: title, plural: title, role: role)
    }

    private func text(_ spanish: String, _ quechua: String, _ english: String) -> Text {
        let all: [(tag: LanguageTag, text: String)] = [
            (Self.spanish, spanish), (Self.quechua, quechua), (.english, english),
        ]
        return Text(all.filter { languages.contains($0.tag) })
    }
}
