import System

/// What listeners of one kind are to know: of each message the newest, in the order in which they were said.
///
/// There is no queue anywhere. Whoever is told something has a number up to which they know everything, and
/// the next that they are told is the oldest notice beyond it; what was replaced meanwhile is never sent.
struct LatestMessages<Content: Message> {
    private var notices: [Notice] = []
    private var revision = 0

    struct Notice {
        let revision: Int
        let tag: UInt8
        let frame: Frame<Content>
    }

    /// Says something, in place of what was said of the same kind before.
    mutating func post(_ message: Content) {
        revision += 1
        notices.removeAll { $0.tag == message.tag }
        notices.append(Notice(revision: revision, tag: message.tag, frame: Frame(message)))
    }

    /// What to tell next to someone who knows all up to here.
    func next(after seen: Int) -> Notice? {
        notices.first { $0.revision > seen }
    }
}

/// What has been told to one listener: a frame that was begun is finished, then comes the newest.
struct SendBuffer<Content: Message> {
    private var rest: ArraySlice<UInt8> = []
    private var seen = 0

    /// Whether a frame has been begun and not finished.
    var isHalfway: Bool { !rest.isEmpty }

    /// Sends what there is room for; when all has been said, at most one frame more. Says whether something
    /// may be left.
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

    /// Says a last word, if no frame is half sent and there is room for all of it; it is not insisted on.
    func finish(_ stream: ByteStream, with word: Frame<Content>) {
        if !isHalfway { _ = try? stream.write(word.bytes[...]) }
    }
}
