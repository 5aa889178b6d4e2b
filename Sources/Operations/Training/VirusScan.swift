import Foundation
import Program

#if canImport(Glibc)
    import Glibc
#endif

/// What looks through a file that somebody hands in before it is sealed: afterwards nobody can.
package enum VirusScan: Sendable, Equatable {
    /// The installation has none. Certificates are taken by their type and size.
    case none
    /// ClamAV's daemon, by the path of its socket.
    case clamd(socket: String)

    /// Why the file is not taken, if anything: something was found in it, or nobody could look. Where a scanner is configured and does
    /// not answer, nothing is taken.
    package func refusal(of file: [UInt8], field: String) async throws -> Refusal? {
        switch self {
        case .none: return nil
        case .clamd(let socket):
            switch await Self.scan(file, by: socket) {
            case .clean: return nil
            case .infected:
                return Refusal("The virus scanner found something in this file. Nothing of it is kept.", field: field)
            case .noAnswer:
                return Refusal("The virus scanner does not answer just now. Please try again later.", field: field)
            }
        }
    }

    enum Finding: Sendable {
        case clean, infected, noAnswer
    }

    /// Files in a queue of their own: each waits for a socket, and no thread of the server waits with it.
    private static let queue = DispatchQueue(label: "virus scan", attributes: .concurrent)

    private static func scan(_ file: [UInt8], by path: String) async -> Finding {
        await withCheckedContinuation { found in
            queue.async { found.resume(returning: ask(file, path)) }
        }
    }

    /// One question by clamd's protocol: `zINSTREAM`, pieces each behind their length, an empty one, and the answer up to a zero.
    private static func ask(_ file: [UInt8], _ path: String) -> Finding {
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return .noAnswer }
        defer { close(socket) }
        let limit = timeval(tv_sec: 30, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, [limit], size)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, [limit], size)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return .noAnswer }
        withUnsafeMutableBytes(of: &address.sun_path) { place in place.copyBytes(from: bytes) }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard connected == 0, write(Array("zINSTREAM\0".utf8), to: socket) else { return .noAnswer }
        for beginning in stride(from: 0, to: file.count, by: 1 << 16) {
            let piece = file[beginning..<min(beginning + 1 << 16, file.count)]
            guard write(length(piece.count) + piece, to: socket) else { return .noAnswer }
        }
        guard write(length(0), to: socket) else { return .noAnswer }
        let answer = read(from: socket)
        if answer.hasSuffix("OK") { return .clean }
        return answer.hasSuffix("FOUND") ? .infected : .noAnswer
    }

    private static func length(_ count: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    }

    private static func write(_ bytes: [UInt8], to socket: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    private static func read(from socket: Int32) -> String {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 512)
        while answer.count < 4096 {
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { break }
            answer += piece.prefix(count)
            if answer.last == 0 { break }
        }
        return String(decoding: answer.prefix { $0 != 0 }, as: UTF8.self)
    }
}
