import HTTPTypes
import Hummingbird

// Where a request comes from, and in what form, before anything of it is read.

/// Why a form that came is none of ours.
enum FormFault: Error {
    /// A page of another site sent it.
    case foreign
    /// It is not said to be a form as pages send it.
    case otherType
    /// It is not what a form looks like.
    case unreadable

    func answer(_ site: Site) -> Answer {
        switch self {
        case .foreign: site.nothingHere
        case .otherType: .page(PlainPages.noForm(site), status: .unsupportedMediaType)
        case .unreadable: .page(PlainPages.noForm(site), status: .badRequest)
        }
    }
}

extension Request {
    /// Whether it comes from a page of this server, or from a program that is no browser. Browsers say so in three ways (Fetch
    /// Metadata; Origin, RFC 6454; Referer), older ones in fewer; whichever one says, none may say otherwise.
    ///
    /// - Parameter isSecure: whether people reach the server by HTTPS.
    func isOfOurs(isSecure: Bool) -> Bool {
        let fetched = HTTPField.Name("Sec-Fetch-Site").flatMap { headers[$0] }
        guard fetched == nil || fetched == "same-origin" || fetched == "none" else { return false }
        let referrer = headers[.referer]
        if let referrer, !isOwn(referrer, isSecure: isSecure) { return false }
        guard let origin = headers[.origin] else { return true }
        // A page without an origin of its own: ours as well, where a browser keeps back what it came from.
        if origin == "null" { return fetched != nil || referrer != nil }
        return isOwn(origin, isSecure: isSecure)
    }

    /// Whether an address, or an origin, is on the host that was asked.
    private func isOwn(_ address: String, isSecure: Bool) -> Bool {
        let parts = address.lowercased().split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let own = head.authority?.lowercased() else { return false }
        let host = String(parts[2].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
        switch parts[0] {
        case "https:": return Self.without(":443", host) == Self.without(":443", own)
        case "http:": return !isSecure && Self.without(":80", host) == Self.without(":80", own)
        default: return false
        }
    }

    private static func without(_ port: String, _ host: String) -> String {
        host.hasSuffix(port) ? String(host.dropLast(port.count)) : host
    }

    /// Whether its body is said to be of that media type, whatever parameters follow, and as it is.
    func isSaidToBe(_ type: String) -> Bool {
        let said = headers[.contentType]?.prefix { $0 != ";" }.trimmed
        let coding = headers[.contentEncoding]?.lowercased() ?? "identity"
        return said?.lowercased() == type && coding == "identity"
    }
}

extension Substring {
    /// Without blanks around it.
    fileprivate var trimmed: Substring {
        let begun = drop { $0 == " " || $0 == "\t" }
        let blanks = begun.reversed().prefix { $0 == " " || $0 == "\t" }.count
        return begun.dropLast(blanks)
    }
}
