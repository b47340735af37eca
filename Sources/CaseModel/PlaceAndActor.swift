/// A district, county, city or other place of the gazetteer.
public struct Place: Equatable, Sendable {
    /// Its id, such as `plc-qijiang`.
    public var id: ID<Place>
    /// Its name.
    public var title: Text
    /// The province or municipality that it belongs to.
    public var province: Text?
    /// Degrees north, −90 to 90.
    public var latitude: Double?
    /// Degrees east, −180 to 180.
    public var longitude: Double?
    /// Where the coordinates come from.
    public var coordinatesSource: String?
    /// The places that it borders.
    public var borders: [Border] = []
    /// What is to be known of it in one sentence.
    public var summary: Text?
    /// What is claimed of it.
    public var evidence: [Evidence] = []
    /// Caveats.
    public var note: Text?

    /// A place with nothing but its name.
    public init(id: ID<Place>, title: Text) {
        self.id = id
        self.title = title
    }
}

/// A common border, stated by either side.
public struct Border: Equatable, Sendable {
    /// The place on the other side.
    public var place: ID<Place>
    /// Who says so.
    public var source: ID<Source>?

    /// A border with this place.
    public init(place: ID<Place>, source: ID<Source>? = nil) {
        self.place = place
        self.source = source
    }
}

/// A government, body, firm or group that takes part.
public struct Actor: Equatable, Sendable {
    /// The tier at which an actor stands.
    public enum Level: String, CaseIterable, Sendable {
        case central, provincial, city, county, market
        case `public`

        /// What it is called.
        public var title: Text {
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
    public var id: ID<Actor>
    /// Its name.
    public var title: Text
    /// Its tier.
    public var level: Level
    /// The side on which it stands; nil for those above both or on neither.
    public var side: Text?
    /// What is to be known of it in one sentence.
    public var summary: Text?
    /// What is claimed of it.
    public var evidence: [Evidence] = []
    /// Caveats.
    public var note: Text?

    /// An actor.
    public init(id: ID<Actor>, title: Text, level: Level) {
        self.id = id
        self.title = title
        self.level = level
    }
}
