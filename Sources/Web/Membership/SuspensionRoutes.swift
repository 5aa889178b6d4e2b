import HTTPTypes
import Operations
import Program

enum SuspensionPlaces {
    static let suspension = PlaceOf<PathID>("accounts", by: "account", then: ["suspension"])
    /// The last word, in answer to the notice that asks for it.
    static let decision = PlaceOf<PathID>("notices", by: "notice", then: ["decision"])
    static let suspensionInterface = PlaceOf<PathID>("api", "v1", "accounts", by: "account", then: ["suspension"])
    static let decisionInterface = PlaceOf<PathID>("api", "v1", "notices", by: "notice", then: ["decision"])

    static let decisionField = "decision"
}

extension Routes {
    /// Suspending ends roles, so it is for whoever keeps the accounts, where the pack lets them; the last word is for whoever
    /// has the notice.
    static let suspensions: [Route] = [
        .staff(.post, SuspensionPlaces.suspension, for: .holding(.manageAccounts)) { visit, account in
            switch try await visit.programmes.suspend(account.text, by: visit.staff) {
            case .success: .see(AccountsPlaces.account.link(account, after: .suspended))
            case .failure(let refusal): try await AccountsActs.refused(refusal, .other, visit, account)
            case nil: nil
            }
        },
        .staff(.post, SuspensionPlaces.decision, for: .signedIn) { visit, notice in
            guard let decision = SuspensionDecision(rawValue: visit.form[SuspensionPlaces.decisionField]) else {
                return try await NoticeActs.shown(again: notice, SuspensionOperations.undecided, visit)
            }
            switch try await visit.programmes.decideSuspension(notice.text, decision, by: visit.staff) {
            case .success: return .see(NoticePlaces.notices.link)
            case .failure(let refusal): return try await NoticeActs.shown(again: notice, refusal, visit)
            case nil: return nil
            }
        },
    ]

    static let suspensionInterface: [Route] = [
        .api(
            .post, SuspensionPlaces.suspensionInterface, for: .holding(.manageAccounts), SuspensionOperations.suspend
        ) { call, account in
            try await call.programmes.suspend(account.text, by: call.staff)?.map { .done }
        },
        .api(
            .get, SuspensionPlaces.suspensionInterface, for: .holding(.manageAccounts), SuspensionOperations.read
        ) { call, account in
            guard call.programmes.maySuspend(call.staff),
                try await call.programmes.account(account.text, by: call.staff) != nil
            else { return nil }
            let suspended = try await call.programmes.suspension(of: account.text, by: call.staff)
            return .success(.json(["suspension": suspended.map(SuspensionOperations.json) ?? .null]))
        },
        .api(
            .post, SuspensionPlaces.decisionInterface, for: .signedIn, SuspensionOperations.decide
        ) { call, notice in
            guard let decision = SuspensionDecision(rawValue: call.text(SuspensionPlaces.decisionField)) else {
                return .failure(SuspensionOperations.undecided)
            }
            return try await call.programmes.decideSuspension(notice.text, decision, by: call.staff)?.map { .done }
        },
    ]
}

enum SuspensionOperations {
    static let suspend = Operation(
        "suspendMember", "Take a member off the team at once, where the policy lets you. No reason is written.",
        success: .done("Off the team; whoever has the last word is told."), where: \.hasSuspensions)

    static let read = Operation(
        "readSuspension", "How the account's suspension stands, for whoever may suspend.",
        success: .ok("The one that waits, or the last that was confirmed; null for none.") { _ in
            .object([Schema.Property("suspension", .nullable(schema))])
        }, mayRefuse: false, where: \.hasSuspensions)

    static let decide = Operation(
        "decideSuspension", "The last word on a suspension, where a notice asks you for it.",
        body: { pack in
            .object([
                Schema.Property(
                    SuspensionPlaces.decisionField, .choice(SuspensionDecision.allCases.map(\.rawValue)),
                    clauses: pack.membership.removal.suspensionClauses)
            ])
        }, success: .done("Decided."), where: \.hasSuspensions)

    static let undecided = Refusal("Say which.", field: SuspensionPlaces.decisionField)

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
