/// A case study built on a three-part framework.
///
/// Everything that has meaning (which kinds of item there are, how they may be linked, what a status stands
/// for) is said by the case itself. A `Case` that the loader hands out is consistent: every id that is
/// mentioned exists, and the panes are three.
package struct Case: Equatable, Sendable {
    /// What the case is, who wrote it and how far it reaches.
    package var manifest: Manifest
    /// The three parts of the framework, left to right.
    package var panes: [Pane] = []
    /// The kinds of item, in the order in which a pane groups them.
    package var kinds: [Kind] = []
    /// The kinds of link.
    package var relations: [Relation] = []
    /// The statuses that an item can have.
    package var statuses: [Status] = []
    /// What the evidence-gap matrix crosses, if the case has one.
    package var matrix: Matrix?
    /// The bibliography.
    package var sources = Records<Source>()
    /// The items, in the order in which they are listed.
    package var items = Records<Item>()
    /// The gazetteer.
    package var places = Records<Place>()
    /// The directory of those who act.
    package var actors = Records<Actor>()
    /// The presentations.
    package var tours: [Tour] = []

    /// An empty case of this manifest.
    package init(manifest: Manifest) {
        self.manifest = manifest
    }

    /// Why a stored record could not be decoded, so that an empty one stands in for it; nil while all could be.
    package var failure: Text? {
        let stores = [items.stored?.store, sources.stored?.store, places.stored?.store, actors.stored?.store]
        return stores.lazy.compactMap { $0?.failure }.first
    }

    /// What was prepared for searching the case when it was stored; nil if nothing was, or the records have been changed
    /// since.
    package var index: IndexBytes? {
        guard let store = items.stored?.store, sources.stored?.store === store,
            places.stored?.store === store, actors.stored?.store === store
        else { return nil }
        return store.index
    }
}

/// What a case says of itself.
package struct Manifest: Equatable, Sendable {
    /// The case's own id, under which marks and notes are kept.
    package var id: ID<Case>
    /// The title in the header.
    package var title: Text
    /// One line under the title.
    package var subtitle: Text?
    /// Who wrote the case files (not the literature that they rest on).
    package var authors: [Text] = []
    /// The edition, such as `1.2`.
    package var version: String?
    /// When this edition appeared.
    package var date: PartialDate?
    /// Where the case can be had.
    package var url: String?
    /// The licence of the case files, as an SPDX expression or a sentence.
    package var licence: String?
    /// Method and limits, a paragraph each.
    package var about: [Text] = []
    /// The work whose framework the case applies.
    package var cites: ID<Source>?
    /// The languages in which the case claims to be complete, the original first.
    package var languages: [LanguageTag] = [.chinese, .english]
    /// The tiers of actors, the highest first.
    package var levels = Level.ordinary
    /// The sides on which actors stand, in their order; empty where all that actors name count.
    package var sides: [Side] = []
    /// The strengths of evidence.
    package var strengths = Strength.ordinary
    /// What the division that a place belongs to is called, such as a country; nil for a province.
    package var placeWord: Text?
    /// The most characters of a verbatim quote.
    package var quoteLimit = Manifest.ordinaryQuoteLimit

    /// The most characters of a quote where the case does not say otherwise: enough to find the passage, too few to
    /// copy the work.
    package static let ordinaryQuoteLimit = 60

    /// A manifest with nothing but a name.
    package init(id: ID<Case>, title: Text) {
        self.id = id
        self.title = title
    }
}
