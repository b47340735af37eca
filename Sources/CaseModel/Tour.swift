/// A presentation: a path of steps through the case.
package struct Tour: Equatable, Sendable {
    /// What a step puts on the screen.
    package enum View: Hashable, Sendable {
        /// A page of its own with headline and points.
        case title
        /// A view of the case.
        case view(ViewName)

        /// The view of the case; nil for a page of its own.
        package var name: ViewName? {
            switch self {
            case .title: nil
            case .view(let name): name
            }
        }
    }

    /// One stop of the path.
    package struct Step: Equatable, Sendable {
        /// What is revealed by one press of a key.
        package struct Point: Equatable, Sendable {
            /// What is said.
            package var text: Text
            /// The number of the claim that it is about, from 1, among those of what the step is at.
            package var evidence: Int?

            /// A point, about a claim if one is named.
            package init(_ text: Text, evidence: Int? = nil) {
                self.text = text
                self.evidence = evidence
            }
        }

        /// A cell of the matrix that the case declares.
        package struct Cell: Equatable, Sendable {
            /// The name of the line of the items without a value.
            package static let withoutValue = "none"

            /// The id of the row's value; nil for the total.
            package var row: String?
            /// The id of the column's value; nil for the total.
            package var column: String?

            /// A cell, or a total.
            package init(row: String? = nil, column: String? = nil) {
                self.row = row
                self.column = column
            }
        }

        /// A part of a step that a remark may be about.
        package enum Part: Hashable, Sendable {
            case at, evidence, from, filter, cell, order, viewpoint
            case pin(Int)
            case point(Int)
        }

        /// What is in focus: an item, source, place or actor.
        package var at: ID<Entity>?
        /// The view to show it in.
        package var view: View
        /// The number of the claim in focus, from 1, among those of what the step is at.
        package var evidence: Int?
        /// The item from which a trace leads.
        package var from: ID<Item>?
        /// The pinned items, in the order of pinning.
        package var pins: [ID<Item>] = []
        /// The query of the filter.
        package var filter: String?
        /// The selected cell of the matrix.
        package var cell: Cell?
        /// The name of the order of the view's rows.
        package var order: String?
        /// The exact viewpoint as the explorer encodes it, for what the parts above cannot say.
        package var viewpoint: String?
        /// The sentence of the step.
        package var headline: Text
        /// What is revealed one by one.
        package var points: [Point] = []
        /// For the speaker only; never sent to the audience.
        package var notes: Text?
        /// How long the step should take.
        package var minutes: Double?

        /// A step with nothing but its headline.
        package init(headline: Text, view: View = .view(.browse)) {
            self.headline = headline
            self.view = view
        }
    }

    /// Its id, such as `seminar`.
    package var id: ID<Tour>
    /// Its title.
    package var title: Text
    /// How long it should take.
    package var minutes: Double?
    /// The path.
    package var steps: [Step] = []

    /// A tour without steps yet.
    package init(id: ID<Tour>, title: Text) {
        self.id = id
        self.title = title
    }
}

extension Tour.View: CaseIterable, RawRepresentable {
    /// In the order in which packs number them: a new view comes last.
    package static let allCases: [Tour.View] = {
        let numbered: [Tour.View] = [
            .view(.browse), .view(.reader), .view(.trace), .view(.matrix), .view(.timeline), .view(.map),
            .view(.sources), .title, .view(.network), .view(.overview),
        ]
        return numbered + ViewName.allCases.map(Tour.View.view).filter { !numbered.contains($0) }
    }()

    package init?(rawValue: String) {
        guard let view = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = view
    }

    package var rawValue: String { name?.rawValue ?? "title" }
}
