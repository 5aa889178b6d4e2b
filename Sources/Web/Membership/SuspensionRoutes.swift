import Operations
import Program

enum SuspensionAddresses {
    static let suspension = Address<PathID>("accounts/{account}/suspension")
    /// The last word, in answer to the notice that asks for it.
    static let decision = Address<PathID>("notices/{notice}/decision")
}

/// Suspending ends roles, so it is for whoever keeps the accounts, where the pack lets them; the last word is for whoever has the
/// notice.
enum SuspensionActs {
    static let suspend = Act(
        "suspendMember", "Take a member off the team at once, where the policy lets you. No reason is written.",
        at: SuspensionAddresses.suspension, for: .holding(.manageAccounts), where: \.hasSuspensions, taking: .nothing,
        then: .done("Off the team; whoever has the last word is told."),
        see: { _, account in AccountKeepingAddresses.account.link(account, after: KeeperChange.suspended) },
        refused: AccountPage.refused,
        perform: { visit, _, account in try await visit.programmes.suspend(account.text, by: visit.staff) })

    static let decide = Act(
        "decideSuspension", "The last word on a suspension, where a notice asks you for it.",
        at: SuspensionAddresses.decision, for: .signedIn, where: \.hasSuspensions, taking: Input(decision),
        then: .done("Decided."),
        see: { _, _ in NoticeAddresses.notices.link() },
        refused: NoticePages.again,
        perform: { visit, decision, notice in
            try await visit.programmes.decideSuspension(notice.text, decision, by: visit.staff)
        })

    /// Each of its answers is a button of its own.
    static let decision = Field<SuspensionDecision>.choice(
        "decision", "Your decision", FieldWords(clauses: \.membership.removal.suspensionClauses)
    ) { $0.rawValue }

    static let standing = Shape<SuspendedMember>(
        .words("member", \.name), .words("ground", \.ground), .day("begunOn", \.suspension.begunOn),
        .day(maybe: "confirmedOn", \.suspension.confirmedOn))
}

extension Routes {
    static let suspensions: [Route] = SuspensionActs.suspend.routes + SuspensionActs.decide.routes + [readSuspension]

    private static let readSuspension = Route.read(
        "readSuspension", "How the account's suspension stands, for whoever may suspend.",
        at: SuspensionAddresses.suspension, for: .holding(.manageAccounts), where: \.hasSuspensions,
        "The one that waits, or the last that was confirmed; null for none.",
        Shape<SuspendedMember?>(.part(maybe: "suspension", SuspensionActs.standing) { $0 })
    ) { visit, account in
        guard visit.programmes.maySuspend(visit.staff),
            try await visit.programmes.account(account.text, by: visit.staff) != nil
        else { return nil }
        return .some(try await visit.programmes.suspension(of: account.text, by: visit.staff))
    }
}

extension PolicyPack {
    /// Whether a member may be taken off the team at once.
    var hasSuspensions: Bool { membership.removal.suspension != nil }
}
