import Foundation
import Program

extension DomainName {
    /// The full name of this machine, as others may know it; nil where it has none.
    static var ofThisHost: DomainName? {
        let short = ProcessInfo.processInfo.hostName
        return [short, canonicalName(of: short)].compactMap(\.self).compactMap(DomainName.init).first(where: \.isPublic)
    }

    /// The name by which the resolver knows it, such as that of /etc/hosts.
    private static func canonicalName(of host: String) -> String? {
        var hints = addrinfo()
        hints.ai_flags = AI_CANONNAME
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &found) == 0 else { return nil }
        defer { freeaddrinfo(found) }
        return found?.pointee.ai_canonname.map { String(cString: $0) }
    }
}
