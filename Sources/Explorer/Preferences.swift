import Synchronization

/// The choices of the user that hold for the whole process, whatever is drawn: styles, keys, shares of the screen.
///
/// They are made before the first use and stay as they are from then on, so that views can read them without a lock.
package struct Preferences: Equatable, Sendable {
    package var palette = Palette.standard
    package var keys = KeyRemaps()
    package var layout = LayoutShares()

    package init() {}

    private static let choice = Mutex(Preferences())

    /// Makes the choices; without effect once they have been used.
    package static func choose(_ preferences: Preferences) {
        choice.withLock { $0 = preferences }
    }

    static let current = choice.withLock { $0 }
}

/// The parts of the screen that the user wants other than they are by default; nil is the default.
package struct LayoutShares: Equatable, Sendable {
    /// The columns of the focused pane, in hundredths of the three panes.
    package var focusedPane: Int?
    /// The lines about the selected item, in hundredths of the screen.
    package var details: Int?

    package static let focusedPanes = 34...80
    package static let detailShares = 5...60

    package init(focusedPane: Int? = nil, details: Int? = nil) {
        (self.focusedPane, self.details) = (focusedPane, details)
    }
}
