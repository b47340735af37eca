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
        /// The item in focus.
        package var at: ID<Item>?
        /// The view to show it in.
        package var view: View
        /// The sentence of the step.
        package var headline: Text
        /// What is revealed one by one.
        package var points: [Text] = []
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
