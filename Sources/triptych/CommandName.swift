import ArgumentParser

/// The names of the commands, in the order of the help. A new command is added here.
///
/// The parser can list the names only by setting up all commands, which takes longer than to run most of them.
enum CommandName: String, CaseIterable {
    case browse, open, present, follow, list, show, search, trace, overview, sources, claims, timeline, matrix
    case places, actors, network, tours, snapshot, export, check, new, `import`, pack, schema, seminars,
        mirror
    case relay, config, doctor

    /// The options of appearance that the command has no use for, since it draws no screen or prints no such text.
    var unusedAppearance: [String] {
        switch self {
        case .browse, .open, .present, .follow, .snapshot, .config: []
        case .list, .show, .search, .trace, .overview, .sources, .claims, .timeline, .matrix, .places,
            .actors, .network, .tours:
            ["--color"]
        case .export, .check, .new, .import, .pack, .schema, .seminars, .mirror, .relay, .doctor:
            ["--color", "--ascii", "--no-ascii", "--ambiguous"]
        }
    }

    /// The command that has this name.
    var command: any ParsableCommand.Type {
        switch self {
        case .browse: Browse.self
        case .open: Open.self
        case .present: Present.self
        case .follow: Follow.self
        case .list: List.self
        case .show: Show.self
        case .search: Search.self
        case .trace: Trace.self
        case .overview: Overview.self
        case .sources: Listing<Sources>.self
        case .claims: Claims.self
        case .timeline: Timeline.self
        case .matrix: MatrixCommand.self
        case .places: Listing<Places>.self
        case .actors: Listing<Actors>.self
        case .network: Network.self
        case .tours: Listing<Tours>.self
        case .snapshot: Snapshot.self
        case .export: Export.self
        case .check: Check.self
        case .new: New.self
        case .import: Import.self
        case .pack: PackCommand.self
        case .schema: Schema.self
        case .seminars: Seminars.self
        case .mirror: MirrorCommand.self
        case .relay: RelayCommand.self
        case .config: ConfigCommand.self
        case .doctor: Doctor.self
        }
    }
}
