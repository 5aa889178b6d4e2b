import HTML
import HTTPTypes
import Operations
import Program

/// What a supporter does to consult somebody.
enum ConsultActs {
    static let withField = "consulted"
    static let colleagueField = "account"

    static func show(_ id: PathID, _ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff),
            let ways = try await visit.programmes.ways(toConsultOn: id.text, by: visit.staff)
        else { return nil }
        return .page(
            ConsultPages.consultations(request, ways, visit, refusal),
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
        case .success: return .see(SupportingAddresses.request.link(id, after: SupportingChange.consulting))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }

    @Sendable
    static func end(_ visit: StaffVisit, _ id: PathID, consultation: PathID) async throws -> Answer? {
        switch try await visit.programmes.endConsultation(consultation.text, on: id.text, by: visit.staff) {
        case .success: return .see(SupportingAddresses.request.link(id, after: SupportingChange.consultationEnded))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }
}

/// One way of the pack to consult somebody, with whoever can be asked just now.
struct WayToConsult: Sendable {
    let rule: ConsultationRule
    let colleagues: [Operations.Colleague]
}

extension Programmes {
    /// Every way of the pack to consult somebody about the request; nothing where the staff member does not have it.
    func ways(toConsultOn id: String, by staff: Staff) async throws -> [WayToConsult]? {
        var ways: [WayToConsult] = []
        for rule in staff.policy.requests.consultations {
            guard let colleagues = try await consultable(rule.with, for: id, by: staff) else { return nil }
            ways.append(WayToConsult(rule: rule, colleagues: colleagues))
        }
        return ways
    }
}

extension PolicyPack {
    /// Whether supporters of this programme consult somebody about a request.
    var hasConsultations: Bool { !requests.consultations.isEmpty }

    /// The pack's way of consulting by the name that forms and the interface send.
    func consultation(named name: String) -> ConsultationRule? {
        requests.consultations.first { $0.with.name == name }
    }
}
