import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What people do with their own account.
enum OwnAccountActs {
    static let routes: [Route] =
        changePassphrase.routes + renewRecoveryCode.routes + signOutEverywhere.routes + signOut.routes

    static let changePassphrase = Act(
        "changePassphrase", "Change your passphrase. Your sessions on other devices end.",
        at: OwnAccountAddresses.passphrase, .put, for: .signedIn,
        taking: Input(
            .presentPassphrase(about: "The present passphrase."), .newPassphrase(about: "The new one."),
            .passphraseAgain
        ) { present, new, again throws(Refusal) in
            (present: present, new: try new.confirmed(by: again))
        }, then: .done("Changed."), others: [.busy],
        see: { _ in OwnAccountAddresses.account.link(after: OwnAccountChange.passphraseChanged) },
        refused: { visit, refused in .again(OwnAccountPages.passphrase(visit, refused)) },
        perform: { visit, change in
            try await visit.programmes.changePassphrase(visit.staff, present: change.present, new: change.new)
        })

    static let renewRecoveryCode = Act(
        "renewRecoveryCode", "Get a new recovery code; the one before opens nothing any more.",
        at: OwnAccountAddresses.recoveryCode, for: .signedIn,
        taking: Input(.presentPassphrase(about: "The present passphrase.")),
        then: .told("The code. It is shown this once.", status: .created, RecoveryCode.shape), others: [.busy],
        see: { _ in OwnAccountAddresses.recoveryCode.link() }, handing: { $0.text }, refused: refused,
        perform: { visit, present in try await visit.programmes.renewRecoveryCode(visit.staff, present: present) })

    static let signOutEverywhere = Act(
        "signOutEverywhere", "End every session of your account, this one too.",
        at: OwnAccountAddresses.endOfSessions, .delete, interface: OwnAccountAddresses.sessions, for: .signedIn,
        taking: .nothing, then: Outcome<Agency>.done("Ended."), mayRefuse: false,
        see: start, giving: { answer, visit, _ in answer.endingSession(of: visit.visit) }, refused: refused,
        perform: { visit, _ in
            try await visit.programmes.signOutEverywhere(visit.staff)
            return .success(visit.agency)
        })

    static let signOut = Act(
        "signOut", "End this session.", at: OwnAccountAddresses.signOut, .delete, interface: SessionAddresses.session,
        for: .staff(.anySession), taking: .nothing, then: Outcome<Agency>.done("Ended."), mayRefuse: false,
        see: start, giving: { answer, visit, _ in answer.endingSession(of: visit.visit) }, refused: refused,
        perform: { visit, _ in
            try await visit.programmes.signOut(visit.staff)
            return .success(visit.agency)
        })

    /// Whoever has signed out is at their agency's page.
    @Sendable
    private static func start(_ done: Done<Agency>) -> Link {
        done.made.map { StartAddresses.agency.link(PathID($0.slug)) } ?? StartAddresses.start.link()
    }

    @Sendable
    private static func refused(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        .again(OwnAccountPages.account(visit, refused: refused))
    }
}
