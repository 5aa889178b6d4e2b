import HTML
import Operations
import Program

enum HandbookPlaces {
    static let handbook = Place("handbook")
    /// What everybody on the team agrees to.
    static let agreement = Place("agreement")
}

extension Routes {
    /// The rules of the programme are no secret from anybody in it (IACP-3.5).
    static let handbook: [Route] = [
        .staff(.get, HandbookPlaces.handbook, for: .signedIn) { visit in .page(HandbookPage.handbook(visit)) },
        .staff(.get, HandbookPlaces.agreement, for: .signedIn) { visit in .page(AgreementPage.agreement(visit)) },
    ]
}
