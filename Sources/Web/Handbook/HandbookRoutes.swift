import Operations
import Program

enum HandbookAddresses {
    static let handbook = FixedAddress("handbook")
    /// The same for whoever works for the agency, without an account.
    static let openHandbook = Address<PathID>("agencies/{agency}/handbook")
    /// Every edition that was in force, and each of them.
    static let editions = Address<PathID>("agencies/{agency}/handbook/editions")
    static let edition = Address<PathID, PathID>("agencies/{agency}/handbook/editions/{edition}")
    /// What everybody on the team agrees to.
    static let agreement = FixedAddress("agreement")
}

extension Routes {
    /// The rules of the programme are no secret from anybody: all personnel can read them, without an account too (IACP-3.5).
    static let handbook: [Route] = [
        .open(.get, in: HandbookAddresses.openHandbook) { visit in
            let scopes = try await visit.programmes.confirmedScopes(of: visit.agency)
            let editions = try await visit.programmes.handbookEditions(of: visit.agency)
            let counsel = try await visit.programmes.counsel(of: visit.agency)
            return .scriptedPage(HandbookPage.handbook(visit.agency, visit.site, scopes, counsel, editions))
        },
        .open(.get, in: HandbookAddresses.editions) { visit in try await HandbookEditionPages.list(visit) },
        .page(.get, HandbookAddresses.edition, for: .everyone) { visit, _, number in
            try await HandbookEditionPages.edition(number, visit)
        },
        .staff(.get, HandbookAddresses.handbook, for: .signedIn) { visit in
            let scopes = try await visit.programmes.confirmedScopes(of: visit.staff.agency)
            let editions = try await visit.programmes.handbookEditions(of: visit.staff.agency)
            let counsel = try await visit.programmes.counsel(of: visit.staff.agency)
            return .page(HandbookPage.handbook(visit, scopes, counsel, editions))
        },
        .staff(.get, HandbookAddresses.agreement, for: .signedIn) { visit in
            try await AgreementPage.answer(visit, after: visit.change())
        },
    ]
}
