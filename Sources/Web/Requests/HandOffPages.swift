import HTML
import HTTPTypes
import Operations
import Program

/// Handing a request to somebody else, for a reason of the pack's list.
enum HandOffPages {
    static func handOff(
        _ request: SupporterView, _ colleagues: [Operations.Colleague], _ visit: StaffVisit, _ refusal: Refusal? = nil
    ) -> HTML {
        let rule = visit.pack.requests.handOff
        let form = visit.form(
            to: SupportingAddresses.handOff.link(PathID(request.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        let next = FieldOption("", "Whoever is next")
        return page(
            "Hand it off", in: Shells.staff(visit),
            lead: "Somebody else takes it, and it closes for you.",
            back: Crumb("The request", SupportingAddresses.request.link(PathID(request.id))),
            main: form.html(
                """
                \(form.choice(
                    HandOffActs.reasonField, "Why?", rule.reasons.map { FieldOption($0.id, $0.label) }, layout: .cards,
                    hint: "Only that it was handed off is known afterwards, not why.",
                    clause: rule.basis.clauses.first?.text))
                \(form.select(
                    HandOffActs.colleagueField, "To whom?",
                    [next] + colleagues.map { FieldOption($0.account, $0.name) },
                    hint: "Whoever can be asked just now. They are asked first; if they do not take it, others are.", isOptional: true))
                \(rule.seekerAskedFirst
                    ? form.agreement(
                        HandOffActs.askedField, "I asked them, or could not reach them.",
                        clause: rule.basis.clauses.first?.text) : nil)
                """, actions: button("Hand it off")))
    }
}

enum HandOffActs {
    static let reasonField = "reason"
    static let colleagueField = "to"
    static let askedField = "seekerWasAsked"

    static func show(_ id: PathID, _ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff),
            let colleagues = try await visit.programmes.colleagues(for: id.text, by: visit.staff)
        else { return nil }
        return .page(
            HandOffPages.handOff(request, colleagues, visit, refusal),
            status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable
    static func handOff(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let colleague = visit.form[colleagueField]
        let result = try await visit.programmes.handOff(
            id.text, for: visit.form[reasonField], seekerWasAsked: visit.form[askedField] == "yes",
            to: colleague.isEmpty ? nil : colleague, by: visit.staff)
        switch result {
        case .success: return .see(SupportingAddresses.requests.link(after: SupportingChange.handedOff))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }
}
