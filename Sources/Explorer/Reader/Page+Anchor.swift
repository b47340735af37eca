extension Reader {
    /// The page as it stood before its size changed.
    ///
    /// A small size shows too little to tell where the eye was: of one column and row, a target in view is all that is
    /// in view, and a talk's view has no rows at all. Every size that follows is therefore laid out from here, until
    /// the reader moves.
    struct Anchor: Sendable {
        let page: Page
        let top: Int
        let showsTarget: Bool
        /// Where the page has stood since, unless the reader has moved.
        fileprivate var arrival: Reader

        /// The page in its present layout.
        init(_ page: Page, _ reader: Reader) {
            (self.page, top, arrival) = (page, reader.top, reader)
            showsTarget = page.shows(reader.target, from: reader.top)
        }

        /// True if the reader has not moved since.
        func holds(for reader: Reader) -> Bool { reader == arrival }

        /// The anchor of a page that has come to stand elsewhere; nil where it is laid out as before.
        func moved(to reader: Reader, on other: Page) -> Anchor? {
            guard page.key != other.key || page.layout != other.layout else { return nil }
            var anchor = self
            anchor.arrival = reader
            return anchor
        }
    }
}
