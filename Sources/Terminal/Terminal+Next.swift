import Glibc
import Screen
import System

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
        let end = timeout.map { MonotonicClock.milliseconds + max(0, $0) }
        while true {
            var events: [Event] = []
            noticeSize(&events)
            let own = [signals.reader] + (isGone ? [] : [STDIN_FILENO])
            // A signal that interrupts the wait has put its byte into the pipe: the next round reads it.
            var ready = Poll.wait(
                readers: own + readers, writers: writers,
                milliseconds: events.isEmpty ? remaining(until: end) : 0)
            if ready.readers.first == signals.reader {
                ready.readers.removeFirst()
                answerSignals(&events)
            }
            if ready.readers.first == STDIN_FILENO {
                ready.readers.removeFirst()
                readKeys(&events)
            } else if let keysEnd, MonotonicClock.milliseconds >= keysEnd {
                decoder.giveUp(into: &events)
                self.keysEnd = nil
            }
            events += ready.readers.map(Event.readable) + ready.writers.map(Event.writable)
            if !events.isEmpty { return events }
            if let end, MonotonicClock.milliseconds >= end { return [] }
        }
    }

    // Milliseconds until the end or until the keyboard is not waited for any longer; nil is for ever.
    private func remaining(until end: Int?) -> Int? {
        [end, keysEnd].compactMap(\.self).min().map { max(0, $0 - MonotonicClock.milliseconds) }
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

    // How many milliseconds the rest of a paste or of a terminal's answer is waited for: after a longer silence the
    // line has lost it, and what comes are keys.
    private static let silence = 1000

    private func readKeys(_ events: inout [Event]) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // A stream that never ends must not keep the frames from being drawn.
        for _ in 0..<16 {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 {
                // A lone Ctrl-C is typed by hand, and ends a paste whose closing mark was lost.
                if decoder.isPasting, buffer[..<count] == [0x03] { decoder.giveUp(into: &events) }
                decoder.take(buffer[..<count], into: &events)
                guard count == buffer.count, hasInput() else { break }
            } else if count < 0, errno == EINTR || errno == EAGAIN {
                break
            } else {
                hangUp(&events)
                break
            }
        }
        events = events.map(Self.interruption)
        let delay =
            decoder.isPasting || decoder.isInString
            ? Self.silence : decoder.isWaiting ? Int(escapeDelay) : nil
        keysEnd = delay.map { MonotonicClock.milliseconds + $0 }
    }

    // With ISIG off the keys that would send a signal come as keys; Ctrl-Z stays one.
    private static func interruption(_ event: Event) -> Event {
        switch event {
        case .key(.control("c")): .interrupted
        case .key(.control("\\")): .terminated(signal: SIGQUIT)
        case _: event
        }
    }

    private func hasInput() -> Bool {
        !Poll.wait(readers: [STDIN_FILENO], milliseconds: 0).isEmpty
    }

    // SIGHUP, or the end of the input, which is the same; whichever comes first is told.
    private func hangUp(_ events: inout [Event]) {
        guard !isGone else { return }
        isGone = true
        signals.expectEnd()
        events.append(.hungUp)
    }
}
