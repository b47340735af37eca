import System

/// Asks all seminars of a folder what they are, at once; one that does not answer holds up none of the others.
package struct Inquiry {
    /// A seminar that somebody presents.
    package struct Answer: Equatable, Sendable {
        /// The name that it is followed under.
        package let name: SeminarName
        /// The number of the user who presents it, as the kernel knows it.
        package let presenter: UInt32?
        /// The case and its title; nil if the presenter has not answered.
        package internal(set) var welcome: Welcome?
        /// How many follow it; nil if the presenter has not answered.
        package internal(set) var followers: Int?
    }

    private struct Question {
        let stream: ByteStream
        var inbox = Inbox<VisitorMessage>()
    }

    /// The seminars, by name; those that nobody presents any more are not among them.
    package private(set) var answers: [Answer] = []
    private var questions: [Question?] = []

    /// Asks.
    package init(in folder: SeminarFolder) throws(SeminarError) {
        let hello = Frame<FollowerMessage>(.hello(.visitor, digest: "")).bytes
        for name in try folder.names() {
            let path = try folder.socket(of: name)
            do {
                let stream = try UnixSocket.connect(to: path)
                let user = UnixSocket.user(of: stream)
                answers.append(Answer(name: name, presenter: user, welcome: nil, followers: nil))
                _ = try? stream.write(hello[...])
                questions.append(Question(stream: stream))
            } catch {
                guard error.isQueueFull else { continue }
                answers.append(Answer(name: name, presenter: nil, welcome: nil, followers: nil))
                questions.append(nil)
            }
        }
    }

    /// The descriptors to be waited for until they can be read; none when all have answered.
    package var readers: [Int32] { questions.compactMap { $0?.stream.descriptor } }

    /// Takes the answers that have come.
    package mutating func answer() {
        for place in questions.indices {
            guard var question = questions[place] else { continue }
            do {
                question.inbox.take(try question.stream.read(atMost: 4 << 10))
                questions[place] = question
                guard case .listing(let welcome, let followers)? = try question.inbox.next() else { continue }
                (answers[place].welcome, answers[place].followers) = (welcome, followers)
            } catch {
                // It went, or is no seminar; what is known of it stays.
            }
            question.stream.close()
            questions[place] = nil
        }
    }

    /// Gives up on those who have not answered.
    package func close() {
        for question in questions { question?.stream.close() }
    }
}
