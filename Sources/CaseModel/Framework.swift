// The vocabulary of a case: what its panes, kinds of item, kinds of link and statuses are called and mean.

/// One part of the framework, shown as one column.
package struct Pane: Equatable, Sendable {
    /// Its id, such as `consensus`.
    package var id: ID<Pane>
    /// Its title.
    package var title: Text
    /// The question that the pane answers, in one line.
    package var question: Text?

    /// A pane; the question may follow.
    package init(id: ID<Pane>, title: Text, question: Text? = nil) {
        self.id = id
        self.title = title
        self.question = question
    }
}

/// A kind of item; a pane groups its items by kind.
package struct Kind: Equatable, Sendable {
    /// What a kind is to the program, whatever the case calls it.
    package enum Role: String, CaseIterable, Sendable {
        /// Where a chain starts: a policy or another impulse.
        case driver
        /// A part of the framework's own theory.
        case element
        /// An agreement, plan, body or mechanism.
        case arrangement
        /// A way of acting.
        case mode
        /// A field of action.
        case field
        /// Where a chain ends: something done.
        case project
    }

    /// Whether items of a kind are to have evidence.
    package enum Expectation: String, CaseIterable, Sendable {
        case expected, optional
    }

    /// Its id, such as `project`.
    package var id: ID<Kind>
    /// The pane that holds items of this kind.
    package var pane: ID<Pane>
    /// What one such item is called.
    package var title: Text
    /// What several are called.
    package var plural: Text
    /// What the kind is to the program.
    package var role: Role
    /// Whether its items are to have evidence; without it they count as unevidenced.
    package var evidence: Expectation = .expected

    /// A kind of item.
    package init(id: ID<Kind>, pane: ID<Pane>, title: Text, plural: Text, role: Role) {
        self.id = id
        self.pane = pane
        self.title = title
        self.plural = plural
        self.role = role
    }
}

/// A kind of link.
package struct Relation: Equatable, Sendable {
    /// Which way along a link influence runs, from drivers towards projects.
    package enum Flow: String, CaseIterable, Sendable {
        /// From the item that states the link to the one it names.
        case forward
        /// From the item that the link names to the one that states it.
        case backward
        /// Neither: the link states kinship and carries no chain.
        case none
    }

    /// Its id, such as `implements`.
    package var id: ID<Relation>
    /// How it reads from the item that states it.
    package var title: Text
    /// How it reads from the item that it names.
    package var inverse: Text
    /// Which way influence runs.
    package var flow: Flow

    /// A kind of link.
    package init(id: ID<Relation>, title: Text, inverse: Text, flow: Flow) {
        self.id = id
        self.title = title
        self.inverse = inverse
        self.flow = flow
    }
}

/// A status that items can have.
package struct Status: Equatable, Sendable {
    /// How far along a status is, in terms that every case shares.
    package enum Stage: String, CaseIterable, Sendable {
        /// Written down as an intention.
        case planned
        /// Agreed between those concerned.
        case agreed
        /// Being carried out.
        case underWay = "under-way"
        /// Running or valid.
        case inForce = "in-force"
        /// Completed.
        case done
        /// Given up or interrupted.
        case stopped
    }

    /// Its id, such as `operating`.
    package var id: ID<Status>
    /// What it is called.
    package var title: Text
    /// How far along it is.
    package var stage: Stage

    /// A status.
    package init(id: ID<Status>, title: Text, stage: Stage) {
        self.id = id
        self.title = title
        self.stage = stage
    }
}

/// Which kinds the evidence-gap matrix crosses and counts.
package struct Matrix: Equatable, Sendable {
    /// The kind whose items are the rows.
    package var rows: ID<Kind>
    /// The kind whose items are the columns.
    package var columns: ID<Kind>
    /// The kind whose items fill the cells.
    package var cells: ID<Kind>

    /// A matrix of these kinds.
    package init(rows: ID<Kind>, columns: ID<Kind>, cells: ID<Kind>) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }
}
