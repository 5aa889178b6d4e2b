import HTML
import HTTPTypes
import Operations
import Program

/// What people do with their own account.
enum AccountActs {
    @Sendable
    static func changePassphrase(_ visit: StaffVisit) async throws -> Answer {
        if let refusal = visit.form.passphraseMismatch { return passphraseAgain(refusal, visit) }
        let changed = try await visit.programmes.changePassphrase(
            visit.staff, present: visit.form.verbatim("present"), new: visit.form.verbatim("passphrase"))
        switch changed {
        case .success: return .see(AccountAddresses.account.link(after: AccountChange.passphraseChanged))
        case .failure(let refusal): return passphraseAgain(refusal, visit)
        }
    }

    @Sendable
    static func renewRecoveryCode(_ visit: StaffVisit) async throws -> Answer {
        let present = visit.form.verbatim("present")
        switch try await visit.programmes.renewRecoveryCode(visit.staff, present: present) {
        case .success(let code): return .page(AccountPages.recoveryCode(code, visit))
        case .failure(let refusal):
            return .page(AccountPages.account(visit, refused: refusal), status: .unprocessableContent)
        }
    }

    @Sendable
    static func signOut(_ visit: StaffVisit) async throws -> Answer {
        try await visit.programmes.signOut(visit.staff)
        return goodbye(visit)
    }

    @Sendable
    static func signOutEverywhere(_ visit: StaffVisit) async throws -> Answer {
        try await visit.programmes.signOutEverywhere(visit.staff)
        return goodbye(visit)
    }

    private static func goodbye(_ visit: StaffVisit) -> Answer {
        .see(StartAddresses.agency.link(PathID(visit.staff.agency.slug))).endingSession(at: visit.site)
    }

    private static func passphraseAgain(_ refusal: Refusal, _ visit: StaffVisit) -> Answer {
        .page(AccountPages.passphrase(visit, refusal), status: .unprocessableContent)
    }
}
