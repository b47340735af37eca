/// One thing that the case is about: a driver, an element, an arrangement, a mode, a field or a project.
package struct Item: Equatable, Sendable {
    /// Its permanent name, which is also its permalink.
    package var id: ID<Item>
    /// Its kind, which also says in which pane it stands.
    package var kind: ID<Kind>
    /// The item of the same pane under which it stands.
    package var parent: ID<Item>?
    /// Its title.
    package var title: Text
    /// A title of at most 24 columns, for panes and breadcrumbs; nil where the title is short enough.
    package var short: Text?
    /// Other names by which it is known, for search.
    package var aka: [String] = []
    /// What it is, in a sentence or two.
    package var summary: Text?
    /// When it began and ended.
    package var period: Period?
    /// How far along it is, and as of when.
    package var status: DatedStatus?
    /// Where it is.
    package var places: [ID<Place>] = []
    /// Who takes part.
    package var actors: [ID<Actor>] = []
    /// Its figures.
    package var metrics = Records<Metric>()
    /// What is claimed of it, each claim with its source.
    package var evidence = Records<Evidence>()
    /// The links that it states; those stated by others are found through the graph.
    package var links = Records<Link>()
    /// Caveats and conflicts between sources.
    package var note: Text?

    /// The columns that a short title may take in a terminal.
    package static let shortColumns = 24

    /// An item with nothing but its name and title.
    package init(id: ID<Item>, kind: ID<Kind>, title: Text) {
        self.id = id
        self.kind = kind
        self.title = title
    }
}

/// A status with the date for which it is known.
package struct DatedStatus: Equatable, Sendable {
    /// The status.
    package var value: ID<Status>
    /// The date for which it is known; nil where the source carries none.
    package var asOf: PartialDate?
    /// Who says so.
    package var source: ID<Source>?

    /// A status as of a date.
    package init(value: ID<Status>, asOf: PartialDate? = nil, source: ID<Source>? = nil) {
        self.value = value
        self.asOf = asOf
        self.source = source
    }
}

/// A figure with its unit and source.
package struct Metric: Equatable, Sendable {
    /// How a rounded figure stands to the true one, in the source's words.
    package enum Bound: String, CaseIterable, Sendable {
        case about, over, nearly
        case atLeast = "at-least"
        case upTo = "up-to"
    }

    /// What is measured.
    package var name: Text
    /// The number, in the decimal notation of the case file: no digit is gained or lost on the way. It differs by
    /// language where the units do, as 亿元 and billion yuan.
    package var value: Text
    /// The unit of `value`.
    package var unit: Text?
    /// The figure as one would print it, where number and unit alone read badly.
    package var display: Text?
    /// Whether the source rounds.
    package var bound: Bound?
    /// Who says so; nil is reported by the loader.
    package var source: ID<Source>?
    /// Where in the source.
    package var locator: Locator?

    /// A figure.
    package init(name: Text, value: Text, unit: Text? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}

/// One checkable statement with the source that bears it out.
package struct Evidence: Equatable, Sendable {
    /// Whether a claim bears out what it stands under.
    package enum Support: String, CaseIterable, Sendable {
        case supports, contradicts
    }

    /// The statement, in the case author's own words.
    package var claim: Text
    /// Who bears it out.
    package var source: ID<Source>
    /// Page, section or paragraph.
    package var locator: Locator?
    /// Whether it bears out the item or speaks against it.
    package var support: Support = .supports
    /// The date of what is claimed, not of its source.
    package var date: PartialDate?
    /// How far the source carries.
    package var strength: ID<Strength>
    /// A few words of the source, verbatim, at most `Manifest.quoteLimit` characters.
    package var quote: String?

    /// A claim with its source.
    package init(claim: Text, source: ID<Source>, strength: ID<Strength>) {
        self.claim = claim
        self.source = source
        self.strength = strength
    }
}

/// A directed link between two items.
package struct Link: Equatable, Sendable {
    /// The item at the far end.
    package var to: ID<Item>
    /// What kind of link it is.
    package var relation: ID<Relation>
    /// Why the link holds.
    package var because: Text?
    /// Evidence for the link itself; without it the link is the case author's interpretation.
    package var source: ID<Source>?
    /// Whether the source bears out the fact while its classification is the case author's.
    package var isClassified = false

    /// Whose word a link is.
    package enum Standing: String, CaseIterable, Sendable {
        /// A source says so.
        case sourced
        /// A source bears the fact out; that it counts as such a link is the case author's reading.
        case classified
        /// The case author's reading.
        case interpretation

        /// Whose word a statement with this source is, or without one.
        package init(of source: ID<Source>?) { self = source == nil ? .interpretation : .sourced }

        /// What it is called.
        package var title: Text {
            switch self {
            case .sourced: Text(chinese: "有来源", english: "sourced")
            case .classified: Text(chinese: "归类为解读", english: "classified")
            case .interpretation: Text(chinese: "解读", english: "interpretation")
            }
        }
    }

    /// A link that is still an interpretation.
    package init(to: ID<Item>, relation: ID<Relation>) {
        self.to = to
        self.relation = relation
    }

    /// Whose word the link is.
    package var standing: Standing {
        source == nil ? .interpretation : isClassified ? .classified : .sourced
    }

    /// Whether the case author answers for the link, wholly or for its classification.
    package var isReading: Bool { standing != .sourced }
}
