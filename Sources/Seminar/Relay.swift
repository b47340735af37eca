import System

/// The relay at the remote end of `ssh HOST triptych relay NAME`: it copies bytes between its own input and output
/// and the seminar's socket without decoding them.
///
/// Each direction has one buffer, which must be written before more is read.
package struct Relay {
    /// The side that ended the connection.
    package enum Ending: Equatable, Sendable {
        /// The follower at the other end of ssh.
        case follower
        /// The presenter.
        case presenter
    }

    private let socket: ByteStream
    private let input: ByteStream
    private let output: ByteStream
    private var upwards: ArraySlice<UInt8>
    private var downwards: ArraySlice<UInt8> = []
    private static let bufferful = 16 << 10

    /// Connects to a seminar; throws if there is no presenter.
    ///
    /// Unless it is for the speaker, the presenter is informed before the follower's first message: an ssh key that
    /// allows only a relay cannot get the speaker's screen.
    package init(
        to name: SeminarName, in folder: SeminarFolder, forSpeaker: Bool = false, input: Int32 = 0,
        output: Int32 = 1
    ) throws(SeminarError) {
        let path = try folder.socket(of: name)
        do { socket = try UnixSocket.connect(to: path) } catch { throw .unreached(name, folder, error) }
        (self.input, self.output) = (ByteStream(input), ByteStream(output))
        upwards = forSpeaker ? [] : Frame<FollowerMessage>(.relayed).bytes[...]
    }

    /// Tells the follower at the other end of ssh why there is no connection, so that it can say so in its own language;
    /// of other reasons it shows the sentence on standard error.
    package static func tell(of error: SeminarError, output: Int32 = 1) {
        let message: AudienceMessage
        switch error {
        case .notThere: message = .notThere
        case .failed(let error) where error.isDenied: message = .denied
        case .badName, .badHost, .longPath, .taken, .occupied, .unsafeFolder, .failed: return
        }
        SendBuffer().finish(ByteStream(output), with: Frame(message))
    }

    /// The descriptors to wait for until they can be read.
    package var readers: [Int32] {
        (upwards.isEmpty ? [input.descriptor] : []) + (downwards.isEmpty ? [socket.descriptor] : [])
    }

    /// The descriptors to wait for until they can be written.
    package var writers: [Int32] {
        (upwards.isEmpty ? [] : [socket.descriptor]) + (downwards.isEmpty ? [] : [output.descriptor])
    }

    /// Copies as much as possible; returns the side that ended the connection, after all of the presenter's bytes
    /// have been written.
    package mutating func answer() -> Ending? {
        do throws(StreamEnd) {
            if upwards.isEmpty { upwards = try input.read(atMost: Self.bufferful)[...] }
        } catch {
            return .follower
        }
        do throws(StreamEnd) {
            if !upwards.isEmpty { upwards = upwards.dropFirst(try socket.write(upwards)) }
        } catch {
            // Reading returns the presenter's reason, if any.
            upwards = []
        }
        do throws(StreamEnd) {
            if downwards.isEmpty { downwards = try socket.read(atMost: Self.bufferful)[...] }
        } catch {
            return .presenter
        }
        do throws(StreamEnd) {
            if !downwards.isEmpty { downwards = downwards.dropFirst(try output.write(downwards)) }
        } catch {
            return .follower
        }
        return nil
    }

    package func close() { socket.close() }
}
