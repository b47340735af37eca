/// One thing that the case is about: a driver, an element, an arrangement, a mode, a field or a project.
public struct Item: Equatable, Sendable {
    /// Its permanent name, which is also its permalink.
    public var id: ID<Item>
    /// Its kind, which also says in which pane it stands.
    public var kind: ID<Kind>
    /// The item of the same pane under which it stands.
    public var parent: ID<Item>?
    /// Its title.
    public var title: Text
    /// Other names by which it is known.
    public var aka: [String] = []
    /// What it is, in a sentence or two.
    public var summary: Text?
    /// When it began and ended.
    public var period: Period?
    /// How far along it is, and as of when.
    public var status: DatedStatus?
    /// Where it is.
    public var places: [ID<Place>] = []
    /// Who takes part.
    public var actors: [ID<Actor>] = []
    /// Its figures.
    public var metrics: [Metric] = []
    /// What is claimed of it, each claim with its source.
    public var evidence: [Evidence] = []
    /// The links that it states; those stated by others are found through the graph.
    public var links: [Link] = []
    /// Caveats and conflicts between sources.
    public var note: Text?

    /// An item with nothing but its name and title.
    public init(id: ID<Item>, kind: ID<Kind>, title: Text) {
        self.id = id
        self.kind = kind
        self.title = title
    }
}

/// A status with the date for which it is known.
public struct DatedStatus: Equatable, Sendable {
    /// The status.
    public var value: ID<Status>
    /// The date for which it is known; nil where the source carries none.
    public var asOf: PartialDate?
    /// Who says so.
    public var source: ID<Source>?

    /// A status as of a date.
    public init(value: ID<Status>, asOf: PartialDate? = nil, source: ID<Source>? = nil) {
        self.value = value
        self.asOf = asOf
        self.source = source
    }
}

/// A figure with its unit and source.
public struct Metric: Equatable, Sendable {
    /// How a rounded figure stands to the true one, in the source's words.
    public enum Bound: String, CaseIterable, Sendable {
        case about, over, nearly
        case atLeast = "at-least"
        case upTo = "up-to"
    }

    /// What is measured.
    public var name: Text
    /// The number, in the decimal notation of the case file: no digit is gained or lost on the way.
    public var value: String
    /// The unit of `value`.
    public var unit: Text?
    /// The figure as one would print it, where number and unit alone read badly.
    public var display: Text?
    /// Whether the source rounds.
    public var bound: Bound?
    /// Who says so; nil is reported by the loader.
    public var source: ID<Source>?
    /// Where in the source.
    public var locator: Text?

    /// A figure.
    public init(name: Text, value: String, unit: Text? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}

/// One checkable statement with the source that bears it out.
public struct Evidence: Equatable, Sendable {
    /// How far a source of this kind carries.
    public enum Strength: String, CaseIterable, Sendable {
        /// An official text or statistics.
        case primary
        /// A news report.
        case reported
        /// Scholarship.
        case analytic

        /// What it is called.
        public var title: Text {
            switch self {
            case .primary: Text(chinese: "一手", english: "primary")
            case .reported: Text(chinese: "报道", english: "reported")
            case .analytic: Text(chinese: "学术", english: "analytic")
            }
        }
    }

    /// The statement, in the case author's own words.
    public var claim: Text
    /// Who bears it out.
    public var source: ID<Source>
    /// Page, section or paragraph.
    public var locator: Text?
    /// The date of what the claim tells, not of its source.
    public var date: PartialDate?
    /// How far the source carries.
    public var strength: Strength
    /// A few words of the source, verbatim, at most 60 characters.
    public var quote: String?

    /// A claim with its source.
    public init(claim: Text, source: ID<Source>, strength: Strength) {
        self.claim = claim
        self.source = source
        self.strength = strength
    }
}

/// A directed link between two items.
public struct Link: Equatable, Sendable {
    /// The item at the far end.
    public var to: ID<Item>
    /// What kind of link it is.
    public var relation: ID<Relation>
    /// Why the link holds.
    public var because: Text?
    /// Evidence for the link itself; without it the link is the case author's interpretation.
    public var source: ID<Source>?

    /// A link that is still an interpretation.
    public init(to: ID<Item>, relation: ID<Relation>) {
        self.to = to
        self.relation = relation
    }

    /// Whether the link is the case author's reading rather than a source's statement.
    public var isInterpretation: Bool { source == nil }
}
