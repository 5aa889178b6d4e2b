import HTML
import Operations
import Program
import Sealing

/// Stepping back from a request by carrying out an exception that ends the supporter's part (SAC-VI.B.2).
struct SteppingBack: Sendable {
    let visit: StaffVisit
    /// The requests they could step back from.
    let own: [OpenRequest]

    /// As programs and forms name none of them.
    static let none = "none"

    init(_ visit: StaffVisit) async throws {
        self.visit = visit
        own = visit.pack.hasSteppingBack ? try await visit.programmes.requests(of: visit.staff) : []
    }

    /// The exception of a form that came back, where it is one of these.
    static func exception(typedIn visit: StaffVisit) -> DisclosureException? {
        let exception = visit.pack.confidentiality.exception(visit.form[DisclosureActs.exception.name])
        return exception?.replacesSupporter == true ? exception : nil
    }

    /// What carries the exception out, saying from which request they step back.
    func act(_ exception: DisclosureException, id: RandomId, button: String, _ refused: Refused?) -> HTML {
        let carried = [(DisclosureActs.exception.name, exception.id), (DisclosureActs.id.name, id.text)]
        guard exception.replacesSupporter, !own.isEmpty else {
            return DisclosureActs.disclose.asButton(button, visit, style: .primary, hidden: carried)
        }
        let options =
            own.map { FieldOption($0.id, "\($0.card.title) · \($0.card.detail)") }
            + [FieldOption(Self.none, "Somebody I support in another way")]
        var filled = Filled(options: [DisclosureActs.request.name: options])
        if own.count == 1 { filled.first[DisclosureActs.request.name] = own[0].id }
        return DisclosureActs.disclose.form(
            visit, filled: filled, refused: refused, button: button,
            before: carried.map { hidden($0.0, $0.1) }.joined())
    }

    /// The same as one button, on the page of the request itself.
    static func ways(from request: SupporterView, _ visit: StaffVisit) -> HTML {
        let ways = visit.pack.confidentiality.exceptions.filter(\.replacesSupporter).map { exception in
            DisclosureActs.disclose.asConfirmation(
                "I have to step back",
                """
                <p>\(exception.quotedLabel) \(exception.basis.note)</p>
                <p>\(exception.told(visit.pack)) The request leaves you at once: you can no longer read or write here, and it is \
                offered to others. The person is told that somebody else comes, and not why. Nothing says which request it was.</p>
                """, button: "Step back now", visit,
                hidden: [
                    (DisclosureActs.exception.name, exception.id), (DisclosureActs.id.name, RandomId().text),
                    (DisclosureActs.request.name, request.id),
                ])
        }
        return "\(ways)"
    }
}

extension PolicyPack {
    /// Whether an exception of this programme ends the supporter's part.
    var hasSteppingBack: Bool { confidentiality.exceptions.contains(where: \.replacesSupporter) }
}
