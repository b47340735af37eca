import System

/// The newest message of each kind for a group of recipients, in the order of their posting.
///
/// There is no queue: each recipient has the number of the last notice sent to it, and gets the oldest notice after
/// that one next. A replaced message is never sent.
struct LatestMessages<Content: Message> {
    private var notices: [Notice] = []
    private var revision = 0

    struct Notice {
        let revision: Int
        let tag: UInt8
        let frame: Frame<Content>
    }

    /// Posts a message, which replaces the earlier one of the same kind.
    mutating func post(_ message: Content) {
        revision += 1
        notices.removeAll { $0.tag == message.tag }
        notices.append(Notice(revision: revision, tag: message.tag, frame: Frame(message)))
    }

    /// Posts a message that does not replace earlier ones, of which a limited number is kept.
    mutating func append(_ message: Content, keeping limit: Int) {
        revision += 1
        notices.append(Notice(revision: revision, tag: message.tag, frame: Frame(message)))
        let waiting = notices.indices.filter { notices[$0].tag == message.tag }
        if waiting.count > limit, let oldest = waiting.first { notices.remove(at: oldest) }
    }

    /// The next notice after the last one sent.
    func next(after seen: Int) -> Notice? {
        notices.first { $0.revision > seen }
    }
}

/// The send buffer of one recipient: a frame that was begun is completed before the newest is sent.
struct SendBuffer<Content: Message> {
    private var rest: ArraySlice<UInt8> = []
    private var seen = 0

    /// True if a frame has been sent in part.
    var isHalfway: Bool { !rest.isEmpty }

    /// Sends as much as there is room for, at most one frame more than the remaining part; returns true if
    /// something may be left.
    mutating func write(
        to stream: ByteStream, from messages: LatestMessages<Content>,
        orElse further: () -> Frame<Content>? = { nil }
    ) throws(StreamEnd) -> Bool {
        var isLast = false
        while true {
            while !rest.isEmpty {
                let count = try stream.write(rest)
                guard count > 0 else { return true }
                rest = rest.dropFirst(count)
            }
            if let notice = messages.next(after: seen) {
                rest = notice.frame.bytes[...]
                seen = notice.revision
            } else if !isLast, let frame = further() {
                rest = frame.bytes[...]
                isLast = true
            } else {
                return isLast
            }
        }
    }

    /// Sends a last message if no frame is half sent and there is room for all of it; otherwise drops it.
    func finish(_ stream: ByteStream, with word: Frame<Content>) {
        if !isHalfway { _ = try? stream.write(word.bytes[...]) }
    }
}
