// The vocabulary of a case: what its panes, kinds of item, kinds of link and statuses are called and mean.

/// One part of the framework, shown as one column.
public struct Pane: Equatable, Sendable {
    /// Its id, such as `consensus`.
    public var id: ID<Pane>
    /// Its title.
    public var title: Text
    /// The question that the pane answers, in one line.
    public var question: Text?

    /// A pane; the question may follow.
    public init(id: ID<Pane>, title: Text, question: Text? = nil) {
        self.id = id
        self.title = title
        self.question = question
    }
}

/// A kind of item; a pane groups its items by kind.
public struct Kind: Equatable, Sendable {
    /// What a kind is to the program, whatever the case calls it.
    public enum Role: String, CaseIterable, Sendable {
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

    /// Its id, such as `project`.
    public var id: ID<Kind>
    /// The pane that holds items of this kind.
    public var pane: ID<Pane>
    /// What one such item is called.
    public var title: Text
    /// What several are called.
    public var plural: Text
    /// What the kind is to the program.
    public var role: Role

    /// A kind of item.
    public init(id: ID<Kind>, pane: ID<Pane>, title: Text, plural: Text, role: Role) {
        self.id = id
        self.pane = pane
        self.title = title
        self.plural = plural
        self.role = role
    }
}

/// A kind of link.
public struct Relation: Equatable, Sendable {
    /// Which way along a link influence runs, from drivers towards projects.
    public enum Flow: String, CaseIterable, Sendable {
        /// From the item that states the link to the one it names.
        case forward
        /// From the item that the link names to the one that states it.
        case backward
        /// Neither: the link tells of kinship and carries no chain.
        case none
    }

    /// Its id, such as `implements`.
    public var id: ID<Relation>
    /// How it reads from the item that states it.
    public var title: Text
    /// How it reads from the item that it names.
    public var inverse: Text
    /// Which way influence runs.
    public var flow: Flow

    /// A kind of link.
    public init(id: ID<Relation>, title: Text, inverse: Text, flow: Flow) {
        self.id = id
        self.title = title
        self.inverse = inverse
        self.flow = flow
    }
}

/// A status that items can have.
public struct Status: Equatable, Sendable {
    /// How far along a status is, in terms that every case shares.
    public enum Stage: String, CaseIterable, Sendable {
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
    public var id: ID<Status>
    /// What it is called.
    public var title: Text
    /// How far along it is.
    public var stage: Stage

    /// A status.
    public init(id: ID<Status>, title: Text, stage: Stage) {
        self.id = id
        self.title = title
        self.stage = stage
    }
}

/// Which kinds the evidence-gap matrix crosses and counts.
public struct Matrix: Equatable, Sendable {
    /// The kind whose items are the rows.
    public var rows: ID<Kind>
    /// The kind whose items are the columns.
    public var columns: ID<Kind>
    /// The kind whose items fill the cells.
    public var cells: ID<Kind>

    /// A matrix of these kinds.
    public init(rows: ID<Kind>, columns: ID<Kind>, cells: ID<Kind>) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }
}
