import HTML
import HTTPTypes
import Operations
import Program

enum OfferAddresses {
    static let offers = FixedAddress("offers")
    static let offer = Address<PathID>("offers/{request}")
    static let acceptance = Address<PathID>("offers/{request}/acceptance")
    static let passing = Address<PathID>("offers/{request}/pass")
}

extension Routes {
    static let offers: [Route] = [
        .staff(.get, OfferAddresses.offers, for: .holding(.takeRequests)) { visit in
            .page(OfferPages.list(try await visit.programmes.offers(for: visit.staff), visit))
        },
        .staff(.get, OfferAddresses.offer, for: .holding(.takeRequests)) { visit, id in
            try await OfferActs.show(id, visit)
        },
        .staff(.post, OfferAddresses.acceptance, for: .holding(.takeRequests), OfferActs.accept),
        .staff(.post, OfferAddresses.passing, for: .holding(.takeRequests), OfferActs.pass),
    ]
}

/// What a supporter does with an offer.
enum OfferActs {
    static let tiesField = "ties"
    static let chainField = "isInChainOfCommand"
    static let attestsField = "attests"
    /// Whether passing it on tells of a conflict of interest.
    static let conflictField = "conflict"

    static func show(_ id: PathID, _ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        guard let offer = try await visit.programmes.offer(id.text, for: visit.staff) else { return nil }
        let supervises = try await visit.programmes.supervises(visit.staff)
        return .page(
            OfferPages.offer(offer, visit, supervises: supervises, refusal),
            status: refusal == nil ? .ok : .unprocessableContent)
    }

    /// Takes the request, once the supporter has attested that nothing stands between the two.
    @Sendable
    static func accept(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard visit.form[attestsField] == "yes" else {
            let refusal = Refusal(
                "Say that you have looked at each of these.", field: attestsField,
                clauses: visit.pack.requests.attestedExclusions.first?.basis.clauses ?? [])
            return try await refused(refusal, id, visit)
        }
        let attestation = Attestation(
            ties: Set((visit.form.values[tiesField] ?? []).compactMap { ExclusionRule.Bar(rawValue: $0) }),
            isInChainOfCommand: visit.form[chainField] == "yes")
        switch try await visit.programmes.accept(id.text, attestation, by: visit.staff) {
        case .success(let acceptance):
            return .see(SupportingAddresses.request.link(id, after: SupportingChange(acceptance)))
        case .failure(let refusal): return try await refused(refusal, id, visit)
        case nil: return nil
        }
    }

    /// "I should not take this": nobody asks why.
    @Sendable
    static func pass(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let tells = visit.form[conflictField] == "yes"
        switch try await visit.programmes.pass(id.text, telling: tells, by: visit.staff) {
        case .success:
            return .see(SupportingAddresses.requests.link(after: tells ? SupportingChange.conflictTold : .passed))
        case .failure(let refusal): return try await refused(refusal, id, visit)
        case nil: return nil
        }
    }

    /// The offer again with what stands in the way; where it is no longer this supporter's, only the words.
    private static func refused(_ refusal: Refusal, _ id: PathID, _ visit: StaffVisit) async throws -> Answer? {
        try await show(id, visit, refusal) ?? .page(OfferPages.gone(refusal, visit), status: .unprocessableContent)
    }
}
