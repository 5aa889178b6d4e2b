import HTML
import HTTPTypes
import Operations
import Program
import Sealing

enum DisclosureAddresses {
    /// Where a supporter begins, from any request.
    static let begin = FixedAddress("disclosures/new")
    /// One exception, before it is carried out.
    static let exception = Address<PathID>("disclosures/new/{exception}")
    /// My own records.
    static let disclosures = FixedAddress("disclosures")
    static let disclosure = Address<PathID>("disclosures/{disclosure}")
    static let told = Address<PathID>("disclosures/{disclosure}/told")
    /// What supporters are protected from, to read and to print.
    static let protections = FixedAddress("protections")
}

extension Routes {
    static let disclosures: [Route] = [
        .staff(.get, DisclosureAddresses.begin, for: .holding(.takeRequests)) { visit in
            .page(DisclosurePages.guide(visit))
        },
        .staff(.get, DisclosureAddresses.exception, for: .holding(.takeRequests)) { visit, exception in
            visit.pack.confidentiality.exception(exception.text).map {
                .page(DisclosurePages.beforehand($0, id: RandomId(), visit))
            }
        },
        .staff(.get, DisclosureAddresses.disclosures, for: .holding(.takeRequests)) { visit in
            .page(DisclosureRecordPages.list(try await visit.programmes.disclosures(of: visit.staff), visit))
        },
        .staff(.post, DisclosureAddresses.disclosures, for: .holding(.takeRequests), DisclosureActs.disclose),
        .staff(.get, DisclosureAddresses.disclosure, for: .holding(.takeRequests)) { visit, id in
            try await visit.programmes.disclosure(id.text, of: visit.staff).map {
                .page(DisclosureRecordPages.record($0, visit))
            }
        },
        .staff(.post, DisclosureAddresses.told, for: .holding(.takeRequests), DisclosureActs.told),
        .staff(.get, DisclosureAddresses.protections, for: .holding(.takeRequests)) { visit in
            guard let card = visit.pack.confidentiality.protections else { return visit.site.nothingHere }
            return .page(ProtectionsPage.card(card, visit))
        },
    ]
}

/// What a supporter does when confidence ends.
enum DisclosureActs {
    @Sendable
    static func disclose(_ visit: StaffVisit) async throws -> Answer {
        guard let id = RandomId(text: visit.form["id"]) else { return .see(DisclosureAddresses.begin.link()) }
        switch try await visit.programmes.disclose(visit.form["exception"], as: id, by: visit.staff) {
        case .success(let disclosed): return .see(DisclosureAddresses.disclosure.link(PathID(disclosed.id)))
        case .failure(let refusal):
            return .page(DisclosurePages.guide(visit, refusal), status: .unprocessableContent)
        }
    }

    @Sendable
    static func told(_ visit: StaffVisit, id: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.disclosure(id.text, of: visit.staff) else { return nil }
        guard let place = Int(visit.form["place"]), let how = Means(word: visit.form["how"]) else {
            let refusal = Refusal("Say whom you told, and how.", field: "how", clauses: view.clauses)
            return .page(DisclosureRecordPages.record(view, visit, refusal), status: .unprocessableContent)
        }
        switch try await visit.programmes.confirmTold(place, of: id.text, how: how, by: visit.staff) {
        case .success: return .see(DisclosureAddresses.disclosure.link(id))
        case .failure(let refusal):
            return .page(DisclosureRecordPages.record(view, visit, refusal), status: .unprocessableContent)
        case nil: return nil
        }
    }
}
