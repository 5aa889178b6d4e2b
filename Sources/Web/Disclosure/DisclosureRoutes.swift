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
    /// The exceptions as programs read them.
    static let exceptions = FixedAddress("disclosure-exceptions")
}

extension Routes {
    static let disclosures: [Route] = [
        .staff(.get, DisclosureAddresses.begin, for: .holding(.takeRequests)) { visit in
            .page(DisclosurePages.guide(visit))
        },
        .staff(.get, DisclosureAddresses.exception, for: .holding(.takeRequests)) { visit, exception in
            guard let found = try? visit.pack.confidentiality.carryingOut(exception.text).get() else { return nil }
            let reach = try await visit.programmes.reach(of: found, for: visit.staff)
            return .page(
                DisclosurePages.beforehand(found, reach: reach, id: RandomId(), try await SteppingBack(visit)))
        },
        .staff(.get, DisclosureAddresses.disclosures, for: .holding(.takeRequests)) { visit in
            .page(DisclosureRecordPages.list(try await visit.programmes.disclosures(of: visit.staff), visit))
        },
        .staff(.get, DisclosureAddresses.disclosure, for: .holding(.takeRequests)) { visit, id in
            try await visit.programmes.disclosure(id.text, of: visit.staff).map {
                .page(DisclosureRecordPages.record($0, visit))
            }
        },
        .staff(.get, DisclosureAddresses.protections, for: .holding(.takeRequests)) { visit in
            guard let card = visit.pack.confidentiality.protections else { return visit.site.nothingHere }
            return .page(ProtectionsPage.card(card, visit))
        },
    ]
}
