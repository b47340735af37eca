/// A presentation: a path of steps through the case.
package struct Tour: Equatable, Sendable {
    /// What a step puts on the screen.
    package enum View: String, CaseIterable, Sendable {
        case browse, reader, trace, matrix, timeline, map, sources, title, network, overview
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
        package init(headline: Text, view: View = .browse) {
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
