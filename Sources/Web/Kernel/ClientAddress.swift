import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Where a request comes from on the network, for as long as it takes to make a mark of it (`ClientMark`). It goes into no
/// record and no log.
package struct ClientAddress {
    /// What counts as one origin: an address of the fourth version of the protocol whole; of the sixth its first half, which is
    /// what one household or one telephone gets to choose from.
    package let origin: [UInt8]

    /// - Parameters:
    ///   - peer: the address of who opened the connection; none for a socket of the file system.
    ///   - forwarded: what the headers `X-Forwarded-For` say. Only a proxy on this very machine is believed, and of what it passes on
    ///     only the last address: the one that it saw itself.
    package init(peer: String?, forwarded: [String]) {
        let connected = peer.flatMap(Self.bytes) ?? []
        let said = forwarded.last?.split(separator: ",", omittingEmptySubsequences: false).last.flatMap {
            Self.bytes(of: $0.trimmingCharacters(in: .whitespaces))
        }
        let address = Self.isOfThisMachine(connected) ? said ?? connected : connected
        origin = Array(address.prefix(8))
    }

    private static func bytes(of text: String) -> [UInt8]? {
        switch try? SocketAddress(ipAddress: text, port: 0) {
        case .v4(let address): withUnsafeBytes(of: address.address.sin_addr) { Array($0) }
        case .v6(let address): withUnsafeBytes(of: address.address.sin6_addr) { unmapped(Array($0)) }
        case .unixDomainSocket, nil: nil
        }
    }

    /// An address of the fourth version as the sixth writes it is the same address.
    private static func unmapped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]) ? Array(bytes.suffix(4)) : bytes
    }

    private static func isOfThisMachine(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 0: true
        case 4: bytes[0] == 127
        default: bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
        }
    }
}

/// What the server knows of a request besides the request: where it comes from.
struct ArrivalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of who opened the connection.
    private let peer: String?

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// Where a request comes from.
    func address(of request: Request) -> ClientAddress {
        let forwarded = HTTPField.Name("X-Forwarded-For").map { request.headers[values: $0] } ?? []
        return ClientAddress(peer: peer, forwarded: forwarded)
    }
}
