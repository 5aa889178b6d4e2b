import HTML
import Hummingbird

extension Visit {
    /// The whole address of a page of this server, as whoever asks reached it; nothing where their program did not say how.
    func address(of link: Link) -> String? {
        guard let host = request.head.authority, host.wholeMatch(of: /[A-Za-z0-9.-]+(:[0-9]{1,5})?/) != nil else {
            return nil
        }
        return "\(site.isSecure ? "https" : "http")://\(host)\(link.location)"
    }
}
