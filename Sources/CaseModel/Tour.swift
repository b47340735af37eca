/// A presentation: a path of steps through the case.
public struct Tour: Equatable, Sendable {
    /// What a step puts on the screen.
    public enum View: String, CaseIterable, Sendable {
        case browse, reader, trace, matrix, timeline, map, sources, title, network, overview
    }

    /// One stop of the path.
    public struct Step: Equatable, Sendable {
        /// The item in focus.
        public var at: ID<Item>?
        /// The view to show it in.
        public var view: View
        /// The sentence of the step.
        public var headline: Text
        /// What is revealed one by one.
        public var points: [Text] = []
        /// For the speaker only; never sent to the audience.
        public var notes: Text?
        /// How long the step should take.
        public var minutes: Double?

        /// A step with nothing but its headline.
        public init(headline: Text, view: View = .browse) {
            self.headline = headline
            self.view = view
        }
    }

    /// Its id, such as `seminar`.
    public var id: ID<Tour>
    /// Its title.
    public var title: Text
    /// How long it should take.
    public var minutes: Double?
    /// The path.
    public var steps: [Step] = []

    /// A tour without steps yet.
    public init(id: ID<Tour>, title: Text) {
        self.id = id
        self.title = title
    }
}
