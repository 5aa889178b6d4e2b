import HTML
import Operations
import Program

/// The end of a request, which nothing forces.
enum ClosingPages {
    /// The page as it is, or again where something was refused.
    @Sendable
    static func answer(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        try await visit.programmes.request(id.text, of: visit.staff).map {
            .page(closing($0, visit, refused), again: refused)
        }
    }

    private static func closing(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        page(
            request.isInquiry ? "What came of it?" : "Close it?", in: Shells.staff(visit),
            back: Crumb("The request", SupportingAddresses.request.link(PathID(request.id))),
            main: """
                \(request.isInquiry ? nil : whatFollows(request, visit.pack.requests.followUp))
                \(SupportingActs.close.form(
                    visit, PathID(request.id),
                    filled: Filled(without: request.isInquiry ? [] : [SupportingActs.outcome.name]), refused: refused,
                    button: request.isInquiry ? "Finish the inquiry" : "Close it"))
                """)
    }

    private static func whatFollows(_ request: SupporterView, _ rule: FollowUpRule) -> HTML {
        let clause = rule.basis.note
        return prose(
            """
            \(rule.openEnded
                ? "<p>Nothing needs to be closed: a request stays open as long as it helps. \(clause)</p>" : nil)
            <p>Once closed it can be opened again by the person until \(request.canReopenUntil.longName). Then it is \
            destroyed, with every word of it.</p>
            """)
    }
}
