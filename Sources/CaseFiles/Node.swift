/// A value of a YAML file with its place, in a form that costs little to keep and to copy.
enum Node {
    case scalar(Scalar)
    case sequence(Sequence)
    case mapping(Mapping)

    /// A line and a column, both from 1; the column in Unicode scalars.
    struct Mark: Equatable {
        let line: Int32
        let column: Int32
    }

    /// A text, whatever it stands for.
    struct Scalar {
        /// How it is written, as far as that matters.
        enum Style: UInt8 {
            case plain, doubleQuoted, other
        }

        let string: String
        let mark: Mark
        let style: Style
    }

    /// A list.
    struct Sequence {
        let elements: [Node]
        let mark: Mark
    }

    /// Keys and values, in the order of the file.
    struct Mapping {
        let pairs: [(key: Node, value: Node)]
        let mark: Mark
    }

    /// Where it begins.
    var mark: Mark {
        switch self {
        case .scalar(let scalar): scalar.mark
        case .sequence(let sequence): sequence.mark
        case .mapping(let mapping): mapping.mark
        }
    }

    /// The text, if it is one.
    var scalar: Scalar? {
        if case .scalar(let scalar) = self { scalar } else { nil }
    }

    /// The list, if it is one.
    var sequence: Sequence? {
        if case .sequence(let sequence) = self { sequence } else { nil }
    }

    /// The map, if it is one.
    var mapping: Mapping? {
        if case .mapping(let mapping) = self { mapping } else { nil }
    }
}

extension Node.Sequence: RandomAccessCollection {
    var startIndex: Int { elements.startIndex }
    var endIndex: Int { elements.endIndex }
    subscript(position: Int) -> Node { elements[position] }
}

extension Node.Mapping: RandomAccessCollection {
    var startIndex: Int { pairs.startIndex }
    var endIndex: Int { pairs.endIndex }
    subscript(position: Int) -> (key: Node, value: Node) { pairs[position] }

    /// The value of a key.
    subscript(key: String) -> Node? { pairs.first { $0.key.scalar?.string == key }?.value }

    /// The keys that are texts.
    var keys: Set<String> { Set(pairs.compactMap { $0.key.scalar?.string }) }
}
