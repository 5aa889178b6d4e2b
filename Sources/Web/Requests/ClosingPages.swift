import HTML
import HTTPTypes
import Operations
import Program

/// The end of a request, which nothing forces.
enum ClosingPages {
    static func closing(_ request: SupporterView, _ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let form = visit.form(
            to: SupportingAddresses.closing.link(PathID(request.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        let followUp = visit.pack.requests.followUp
        return page(
            request.isInquiry ? "What came of it?" : "Close it?", in: Shells.staff(visit),
            back: Crumb("The request", SupportingAddresses.request.link(PathID(request.id))),
            main: request.isInquiry
                ? inquiry(form, visit)
                : """
                \(prose(
                    """
                    \(followUp.openEnded
                        ? "<p>Nothing needs to be closed: a request stays open as long as it helps. \(clause(followUp.basis))</p>"
                        : nil)
                    <p>Once closed it can be opened again by the person until \(request.canReopenUntil.longName). Then it is \
                    destroyed, with every word of it.</p>
                    """))
                \(form.html(.empty, actions: button("Close it")))
                """)
    }

    private static func inquiry(_ form: Form, _ visit: StaffVisit) -> HTML {
        let days = visit.pack.retention.inquiryDays
        return form.html(
            """
            \(form.choice(
                ClosingActs.outcomeField, "You asked once. Is support wanted?",
                InquiryOutcome.allCases.map { FieldOption($0.rawValue, $0.forSupporter) }, layout: .cards,
                hint: "Whoever told us learns nothing of it. The name is destroyed.",
                clause: days.basis.clauses.first?.text))
            """, actions: button("Finish the inquiry"))
    }

    private static func clause(_ basis: Basis) -> HTML {
        basis.clauses.first.map { clauseNote($0.text) } ?? .empty
    }
}

enum ClosingActs {
    static let outcomeField = "outcome"

    static func show(_ id: PathID, _ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        try await visit.programmes.request(id.text, of: visit.staff).map {
            .page(
                ClosingPages.closing($0, visit, refusal), status: refusal == nil ? .ok : .unprocessableContent)
        }
    }

    @Sendable
    static func close(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let outcome = InquiryOutcome(rawValue: visit.form[outcomeField])
        switch try await visit.programmes.closeRequest(id.text, outcome: outcome, by: visit.staff) {
        case .success: return .see(SupportingAddresses.requests.link(after: SupportingChange.closed))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }
}

extension InquiryOutcome {
    var forSupporter: String {
        switch self {
        case .wanted: "Yes, it is wanted"
        case .notWanted: "No, not now"
        }
    }
}
