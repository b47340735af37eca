import Glibc
import Screen
import System

extension Terminal {
    /// Waits for events in one poll(2) over the keyboard, the signals and the caller's descriptors; the process
    /// sleeps meanwhile.
    ///
    /// Everything that has arrived is returned at once, so that input comes first and only the newest state is
    /// drawn. A stop by Ctrl-Z happens in here and ends as `.resumed`.
    ///
    /// - Parameters:
    /// - timeout: the longest wait in milliseconds; nil waits forever.
    /// - readers: descriptors to report when they can be read.
    /// - writers: descriptors to report when they can be written.
    /// - Returns: at least one event, or none after the timeout.
    package func next(timeout: Int? = nil, readers: [Int32] = [], writers: [Int32] = []) -> [Event] {
        let end = timeout.map { MonotonicClock.milliseconds + max(0, $0) }
        while true {
            var events: [Event] = []
            noticeSize(&events)
            let own = [signals.reader] + (isGone ? [] : [STDIN_FILENO])
            // A signal that interrupts the wait has written to the pipe, which the next round reads.
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

    // The milliseconds until the timeout or the end of an incomplete key sequence; nil is forever.
    private func remaining(until end: Int?) -> Int? {
        [end, keysEnd].compactMap(\.self).min().map { max(0, $0 - MonotonicClock.milliseconds) }
    }

    // Reports a size that has changed without a signal, or before its signal arrived.
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
        // The same size is reported too, since the terminal may have clipped or moved the picture meanwhile.
        announcedSize = size
        adopt(announcedSize)
        events.append(.resized(announcedSize))
    }

    // The milliseconds to wait for the rest of a sequence, a paste or a terminal's answer: after a longer silence the
    // rest is lost, and further bytes are keys.
    private static let silence = 1000

    private func readKeys(_ events: inout [Event]) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // An endless stream of input must not prevent drawing.
        for _ in 0..<16 {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 {
                // A single Ctrl-C may be typed by hand, for a paste whose closing marker was lost, or be a byte of the
                // paste that a slow line sent apart. It cuts the paste and never ends the program, since the shell
                // would run what is left.
                if decoder.isPasting, buffer[..<count] == [0x03] {
                    decoder.cutPaste(into: &events)
                } else {
                    decoder.take(buffer[..<count], into: &events)
                }
                guard count == buffer.count, hasInput() else { break }
            } else if count < 0, errno == EINTR || errno == EAGAIN {
                break
            } else {
                hangUp(&events)
                break
            }
        }
        // Another program may have left the mouse on.
        events = events.filter { isMouseUsed || !$0.isOfMouse }.map(Self.interruption)
        let delay: Int? =
            switch decoder.patience {
            case .unlimited: nil
            case .escape: Int(escapeDelay)
            case .rest: max(Self.silence, Int(escapeDelay))
            }
        keysEnd = delay.map { MonotonicClock.milliseconds + $0 }
    }

    // With ISIG off, keys that would send a signal arrive as bytes; Ctrl-Z stays a key.
    private static func interruption(_ event: Event) -> Event {
        switch event {
        case .key(.control("c")): .interrupted
        case .key(.control("\\")): .terminated(signal: SIGQUIT)
        case _: event
        }
    }

    /// Takes the mouse into use, or leaves it to the terminal, whose own selection then works.
    package func useMouse(_ isUsed: Bool) {
        guard isUsed != isMouseUsed, TerminalType.takesControlSequences else { return }
        isMouseUsed = isUsed
        prepareRestoration(announcedSize)
        guard !isGone, restoration.pointee.isEntered else { return }
        sending { painter.send(isUsed ? Self.askingForMouse : Self.decliningMouse) }
    }

    // Reports of buttons and the wheel, in the form that has no limit of columns.
    static let askingForMouse = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
    static let decliningMouse = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

    private func hasInput() -> Bool {
        !Poll.wait(readers: [STDIN_FILENO], milliseconds: 0).isEmpty
    }

    // Reports SIGHUP or the equivalent end of the input, whichever comes first.
    private func hangUp(_ events: inout [Event]) {
        guard !isGone else { return }
        isGone = true
        signals.expectEnd()
        events.append(.hungUp)
    }
}

extension Terminal.Event {
    fileprivate var isOfMouse: Bool {
        if case .mouse = self { true } else { false }
    }
}
