import HTML
import Operations

/// Handing a request to somebody else, for a reason of the pack's list.
enum HandOffPages {
    /// The page as it is, or again where something was refused.
    @Sendable
    static func answer(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff),
            let colleagues = try await visit.programmes.colleagues(for: id.text, by: visit.staff)
        else { return nil }
        return .page(handOff(request, colleagues, visit, refused), again: refused)
    }

    private static func handOff(
        _ request: SupporterView, _ colleagues: [Operations.Colleague], _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let id = PathID(request.id)
        let options = colleagues.map { FieldOption($0.account, $0.name) }
        return page(
            "Hand it off", in: Shells.staff(visit),
            lead: "Somebody else takes it, and it closes for you.",
            back: Crumb("The request", SupportingAddresses.request.link(id)),
            main: HandingOnActs.handOff.form(
                visit, id, filled: Filled(options: [HandingOnActs.colleague.name: options]), refused: refused,
                button: "Hand it off"))
    }
}
