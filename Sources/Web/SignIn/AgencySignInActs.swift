import HTML
import HTTPTypes
import Operations
import Program
import Sealing

enum AgencySignInAddresses {
    /// From where somebody goes to the agency's own sign-in.
    static let errand = FixedAddress("agency-sign-in")
    /// Where they come back: the address that the provider has to know.
    static let back = FixedAddress("agency-sign-in/return")
    static let link = FixedAddress("account/agency-sign-in")
    static let unlink = FixedAddress("account/agency-sign-in/end")
}

/// What is done with the agency's own sign-in (OpenID Connect), on pages alone: it takes a browser to go there.
enum AgencySignInActs {
    /// Off to the provider. A form may not be answered from elsewhere, so a page says where it goes, and the browser goes there.
    static let begin = Act(
        "beginAgencySignIn", "Go to the agency's own sign-in, to show or to link it.", at: AgencySignInAddresses.errand,
        for: .staff(.anySession), taking: .nothing, then: Outcome<String>.done("On the way."),
        see: { _ in AgencySignInAddresses.errand.link() },
        giving: { _, visit, address in
            let link = Link(setByOperator: address)
            guard let refresh = HTTPField.Name("Refresh") else {
                return .page(AgencySignInPages.leaving(visit, to: link))
            }
            return .page(AgencySignInPages.leaving(visit, to: link)).with(refresh, "0; url=\(link.location)")
        }, refused: again,
        perform: { visit, _ in
            await visit.programmes.beginAgencySignIn(
                visit.staff, returningTo: visit.visit.address(of: AgencySignInAddresses.back.link()))
        })

    /// Back from the provider: looking at the page changes nothing, so a button takes up what came back.
    static let finish = Act(
        "finishAgencySignIn", "Take up what the agency's own sign-in said.", at: AgencySignInAddresses.back,
        for: .staff(.anySession),
        taking: Input(
            .text("code", "Answer", longest: 4000).byButtons, .text("state", "Errand", longest: 200).byButtons
        ) { (code: $0, state: $1) },
        then: Outcome<FinishedAgencySignIn>.done("Done."),
        see: { done in
            done.made?.isLinked == true
                ? OwnAccountAddresses.account.link(after: OwnAccountChange.agencySignInLinked)
                : HomeAddresses.home.link()
        },
        giving: { answer, visit, finished in answer.beginning(finished.session, at: visit.site) }, refused: again,
        perform: { visit, back in
            try await visit.programmes.finishAgencySignIn(
                visit.staff, code: back.code, state: back.state,
                returnedTo: visit.visit.address(of: AgencySignInAddresses.back.link()))
        })

    static let unlink = Act(
        "unlinkAgencySignIn", "Unlink your account from the agency's own sign-in.", at: AgencySignInAddresses.unlink,
        .delete, interface: AgencySignInAddresses.link, for: .signedIn, taking: .nothing, then: .done("Unlinked."),
        see: { _ in OwnAccountAddresses.account.link(after: OwnAccountChange.agencySignInUnlinked) },
        refused: { visit, refused in .again(OwnAccountPages.account(visit, refused: refused)) },
        perform: { visit, _ in try await visit.programmes.unlinkAgencySignIn(visit.staff) })

    @Sendable
    private static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        .again(AgencySignInPages.nothingCame(visit, refused))
    }
}

extension Routes {
    static let agencySignIn: [Route] =
        [
            .staff(.get, AgencySignInAddresses.errand, for: .staff(.anySession)) { visit in
                .see(AgencySignInPages.before(visit).link())
            },
            .staff(.get, AgencySignInAddresses.back, for: .staff(.anySession)) { visit in
                .page(AgencySignInPages.returned(visit))
            },
            AgencySignInActs.begin.onPages, AgencySignInActs.finish.onPages,
        ] + AgencySignInActs.unlink.routes
}
