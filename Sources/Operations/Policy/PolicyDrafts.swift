import PolicyPacks
import Program
import Sealing
import Store

/// A new text of the rules as somebody typed or sent it.
package struct NewPolicyText: Sendable, Equatable {
    package let text: String
    /// Names the promises in another pack's words that were read and confirmed.
    package let confirmedPromises: String?

    package init(text: String, confirmedPromises: String?) {
        self.text = text
        self.confirmedPromises = confirmedPromises
    }

    /// A pack of some thousand lines.
    package static let mostBytes = 400_000
}

// Each step of a new text. Who may do it, and in which order, is the pack's to say (``PolicyPack/mayDo(_:_:by:_:)``).
extension Programmes {
    /// Drafts a new text, checked as `pack check` does. A text with a problem changes nothing, and every problem is told.
    ///
    /// - Returns: the id of the draft.
    package func draftPolicy(_ new: NewPolicyText, by staff: Staff) async throws -> Result<String, Refusal>? {
        let present = staff.agency.pack
        let loaded: LoadedPack
        // Reading a pack takes a while, so it is read before the transaction; within it the pack in force is compared.
        switch PackLibrary.draft(new.text, insteadOf: present) {
        case .failure(let problems): return .failure(problems.refusal)
        case .success(let pack): loaded = pack
        }
        if let refusal = loaded.pack.unsettledRefusal { return .failure(refusal.said(of: "text")) }
        if loaded.parent != present.pack.id,
            let refusal = AgencyCalendar.unconfirmed(loaded.inheritedHash, confirmed: new.confirmedPromises)
        {
            return .failure(refusal.listing(loaded.inherited))
        }
        return try await draft(loaded, by: staff)
    }

    /// Drafts a text that was in force before, so that it comes back by the same steps.
    package func draftFormerPolicy(_ hash: String, by staff: Staff) async throws -> Result<String, Refusal>? {
        let former = try await database.read { transaction in
            try transaction.formerPacks(agency: staff.agency).contains(hash)
                ? try packs.pack(hash, in: transaction) : nil
        }
        guard let former else { return nil }
        return try await draft(former, by: staff)
    }

    private func draft(_ new: LoadedPack, by staff: Staff) async throws -> Result<String, Refusal>? {
        let present = staff.agency.pack
        let differences = new.differences(from: present)
        let parts = Set(differences.map { PolicyRevision.Part(path: $0.path) })
        return try await act(by: staff, .holding(.draftPolicy)) { doing in
            guard doing.agency.packHash == present.hash else {
                return .refused(Refusal("Another text came into force meanwhile. Look at it first.", field: "text"))
            }
            if differences.isEmpty {
                return .refused(Refusal("This says what the rules in force say already.", field: "text"))
            }
            if new.pack.version == present.pack.version {
                return .refused(
                    Refusal(
                        "Give the new text a version of its own; \(present.pack.version) is in force.", field: "text"))
            }
            if let refusal = doing.policy.mayDraft(parts, by: try doing.reviser) { return .refused(refusal) }
            let draft = PolicyDraft(
                id: RandomId().text, pack: new.hash, base: present.hash, version: new.pack.version, parts: parts,
                startsOn: nil, steps: [.init(.drafted, by: doing.staff.account, on: doing.staff.today)])
            try doing.transaction.insert(draft, content: new.text, agency: doing.agency.id)
            return .done(draft.id, .entries([doing.entry(.policyDrafted, draft)]))
        }
    }

    /// Hands a draft to whoever approves it: a committee votes, a role is told.
    package func submitPolicy(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await step(.submitted, of: id, by: staff) { doing, draft in
            let rule = doing.policy.revisionRule(for: draft.parts)
            switch rule.approvedBy {
            case .role(let role):
                try doing.transaction.raise(
                    NewNotice(kind: .policyDraft, to: .role(role), about: draft.id, under: rule.basis.clauses),
                    in: doing.agency, at: doing.now)
                return .success([])
            case .committee:
                return try openBallot(on: .policy(draft: draft.id), closesOn: nil, doing).map {
                    [$0.opening(under: rule.basis.clauses)]
                }
            }
        }
    }

    /// The yes or no of a role that approves. A committee's is its ballot.
    package func approvePolicy(_ id: String, _ approves: Bool, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await step(approves ? .approved : .refused, of: id, by: staff) { doing, draft in
            if approves { try doing.transaction.askToReview(draft, in: doing.agency, at: doing.now) }
            return .success([])
        }
    }

    /// The word of whoever reviews, or of a designee where the policy allows one.
    package func reviewPolicy(_ id: String, _ passes: Bool, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await step(passes ? .reviewed : .sentBack, of: id, by: staff)
    }

    /// Sets the day from which a draft is in force, today or later. The server puts it in force when the day begins in the agency's
    /// time zone; where it is today, within minutes.
    package func datePolicy(_ id: String, from day: Day, by staff: Staff) async throws -> Result<Void, Refusal>? {
        if let refusal = Refusal.policyDay(day, on: staff.today) { return .failure(refusal) }
        return try await step(.dated, of: id, from: day, by: staff)
    }

    /// Takes a draft back, at any time before it is in force.
    package func withdrawPolicy(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await step(.withdrawn, of: id, by: staff)
    }

    private func step(
        _ step: PolicyDraft.Step, of id: String, from day: Day? = nil, by staff: Staff,
        then follow: @escaping @Sendable (Doing, PolicyDraft) throws -> Result<[Trace.Entry], Refusal> = { _, _ in
            .success([])
        }
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.followPolicyDrafts)) { doing in
            let reviser = try doing.reviser
            guard let draft = try doing.transaction.policyDraft(id, agency: doing.agency.id)
            else { return .nothing }
            let persons = try doing.transaction.persons(
                of: [reviser.account] + draft.steps.compactMap(\.by), agency: doing.agency.id)
            if let refusal = doing.policy.mayDo(step, draft, by: reviser, persons) { return .refused(refusal) }
            let done = draft.adding(.init(step, by: reviser.account, on: doing.staff.today), startsOn: day)
            switch try follow(doing, done) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let further):
                try doing.transaction.keepLastStep(of: done, keepingText: done.isOpen, agency: doing.agency.id)
                if !done.isOpen {
                    try doing.transaction.endBallots(on: .policy, of: done.id, in: doing.agency, at: doing.now)
                }
                return .done(.entries([doing.entry(step.auditKind, done)] + further))
            }
        }
    }
}

extension Doing {
    /// The actor as rules of revision see them.
    fileprivate var reviser: Reviser { get throws { try transaction.reviser(staff) } }

    fileprivate func entry(_ kind: AuditKind, _ draft: PolicyDraft) -> Trace.Entry {
        Trace.Entry(
            kind: kind, subject: draft.id, clauses: policy.revisionRule(for: draft.parts).basis.clauses,
            details: [draft.pack] + [draft.startsOn?.text].compactMap(\.self))
    }
}

extension Transaction {
    func reviser(_ staff: Staff) throws -> Reviser {
        Reviser(
            account: staff.account, roles: staff.rolesToday,
            standsInFor: Set(try rolesStoodInFor(by: staff.account, agency: staff.agency.id, on: staff.today)))
    }

    /// The packs that were in force before, each once.
    func formerPacks(agency: Agency) throws -> Set<String> {
        Set(try policyDrafts(agency: agency.id).filter { $0.status == .inForce }.flatMap { [$0.base, $0.pack] })
            .subtracting([agency.packHash])
    }

    /// Tells whoever reviews, and their designee, that a draft waits for them.
    func askToReview(_ draft: PolicyDraft, in agency: Agency, at now: Instant) throws {
        let rule = agency.policy.revisionRule(for: draft.parts)
        guard let reviewer = rule.reviewedBy else { return }
        for role in agency.policy.roles(of: reviewer) {
            try raise(
                NewNotice(
                    kind: .policyDraft, to: .role(role), about: draft.id, under: rule.basis.clauses,
                    reachesDesignees: rule.designeeAllowed), in: agency, at: now)
        }
    }

    /// What a committee's ballot on a draft came to; nothing where the draft was withdrawn or overtaken meanwhile.
    ///
    /// - Returns: what the audit chain gets of it.
    func decide(policyDraft id: String, carried: Bool, in agency: Agency, at now: Instant) throws -> [Trace.Entry] {
        guard let draft = try policyDraft(id, agency: agency.id),
            case .success(let decided) = agency.policy.decidedByBallot(
                draft, carried: carried, on: try agency.day(at: now))
        else { return [] }
        try keepLastStep(of: decided, keepingText: decided.isOpen, agency: agency.id)
        if carried { try askToReview(decided, in: agency, at: now) }
        return [
            Trace.Entry(
                kind: carried ? .policyApproved : .policyRefused, subject: id,
                clauses: agency.policy.revisionRule(for: draft.parts).basis.clauses, details: [draft.pack])
        ]
    }
}

extension PolicyDraft.Step {
    fileprivate var auditKind: AuditKind {
        switch self {
        case .drafted: .policyDrafted
        case .submitted: .policySubmitted
        case .approved: .policyApproved
        case .refused: .policyRefused
        case .reviewed: .policyReviewed
        case .sentBack: .policySentBack
        case .dated: .policyDated
        case .inForce: .packPutInForce
        case .withdrawn: .policyWithdrawn
        case .overtaken: .policyOvertaken
        }
    }
}

extension PackProblems {
    /// Every problem at the field of the text.
    fileprivate var refusal: Refusal {
        Refusal(
            problems.map {
                Refusal.Problem(
                    field: "text", message: "Line \($0.line): \($0.path.isEmpty ? "" : "\($0.path): ")\($0.message)")
            })
    }
}

extension Refusal {
    /// The same said of one field.
    fileprivate func said(of field: String) -> Refusal {
        Refusal(problems.map { Problem(field: field, message: $0.message, clauses: $0.clauses) })
    }

    /// With each promise, so that it can be read before it is confirmed.
    fileprivate func listing(_ promises: [PackPromise]) -> Refusal {
        Refusal(problems + promises.map { Problem(field: "text", message: "Promised: \($0.text)") })
    }
}
