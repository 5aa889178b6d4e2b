import Program
import Sealing
import Store

extension Programmes {
    /// A member pauses by their own notice: what was open is in other hands first, no offer comes meanwhile, and the roles that the pack
    /// names are told. Nobody asks why; where the pack lets it be said, the words are sealed to those who may see them.
    ///
    /// - Parameters:
    ///   - until: when they mean to be back; open where none is given.
    ///   - reason: their own words, where the pack has them; never kept but sealed.
    ///   - applies: that one of the committee's relevant reasons applies.
    package func pause(
        until: Day?, reason: String?, applies: Bool, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            let rules = doing.policy.membership.inactivity
            guard let rule = rules.byOwnNotice,
                let membership = try transaction.keptMembership(of: account, agency: agency, on: doing.staff.today)
            else { return .nothing }
            let reasons = try transaction.relevantReasons(agency: agency.id).map(\.label)
            let refusal = doing.policy.mayPause(
                membership, until: until, reasons: reasons, applies: applies, on: doing.staff.today)
            if let refusal { return .refused(refusal) }
            var paper: String?
            if rule.reason == .optional, let reason, !reason.isEmpty {
                let sealed = try doing.seal(
                    Array(reason.utf8), as: .inactivity, to: rules.reasonVisibleTo.value, and: [account],
                    field: "reason", under: rules.reasonVisibleTo.basis.clauses, with: keys.vouching)
                switch sealed {
                case .failure(let refusal): return .refused(refusal)
                case .success(let id): paper = id.text
                }
            }
            try begin(
                MembershipPause(.own, begunOn: doing.staff.today, until: until, paper: paper), of: membership,
                .pausedByOwn, doing)
            try transaction.tell(
                rule.notice, of: membership, under: rule.basis.clauses, in: agency, at: doing.now)
            return .done(.entry(.membershipChanged, on: account, under: rule.basis.clauses))
        }
    }

    /// A member ends their own pause.
    package func comeBack(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let membership = try transaction.livingMembership(of: account, agency: agency.id) else {
                return .nothing
            }
            if let refusal = doing.policy.mayReturn(membership, from: .own) { return .refused(refusal) }
            try end(.own, of: membership, doing)
            try doing.answerReminder(.pauseOver, of: membership)
            try transaction.note(.returned, in: membership, agency: agency, on: doing.staff.today, by: account)
            let rule = doing.policy.membership.inactivity.byOwnNotice
            try transaction.tell(
                rule?.notice ?? [], of: membership, under: rule?.basis.clauses ?? [], in: agency, at: doing.now)
            return .done(.entry(.membershipChanged, on: account, under: rule?.basis.clauses ?? []))
        }
    }

    /// Places a member on inactive status at once, where the pack lets the staff member. The reason is one of the pack's list and is
    /// sealed to the roles that may see it; nothing else of it is kept anywhere (SAC-IV.B, SAC-IV.C).
    package func placeInactive(
        _ member: String, reason: String, until: Day?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.placeInactive)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            let rules = doing.policy.membership.inactivity
            guard let rule = rules.byOthers,
                let membership = try transaction.keptMembership(of: member, agency: agency, on: doing.staff.today)
            else { return .nothing }
            let refusal = doing.policy.mayPlace(
                membership, reason: reason, until: until, by: account,
                try transaction.persons(of: [member, account], agency: agency.id), on: doing.staff.today)
            if let refusal { return .refused(refusal) }
            let sealed = try doing.seal(
                Array(reason.utf8), as: .inactivity, to: rules.reasonVisibleTo.value, field: "reason",
                under: rules.reasonVisibleTo.basis.clauses, with: keys.vouching)
            let paper: String
            switch sealed {
            case .failure(let refusal): return .refused(refusal)
            case .success(let id): paper = id.text
            }
            try begin(
                MembershipPause(.placed, begunOn: doing.staff.today, until: until, paper: paper), of: membership,
                .placed, doing)
            try transaction.tellMember(membership, in: agency, at: doing.now)
            return .done(.entry(.membershipChanged, on: member, under: rule.basis.clauses))
        }
    }

    /// Ends an involuntary pause.
    package func letReturn(_ member: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.placeInactive)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let membership = try transaction.livingMembership(of: member, agency: agency.id) else {
                return .nothing
            }
            if let refusal = doing.policy.mayReturn(membership, from: .placed) { return .refused(refusal) }
            try end(.placed, of: membership, doing)
            try transaction.note(
                .letReturn, in: membership, agency: agency, on: doing.staff.today, by: doing.staff.account)
            try transaction.tellMember(membership, in: agency, at: doing.now)
            let clauses = doing.policy.membership.inactivity.byOthers?.basis.clauses ?? []
            return .done(.entry(.membershipChanged, on: member, under: clauses))
        }
    }

    /// Leaving the team by one's own notice: what was open is in other hands first.
    package func withdraw(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (agency, account) = (doing.agency, doing.staff.account)
            let ended = try endMembership(
                of: account, .withdrew, in: agency, by: doing.staff.actor, account, at: doing.now, doing.transaction)
            guard let ended else { return .nothing }
            let rule = doing.policy.membership.withdrawal
            try doing.transaction.tell(rule.notice, of: ended, under: rule.basis.clauses, in: agency, at: doing.now)
            return .done(.entry(.memberWithdrew, on: account, under: rule.basis.clauses))
        }
    }
}

extension Programmes {
    /// Begins a pause within an act, with its line in the history.
    func begin(
        _ pause: MembershipPause, of membership: Membership, _ event: MembershipEvent.Kind, _ doing: Doing
    ) throws {
        try begin(
            pause, of: membership, event, in: doing.agency, by: doing.staff.actor, doing.staff.account, at: doing.now,
            doing.transaction)
    }

    func begin(
        _ pause: MembershipPause, of membership: Membership, _ event: MembershipEvent.Kind, in agency: Agency,
        by actor: AuditActor, _ account: String?, at now: Instant, _ transaction: any Transaction
    ) throws {
        try transaction.insert(pause, of: membership.id, agency: agency.id)
        try transaction.note(event, in: membership, agency: agency, on: pause.begunOn, by: account)
        try takeOffServing(
            membership.account, agency.policy.supporterRoles.map(\.id), waitingFor: .pauses(membership: membership.id),
            endedWith: pause.cause == .term ? membership.termEndsOn : nil, in: agency, by: actor, at: now, transaction)
    }

    /// Ends a pause within an act; its member serves again where no other is left.
    func end(_ cause: MembershipPause.Cause, of membership: Membership, _ doing: Doing) throws {
        guard let pause = membership.pause(cause) else { return }
        try doing.transaction.endPause(pause, of: membership.id, agency: doing.agency.id)
        var standing = membership
        standing.pauses.removeAll { $0.cause == cause }
        try letServe(
            membership.account, after: .pauses(membership: membership.id), standing: standing, in: doing.agency,
            by: doing.staff.actor, at: doing.now, doing.transaction)
    }
}
