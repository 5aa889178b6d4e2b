import HTML
import Operations
import Program

extension Routes {
    static let selection: [Route] =
        selectionPages + selectionReadings + applying + stepping + answering + rating + opening

    private static let selectionPages: [Route] = [
        .staff(.get, SelectionAddresses.own, for: .signedIn) { visit in
            .page(
                OwnApplicationPages.html(
                    try await visit.programmes.ownApplication(of: visit.staff), visit, after: visit.change()))
        },
        .staff(.get, SelectionAddresses.applications, for: .signedIn) { visit in
            .page(
                ApplicationPages.list(
                    try await visit.programmes.applications(for: visit.staff), visit, after: visit.change()))
        },
        .staff(.get, SelectionAddresses.application, for: .signedIn) { visit, id in
            if let view = try await visit.programmes.application(id.text, for: visit.staff) {
                return .page(ApplicationPages.one(view, visit))
            }
            // An applicant finds their own where it is theirs to see.
            let own = try await visit.programmes.ownApplication(of: visit.staff).application
            return own?.id == id.text ? .see(SelectionAddresses.own.link()) : nil
        },
        .staff(.get, SelectionAddresses.openings, for: .holding(.postOpenings), where: \.hasRecruitment) { visit in
            .page(try await OpeningPages.html(visit, after: visit.change()))
        },
        .open(.get, in: SelectionAddresses.joining) { visit in
            .page(try await JoiningPages.html(visit))
        },
        .open(.get, in: SelectionAddresses.posting) { visit in
            .page(JoiningPages.posting(try await visit.programmes.openings(in: visit.agency), visit))
        },
    ]

    private static let selectionReadings: [Route] = [
        SelectionReadings.own, SelectionReadings.applications, SelectionReadings.application,
        SelectionReadings.openings,
    ]

    private static let applying: [Route] =
        ApplyingActs.apply.routes(takingBodiesUpTo: 262_144) + ApplyingActs.declare.routes
        + ApplyingActs.nominate.routes + ApplyingActs.answerNomination.routes
        + ApplyingActs.withdraw.routes

    private static let stepping: [Route] =
        ApplicationActs.forward.routes + ApplicationActs.noteForwarding.routes + ApplicationActs.attest.routes
        + ApplicationActs.noteLetter.routes + ApplicationActs.noteApproval.routes

    private static let answering: [Route] =
        ApplicationActs.answer.routes + ApplicationActs.inquire.routes + ApplicationActs.hear.routes
        + ApplicationActs.nameDesignee.routes + ApplicationActs.passOver.routes + ApplicationActs.openBallot.routes

    private static let rating: [Route] =
        RatingActs.reviewPeer.routes + RatingActs.endPeerReview.routes + RatingActs.interview.routes

    private static let opening: [Route] =
        OpeningActs.post.routes + OpeningActs.close.routes
        + JoiningActs.askForAccount.routes
}
