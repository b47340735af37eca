import Glibc

/// The address of a socket in memory that is never written again, nor unmapped.
///
/// A filter of system calls sees the address of a name, not the name. It can allow a connection to this name alone
/// by comparing that address, if it also refuses to change or replace the memory below 4 GiB: nothing else of a
/// position-independent program is there.
package struct SealedAddress: Equatable, Sendable {
    /// The memory's address, below 4 GiB.
    package let place: UInt32
    /// The number of bytes.
    package let size: UInt32

    /// Seals the address of a Unix socket; the path must be short enough for one.
    package init(of path: String) throws(SystemError) {
        size = UInt32(MemoryLayout<sockaddr_un>.size)
        let page = Int(getpagesize())
        // MAP_FIXED_NOREPLACE, which glibc declares only for GNU sources; kernels before 4.17 take the place as a hint.
        let flags = MAP_PRIVATE | MAP_ANONYMOUS | 0x10_0000
        for number in 1...64 {
            guard let wanted = UnsafeMutableRawPointer(bitPattern: number << 25),
                let memory = mmap(wanted, page, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED
            else { continue }
            guard memory == wanted else {
                munmap(memory, page)
                continue
            }
            let address = memory.initializeMemory(as: sockaddr_un.self, to: sockaddr_un())
            address.pointee.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.pointee.sun_path) { room in
                room.copyBytes(from: path.utf8.prefix(room.count - 1))
            }
            guard mprotect(memory, page, PROT_READ) == 0 else { throw SystemError(.made, path) }
            place = UInt32(number << 25)
            return
        }
        throw SystemError(.made, path)
    }

    /// Connects a socket to the address, as connect(2) does.
    package func connect(_ descriptor: Int32) -> Int32 {
        let address = UnsafeRawPointer(bitPattern: UInt(place))?.assumingMemoryBound(to: sockaddr.self)
        return Glibc.connect(descriptor, address, socklen_t(size))
    }
}
