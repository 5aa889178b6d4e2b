import HTTPTypes
import Operations
import Program

enum SuspensionAddresses {
    static let suspension = Address<PathID>("accounts/{account}/suspension")
    /// The last word, in answer to the notice that asks for it.
    static let decision = Address<PathID>("notices/{notice}/decision")
    static let suspensionInterface = Address<PathID>("api/v1/accounts/{account}/suspension")
    static let decisionInterface = Address<PathID>("api/v1/notices/{notice}/decision")

    static let decisionField = "decision"
}

extension Routes {
    /// Suspending ends roles, so it is for whoever keeps the accounts, where the pack lets them; the last word is for whoever
    /// has the notice.
    static let suspensions: [Route] = [
        .staff(.post, SuspensionAddresses.suspension, for: .holding(.manageAccounts)) { visit, account in
            switch try await visit.programmes.suspend(account.text, by: visit.staff) {
            case .success: .see(AccountKeepingAddresses.account.link(account, after: KeeperChange.suspended))
            case .failure(let refusal): try await AccountPage.refusedButton(visit, refusal, account)
            case nil: nil
            }
        },
        .staff(.post, SuspensionAddresses.decision, for: .signedIn) { visit, notice in
            guard let decision = SuspensionDecision(rawValue: visit.form[SuspensionAddresses.decisionField]) else {
                return try await NoticeActs.shown(again: notice, SuspensionEndpoints.undecided, visit)
            }
            switch try await visit.programmes.decideSuspension(notice.text, decision, by: visit.staff) {
            case .success: return .see(NoticeAddresses.notices.link())
            case .failure(let refusal): return try await NoticeActs.shown(again: notice, refusal, visit)
            case nil: return nil
            }
        },
    ]

    static let suspensionInterface: [Route] = [
        .api(
            .post, SuspensionAddresses.suspensionInterface, for: .holding(.manageAccounts), SuspensionEndpoints.suspend
        ) { call, account in
            try await call.programmes.suspend(account.text, by: call.staff)?.map { .done }
        },
        .api(
            .get, SuspensionAddresses.suspensionInterface, for: .holding(.manageAccounts), SuspensionEndpoints.read
        ) { call, account in
            guard call.programmes.maySuspend(call.staff),
                try await call.programmes.account(account.text, by: call.staff) != nil
            else { return nil }
            let suspended = try await call.programmes.suspension(of: account.text, by: call.staff)
            return .success(.json(["suspension": suspended.map(SuspensionEndpoints.json) ?? .null]))
        },
        .api(
            .post, SuspensionAddresses.decisionInterface, for: .signedIn, SuspensionEndpoints.decide
        ) { call, notice in
            guard let decision = SuspensionDecision(rawValue: call.text(SuspensionAddresses.decisionField)) else {
                return .failure(SuspensionEndpoints.undecided)
            }
            return try await call.programmes.decideSuspension(notice.text, decision, by: call.staff)?.map { .done }
        },
    ]
}

enum SuspensionEndpoints {
    static let suspend = Endpoint(
        "suspendMember", "Take a member off the team at once, where the policy lets you. No reason is written.",
        success: .done("Off the team; whoever has the last word is told."), where: \.hasSuspensions)

    static let read = Endpoint(
        "readSuspension", "How the account's suspension stands, for whoever may suspend.",
        success: .ok("The one that waits, or the last that was confirmed; null for none.") { _ in
            .object([Schema.Property("suspension", .nullable(schema))])
        }, mayRefuse: false, where: \.hasSuspensions)

    static let decide = Endpoint(
        "decideSuspension", "The last word on a suspension, where a notice asks you for it.",
        body: { pack in
            .object([
                Schema.Property(
                    SuspensionAddresses.decisionField, .choice(SuspensionDecision.allCases.map(\.rawValue)),
                    clauses: pack.membership.removal.suspensionClauses)
            ])
        }, success: .done("Decided."), where: \.hasSuspensions)

    static let undecided = Refusal("Say which.", field: SuspensionAddresses.decisionField)

    static let schema = Schema.object([
        Schema.Property("member", .words), Schema.Property("ground", .words), Schema.Property("begunOn", .day),
        Schema.Property("confirmedOn", .nullable(.day)),
    ])

    static func json(_ suspended: SuspendedMember) -> JSON {
        [
            "member": .string(suspended.name), "ground": .string(suspended.ground),
            "begunOn": .string(suspended.suspension.begunOn.text),
            "confirmedOn": JSON(suspended.suspension.confirmedOn?.text),
        ]
    }
}

extension PolicyPack {
    /// Whether a member may be taken off the team at once.
    var hasSuspensions: Bool { membership.removal.suspension != nil }
}
