import HTML
import Program

/// What a supporter can open from any request, with nothing of the request going along.
enum ConfidenceLinks {
    static func cards(_ visit: StaffVisit) -> [HTML] {
        let protections = visit.pack.confidentiality.protections.map { _ in
            linkCard(
                "What protects you", detail: "Your card, to read and to print",
                to: DisclosureAddresses.protections.link(),
                icon: .lock)
        }
        let disclosure = linkCard(
            "When confidence ends", detail: "Which exception, what first, who is told",
            to: DisclosureAddresses.begin.link(), icon: .alert)
        return [disclosure] + [protections].compactMap { $0 }
    }
}
