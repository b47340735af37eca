import System

/// The open seminars of a folder: all are asked at once, and one that does not answer delays no other.
package struct SeminarListing {
    /// A seminar with a presenter.
    package struct Entry: Equatable, Sendable {
        /// The name of the seminar.
        package let name: SeminarName
        /// The number of the presenter's user, according to the kernel.
        package let presenter: UInt32?
        /// The presenter's greeting with the case's title; nil without an answer.
        package internal(set) var welcome: Welcome?
        /// The number of followers; nil without an answer.
        package internal(set) var followers: Int?
    }

    private struct Request {
        let stream: ByteStream
        var inbox = Inbox<VisitorMessage>()
    }

    /// The seminars by name, without stale sockets.
    package private(set) var entries: [Entry] = []
    private var requests: [Request?] = []

    /// Sends the questions.
    package init(in folder: SeminarFolder) throws(SeminarError) {
        let hello = Frame<FollowerMessage>(.hello(.visitor, digest: "")).bytes
        for name in try folder.names() {
            let path = try folder.socket(of: name)
            do {
                let stream = try UnixSocket.connect(to: path)
                let user = UnixSocket.user(of: stream)
                entries.append(Entry(name: name, presenter: user, welcome: nil, followers: nil))
                _ = try? stream.write(hello[...])
                requests.append(Request(stream: stream))
            } catch {
                guard error.isQueueFull else { continue }
                entries.append(Entry(name: name, presenter: nil, welcome: nil, followers: nil))
                requests.append(nil)
            }
        }
    }

    /// The descriptors to wait for until they can be read; empty after all answers.
    package var readers: [Int32] { requests.compactMap { $0?.stream.descriptor } }

    /// Reads the answers that have arrived.
    package mutating func receive() {
        for place in requests.indices {
            guard var request = requests[place] else { continue }
            do {
                request.inbox.take(try request.stream.read(atMost: 4 << 10))
                requests[place] = request
                guard case .listing(let welcome, let followers)? = try request.inbox.next() else { continue }
                (entries[place].welcome, entries[place].followers) = (welcome, followers)
            } catch {
                // The presenter has gone, or is no seminar; the entry stays without an answer.
            }
            request.stream.close()
            requests[place] = nil
        }
    }

    /// Gives up waiting for answers.
    package func close() {
        for request in requests { request?.stream.close() }
    }
}
