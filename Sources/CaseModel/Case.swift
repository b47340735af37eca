/// A case study built on a three-part framework, whole and in memory.
///
/// Everything that has meaning (which kinds of item there are, how they may be linked, what a status stands
/// for) is said by the case itself. A `Case` that the loader hands out is consistent: every id that is
/// mentioned exists, and the panes are three.
public struct Case: Equatable, Sendable {
    /// What the case is, who wrote it and how far it reaches.
    public var manifest: Manifest
    /// The three parts of the framework, left to right.
    public var panes: [Pane] = []
    /// The kinds of item, in the order in which a pane groups them.
    public var kinds: [Kind] = []
    /// The kinds of link.
    public var relations: [Relation] = []
    /// The statuses that an item can have.
    public var statuses: [Status] = []
    /// What the evidence-gap matrix crosses, if the case has one.
    public var matrix: Matrix?
    /// The bibliography.
    public var sources: [Source] = []
    /// The items, in the order in which they are listed.
    public var items: [Item] = []
    /// The gazetteer.
    public var places: [Place] = []
    /// The directory of those who act.
    public var actors: [Actor] = []
    /// The presentations.
    public var tours: [Tour] = []

    /// An empty case of this manifest.
    public init(manifest: Manifest) {
        self.manifest = manifest
    }
}

/// What a case says of itself.
public struct Manifest: Equatable, Sendable {
    /// The case's own id, under which marks and notes are kept.
    public var id: ID<Case>
    /// The title in the header.
    public var title: Text
    /// One line under the title.
    public var subtitle: Text?
    /// Who wrote the case files (not the literature that they rest on).
    public var authors: [String] = []
    /// The licence of the case files, as an SPDX expression or a sentence.
    public var licence: String?
    /// Method and limits, a paragraph each.
    public var about: [Text] = []
    /// The work whose framework the case applies.
    public var cites: ID<Source>?
    /// The languages in which the case claims to be complete.
    public var languages: [Language] = Language.allCases

    /// A manifest with nothing but a name.
    public init(id: ID<Case>, title: Text) {
        self.id = id
        self.title = title
    }
}
