import Foundation
import Program

/// Whether a page is still there, as anybody on the internet finds it. Redirects are not followed: a page that points elsewhere is there.
package struct PageLook: Sendable {
    private let certificates: String?
    private let onlyPublic: Bool

    /// - Parameters:
    ///   - certificates: a file of certificates to trust instead of the system's.
    ///   - onlyPublic: whether machines of the server's own network are left alone, whatever an address says. Tests alone say no.
    package init(certificates: String? = nil, onlyPublic: Bool = true) {
        self.certificates = certificates
        self.onlyPublic = onlyPublic
    }

    /// Asks for the head of a page, and for its beginning where that gives nothing. False where nobody says that it is there; nothing where
    /// no name can be looked up just now, which says nothing of the page.
    package func isThere(_ address: String) async -> Bool? {
        let page = String(address.prefix { $0 != "#" })
        guard let server = try? ServerAddress(page, as: [.https]) else { return false }
        var addresses: [String]?
        if onlyPublic {
            // Looked up once and held fast: what the name stands for a moment later is not asked.
            switch await NetworkAddress.lookUp(server.host) {
            case .none: return nil
            case .some(let found) where found.isEmpty || !found.allSatisfy(NetworkAddress.isPublic): return false
            case .some(let found): addresses = found.map(NetworkAddress.text)
            }
        }
        for headAlone in [true, false] {
            let transfer = Transfer(
                server: server, content: .look(headAlone: headAlone), certificates: certificates,
                patience: Patience(connecting: 3000, whole: 5000), addresses: addresses)
            switch await transfer.done() {
            case .answered(let status) where Self.isThere(status): return true
            case .answered, .replied, .connected, .none: continue
            }
        }
        return false
    }

    /// Some say to programs that they are busy, or want to know who asks: the page is there all the same.
    private static func isThere(_ status: Int) -> Bool {
        (100..<400).contains(status) || [401, 403, 405, 406, 429].contains(status)
    }
}

/// An address of the internet, four bytes or sixteen.
package enum NetworkAddress {
    /// What a name stands for, none where there is no such name; nothing where that cannot be looked up.
    static func lookUp(_ host: String) async -> [[UInt8]]? {
        await withCheckedContinuation { caller in
            Thread.detachNewThread { caller.resume(returning: addresses(of: host)) }
        }
    }

    private static func addresses(of host: String) -> [[UInt8]]? {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        switch getaddrinfo(host, nil, &hints, &first) {
        case 0: break
        case EAI_AGAIN: return nil
        default: return []
        }
        defer { freeaddrinfo(first) }
        return sequence(first: first, next: { $0?.pointee.ai_next }).compactMap { $0.flatMap { bytes(of: $0.pointee) } }
    }

    /// Those of one answer; none that is of another kind.
    private static func bytes(of answer: addrinfo) -> [UInt8] {
        guard let address = UnsafeRawPointer(answer.ai_addr) else { return [] }
        switch answer.ai_family {
        case AF_INET:
            var number = address.loadUnaligned(as: sockaddr_in.self).sin_addr
            return withUnsafeBytes(of: &number) { Array($0) }
        case AF_INET6:
            var number = address.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return withUnsafeBytes(of: &number) { Array($0) }
        default: return []
        }
    }

    /// As it is written, such as `93.184.215.14` or `[2606:2800:21f:0:0:0:0:1]`.
    static func text(_ bytes: [UInt8]) -> String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let parts = stride(from: 0, to: bytes.count - 1, by: 2).map {
            String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
        }
        return "[\(parts.joined(separator: ":"))]"
    }

    /// Whether it is of the open internet: not this machine, no private or special network (RFC 6890), nobody in particular.
    package static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: isPublicOfFour(bytes)
        // Of all others none is given to anybody for good; what stands for an older address is not asked through it.
        case 16:
            bytes[0] & 0xE0 == 0x20 && !bytes.starts(with: [0x20, 0x02]) && !bytes.starts(with: [0x20, 0x01, 0, 0])
                && !bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
        default: false
        }
    }

    private static func isPublicOfFour(_ bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64..<128, _), (169, 254, _), (172, 16..<32, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }
}
