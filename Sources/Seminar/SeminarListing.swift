import System

/// The open seminars of a folder: all are asked at once, and one that does not answer delays none of the others.
package struct SeminarListing {
    /// A seminar that somebody presents.
    package struct Entry: Equatable, Sendable {
        /// The name that it is followed under.
        package let name: SeminarName
        /// The number of the user who presents it, as the kernel knows it.
        package let presenter: UInt32?
        /// The case and its title; nil if the presenter has not answered.
        package internal(set) var welcome: Welcome?
        /// How many follow it; nil if the presenter has not answered.
        package internal(set) var followers: Int?
    }

    private struct Request {
        let stream: ByteStream
        var inbox = Inbox<VisitorMessage>()
    }

    /// The seminars, by name; those that nobody presents any more are not among them.
    package private(set) var entries: [Entry] = []
    private var requests: [Request?] = []

    /// Asks the seminars.
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

    /// The descriptors to be waited for until they can be read; none when all have answered.
    package var readers: [Int32] { requests.compactMap { $0?.stream.descriptor } }

    /// Takes the entries that have come.
    package mutating func receive() {
        for place in requests.indices {
            guard var request = requests[place] else { continue }
            do {
                request.inbox.take(try request.stream.read(atMost: 4 << 10))
                requests[place] = request
                guard case .listing(let welcome, let followers)? = try request.inbox.next() else { continue }
                (entries[place].welcome, entries[place].followers) = (welcome, followers)
            } catch {
                // It went, or is no seminar; what is known of it stays.
            }
            request.stream.close()
            requests[place] = nil
        }
    }

    /// Gives up on those who have not answered.
    package func close() {
        for request in requests { request?.stream.close() }
    }
}
