import System

/// What runs at the far end of `ssh HOST triptych relay NAME`: it copies bytes between its own input and
/// output and the seminar's socket, and understands none of them.
///
/// Each direction holds one bufferful; what is read next waits until that has been written.
package struct Relay {
    /// Which side went.
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

    /// Connects to a seminar; throws if nobody presents.
    ///
    /// Unless it is for the speaker, the presenter is told so before the follower's first word: a key that
    /// allows nothing but a relay makes nobody the speaker.
    package init(
        to name: SeminarName, in folder: SeminarFolder, forSpeaker: Bool = false, input: Int32 = 0,
        output: Int32 = 1
    ) throws(SeminarError) {
        let path = try folder.socket(of: name)
        do { socket = try UnixSocket.connect(to: path) } catch { throw .unreached(name, folder, error) }
        (self.input, self.output) = (ByteStream(input), ByteStream(output))
        upwards = forSpeaker ? [] : Frame<FollowerMessage>(.relayed).bytes[...]
    }

    /// The descriptors to be waited for until they can be read.
    package var readers: [Int32] {
        (upwards.isEmpty ? [input.descriptor] : []) + (downwards.isEmpty ? [socket.descriptor] : [])
    }

    /// The descriptors to be waited for until they can be written.
    package var writers: [Int32] {
        (upwards.isEmpty ? [] : [socket.descriptor]) + (downwards.isEmpty ? [] : [output.descriptor])
    }

    /// Copies what can be copied now; says which side went when one has, all that the presenter said having
    /// been written.
    package mutating func answer() -> Ending? {
        do throws(StreamEnd) {
            if upwards.isEmpty { upwards = try input.read(atMost: Self.bufferful)[...] }
        } catch {
            return .follower
        }
        do throws(StreamEnd) {
            if !upwards.isEmpty { upwards = upwards.dropFirst(try socket.write(upwards)) }
        } catch {
            // The presenter may have said why; reading tells.
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

    /// Closes the socket.
    package func close() { socket.close() }
}
