import CYAML

/// Why libyaml gives up on a text, in its own words.
struct YAMLMistake: Error {
    let problem: String
    /// Where it gives up.
    let place: Position
    /// What was being read, and where that begins, if libyaml reports it.
    var start: (text: String, place: Position)?
}

/// The events of a YAML text in their order, as libyaml finds them. Every text is a scalar, whatever it looks like: a
/// date does not become seconds, nor `no` false.
struct YAMLEvents: ~Copyable {
    /// The beginning or the end of a value, or of a document.
    enum Event {
        case alias(String)
        case scalar(String, Node.Scalar.Style)
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
        /// The beginning of the text or of a document, or the end of a document.
        case border
        case streamEnd
    }

    /// Where the latest event begins.
    private(set) var mark = Node.Mark(line: 1, column: 1)
    /// The name by which aliases call the value that begins with the latest event.
    private(set) var anchor: String?
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The text, whose places are those of the file.
    private let text: JoinedSurrogates

    /// The events of the bytes of a text, which have to outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>, of text: JoinedSurrogates) throws(YAMLMistake) {
        self.text = text
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw YAMLMistake(problem: "out of memory", place: Position(line: 1, column: 1))
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        // An empty buffer may have no address, which libyaml does not take.
        let nothing: StaticString = ""
        yaml_parser_set_input_string(parser, bytes.baseAddress ?? nothing.utf8Start, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after `streamEnd` there is none.
    mutating func next() throws(YAMLMistake) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw mistake }
        defer { yaml_event_delete(&event) }
        let place = place(event.start_mark)
        mark = Node.Mark(line: Int32(clamping: place.line), column: Int32(clamping: place.column))
        anchor = nil
        switch event.type {
        case YAML_ALIAS_EVENT: return .alias(Self.text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            anchor = Self.text(scalar.anchor)
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(String(decoding: bytes, as: UTF8.self), Self.style(scalar.style))
        case YAML_SEQUENCE_START_EVENT:
            anchor = Self.text(event.data.sequence_start.anchor)
            return .sequenceStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            anchor = Self.text(event.data.mapping_start.anchor)
            return .mappingStart
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
        case _: return .border
        }
    }

    private static func style(_ style: yaml_scalar_style_t) -> Node.Scalar.Style {
        switch style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case _: .other
        }
    }

    private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        bytes.map { String(cString: $0) }
    }

    private func place(_ mark: yaml_mark_t) -> Position {
        text.original(Position(line: Int(clamping: mark.line + 1), column: Int(clamping: mark.column + 1)))
    }

    private var mistake: YAMLMistake {
        let (parser, error) = (parser.pointee, parser.pointee.error)
        let problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
        // The reader and the allocator tell no place.
        guard error == YAML_SCANNER_ERROR || error == YAML_PARSER_ERROR else {
            return YAMLMistake(problem: problem, place: Position(line: 1, column: 1))
        }
        let start = parser.context.map { (text: String(cString: $0), place: place(parser.context_mark)) }
        return YAMLMistake(problem: problem, place: place(parser.problem_mark), start: start)
    }
}
