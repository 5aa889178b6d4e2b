import HTML
import HTTPTypes
import Operations
import Program

/// What a supporter does to consult somebody.
enum ConsultActs {
    static let withField = "with"
    static let colleagueField = "colleague"

    /// Whether that colleague is one whom the rule lets the supporter consult.
    static func fits(_ colleague: Colleague, _ rule: ConsultationRule) -> Bool { true }

    static func show(_ id: PathID, _ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff),
            let colleagues = try await visit.programmes.colleagues(for: id.text, by: visit.staff)
        else { return nil }
        return .page(
            ConsultPages.consultations(request, colleagues, visit, refusal),
            status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable
    static func consult(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard let rule = visit.pack.consultation(named: visit.form[withField]) else {
            return try await show(id, visit, Refusal("Choose whom to consult.", field: withField))
        }
        let colleague = visit.form[colleagueField]
        guard !colleague.isEmpty else {
            return try await show(
                id, visit, Refusal("Choose whom to consult.", field: colleagueField, clauses: rule.basis.clauses))
        }
        switch try await visit.programmes.consult(id.text, rule.with, account: colleague, by: visit.staff) {
        case .success: return .see(SupportingPlaces.request.link(id, after: .consulting))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }

    @Sendable
    static func end(_ visit: StaffVisit, _ id: PathID, consultation: PathID) async throws -> Answer? {
        switch try await visit.programmes.endConsultation(consultation.text, on: id.text, by: visit.staff) {
        case .success: return .see(SupportingPlaces.request.link(id, after: .consultationEnded))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }
}

extension PolicyPack {
    /// The pack's way of consulting by the name that forms and the interface send.
    func consultation(named name: String) -> ConsultationRule? {
        requests.consultations.first { $0.with.name == name }
    }
}
