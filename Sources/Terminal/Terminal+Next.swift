import Glibc
import Screen

extension Terminal {
    /// Waits for something to answer, in one poll(2) over the keyboard, the signals and the caller's own
    /// descriptors; with nothing to do the program sleeps.
    ///
    /// All that has arrived is returned at once, so that input comes first and only the newest state is drawn.
    /// A stop by Ctrl-Z happens in here and ends as `.resumed`.
    ///
    /// - Parameters:
    ///   - timeout: how many milliseconds to wait for at most; nil waits for ever.
    ///   - readers: descriptors to be told of when they can be read.
    ///   - writers: descriptors to be told of when they can be written.
    /// - Returns: at least one event, or none when the time is over.
    package func next(timeout: Int? = nil, readers: [Int32] = [], writers: [Int32] = []) -> [Event] {
        let end = timeout.map { Self.now() + max(0, $0) }
        while true {
            var events: [Event] = []
            noticeSize(&events)
            let patience = events.isEmpty ? patience(until: end) : 0
            var watched = [
                pollfd(fd: signals.reader, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isGone ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            ]
            watched += readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            watched += writers.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
            let ready = poll(&watched, nfds_t(watched.count), patience)

            // Interrupted by a signal, whose byte is in the pipe: the next round reads it.
            guard ready >= 0 else { continue }
            if watched[0].revents != 0 { answerSignals(&events) }
            if watched[1].revents != 0 {
                readKeys(&events)
            } else if let keysEnd, Self.now() >= keysEnd {
                decoder.giveUp(into: &events)
                self.keysEnd = nil
            }
            for descriptor in watched[2...].prefix(readers.count) where descriptor.revents != 0 {
                events.append(.readable(descriptor.fd))
            }
            for descriptor in watched[(2 + readers.count)...] where descriptor.revents != 0 {
                events.append(.writable(descriptor.fd))
            }
            if !events.isEmpty { return events }
            if let end, Self.now() >= end { return [] }
        }
    }

    // Milliseconds for poll(2); -1 is for ever.
    private func patience(until end: Int?) -> Int32 {
        guard let end = [end, keysEnd].compactMap(\.self).min() else { return -1 }
        return Int32(clamping: max(0, end - Self.now()))
    }

    // A size that has changed without a signal, or between the frame and its signal.
    private func noticeSize(_ events: inout [Event]) {
        let size = self.size
        guard size != announcedSize, !isGone else { return }
        announcedSize = size
        adopt(size)
        events.append(.resized(size))
    }

    private func answerSignals(_ events: inout [Event]) {
        var isResized = false
        for signal in signals.drain() {
            switch signal {
            case SIGINT:
                signals.forgive()
                events.append(.interrupted)
            case SIGHUP: hangUp(&events)
            case SIGTSTP:
                suspend()
                events.append(.resumed)
            case SIGCONT:
                enterAgain()
                events.append(.resumed)
            case SIGWINCH: isResized = true
            default: events.append(.terminated(signal: signal))
            }
        }
        guard isResized, !isGone else { return }
        // Even at the size that it had: in between, the terminal may have cut the picture or moved it.
        announcedSize = size
        adopt(announcedSize)
        events.append(.resized(announcedSize))
    }

    // How long, in milliseconds, the rest of a paste is waited for. A line that hangs for longer than this lets the
    // rest be keys; one whose closing mark is lost has no keys for as long.
    private static let pasteDelay = 3000

    private func readKeys(_ events: inout [Event]) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // A stream that never ends must not keep the frames from being drawn.
        for _ in 0..<16 {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 {
                decoder.take(buffer[..<count], into: &events)
                guard count == buffer.count, hasInput() else { break }
            } else if count < 0, errno == EINTR || errno == EAGAIN {
                break
            } else {
                hangUp(&events)
                break
            }
        }
        let delay = decoder.isPasting ? Self.pasteDelay : decoder.isWaiting ? Int(escapeDelay) : nil
        keysEnd = delay.map { Self.now() + $0 }
    }

    private func hasInput() -> Bool {
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&input, 1, 0) == 1
    }

    // SIGHUP, or the end of the input, which is the same; whichever comes first is told.
    private func hangUp(_ events: inout [Event]) {
        guard !isGone else { return }
        isGone = true
        signals.expectEnd()
        events.append(.hungUp)
    }

    // Milliseconds that only go forward.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
