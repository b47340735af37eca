/// A district, county, city or other place of the gazetteer.
package struct Place: Equatable, Sendable {
    /// Its id, such as `plc-qijiang`.
    package var id: ID<Place>
    /// Its name.
    package var title: Text
    /// The province or municipality that it belongs to.
    package var province: Text?
    /// The place in which it lies.
    package var within: ID<Place>?
    /// What sort of place it is, such as a county or a river basin.
    package var kind: Text?
    /// Degrees north, −90 to 90.
    package var latitude: Double?
    /// Degrees east, −180 to 180.
    package var longitude: Double?
    /// Where the coordinates come from.
    package var coordinatesSource: CoordinatesSource?
    /// Why it has no coordinates, where the case gives none on purpose.
    package var reasonForNoCoordinates: Text?
    /// The lines that enclose it.
    package var outline: PlaceOutline?
    /// The places that it borders.
    package var borders: [Border] = []
    /// What is to be known of it in one sentence.
    package var summary: Text?
    /// What is claimed of it.
    package var evidence: [Evidence] = []
    /// Caveats.
    package var note: Text?

    /// A place with nothing but its name.
    package init(id: ID<Place>, title: Text) {
        self.id = id
        self.title = title
    }
}

/// Where coordinates come from.
package struct CoordinatesSource: Equatable, Sendable {
    /// What the point of a place is.
    package enum Point: String, CaseIterable, Sendable {
        /// The seat of its government.
        case seat
        /// Its main town.
        case town
        /// The middle of its area.
        case centroid
        /// A building, bridge or other thing at the spot.
        case site
    }

    /// The gazetteer, map or survey.
    package var name: String
    /// The place's id there.
    package var id: String?
    /// What the point is.
    package var point: Point?

    /// Coordinates from a gazetteer.
    package init(name: String, id: String? = nil, point: Point? = nil) {
        self.name = name
        self.id = id
        self.point = point
    }
}

/// A common border, stated by either side.
package struct Border: Equatable, Sendable {
    /// The place on the other side.
    package var place: ID<Place>
    /// Who says so.
    package var source: ID<Source>?

    /// A border with this place.
    package init(place: ID<Place>, source: ID<Source>? = nil) {
        self.place = place
        self.source = source
    }
}

/// A government, body, firm or group that takes part.
package struct Actor: Equatable, Sendable {
    /// The tier at which an actor stands.
    package enum Level: String, CaseIterable, Sendable {
        case central, provincial, city, county, market
        case `public`

        /// What it is called.
        package var title: Text {
            switch self {
            case .central: Text(chinese: "中央", english: "central")
            case .provincial: Text(chinese: "省级", english: "provincial")
            case .city: Text(chinese: "市级", english: "city")
            case .county: Text(chinese: "区县级", english: "county")
            case .market: Text(chinese: "市场", english: "market")
            case .public: Text(chinese: "公众", english: "public")
            }
        }
    }

    /// Its id, such as `act-chongqing-drc`.
    package var id: ID<Actor>
    /// Its name.
    package var title: Text
    /// Its tier.
    package var level: Level
    /// The side on which it stands; nil for those above both or on neither.
    package var side: Text?
    /// What is to be known of it in one sentence.
    package var summary: Text?
    /// What is claimed of it.
    package var evidence: [Evidence] = []
    /// Caveats.
    package var note: Text?

    /// An actor.
    package init(id: ID<Actor>, title: Text, level: Level) {
        self.id = id
        self.title = title
        self.level = level
    }
}

/// The two sides of a case, such as the provinces on both sides of a border: those with the most actors. Of equals the
/// one that the directory names first counts, and of the two it is the first side.
package struct Sides: Equatable, Sendable {
    /// The position of an actor.
    package enum Standing: CaseIterable, Sendable {
        /// On the first side.
        case first
        /// Above both sides, on neither, or on a third.
        case between
        /// On the second side.
        case second
    }

    /// The name of the first side; nil where no actor has a side.
    package let first: Text?
    /// The name of the second side; nil where all actors with a side have the same.
    package let second: Text?

    /// The sides of these actors.
    package init(of actors: [Actor]) {
        var counts: [Text: Int] = [:]
        var named: [Text] = []
        for side in actors.compactMap(\.side) {
            if counts[side] == nil { named.append(side) }
            counts[side, default: 0] += 1
        }
        let ranked = named.indices.sorted { left, right in
            let (more, fewer) = (counts[named[left]] ?? 0, counts[named[right]] ?? 0)
            return (-more, left) < (-fewer, right)
        }
        let two = ranked.prefix(2).sorted().map { named[$0] }
        first = two.first
        second = two.count > 1 ? two[1] : nil
    }

    /// The position of an actor.
    package func standing(of actor: Actor) -> Standing {
        guard let side = actor.side else { return .between }
        if side == first { return .first }
        return side == second ? .second : .between
    }
}
