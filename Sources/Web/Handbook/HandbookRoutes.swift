import Program

enum HandbookAddresses {
    static let handbook = FixedAddress("handbook")
    /// What everybody on the team agrees to.
    static let agreement = FixedAddress("agreement")
}

extension Routes {
    /// The rules of the programme are no secret from anybody in it (IACP-3.5).
    static let handbook: [Route] = [
        .staff(.get, HandbookAddresses.handbook, for: .signedIn) { visit in .page(HandbookPage.handbook(visit)) },
        .staff(.get, HandbookAddresses.agreement, for: .signedIn) { visit in .page(AgreementPage.agreement(visit)) },
    ]
}
