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
    package var evidence = Records<Evidence>()
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
    /// Its id, such as `act-chongqing-drc`.
    package var id: ID<Actor>
    /// Its name.
    package var title: Text
    /// Its tier.
    package var level: ID<Level>
    /// The side on which it stands, as it is written: the id of a side of the case, or the name of any. What it
    /// stands for is said by `Sides`. Nil for those above all sides or on none.
    package var side: Text?
    /// What is to be known of it in one sentence.
    package var summary: Text?
    /// What is claimed of it.
    package var evidence = Records<Evidence>()
    /// Caveats.
    package var note: Text?

    /// An actor.
    package init(id: ID<Actor>, title: Text, level: ID<Level>) {
        self.id = id
        self.title = title
        self.level = level
    }
}
