import Program
import Sealing
import Store

/// A call-out as its desk sees it.
package struct CallOutView: Sendable {
    package let id: String
    /// Whose desk it was, by name.
    package let begunBy: String
    package let begunOn: Day
    /// Nothing while it runs.
    package let finishedOn: Day?
    /// Who was paged, in order.
    package let paged: [Paged]
    /// Who may be paged next, the first of them by one tap; nobody once it is finished.
    package let candidates: [Candidate]
    /// Where the last resort is reached by telephone.
    package let lastResort: [Telephone]
    /// The yes that it waits for after hours; nobody is paged before.
    package let waitsFor: Yes?
    /// Whether a number of the caller's is there for whoever answers.
    package let hasCallersNumber: Bool

    package var isRunning: Bool { finishedOn == nil }
    /// Whether somebody has said they call in.
    package var isAnswered: Bool { paged.contains { $0.answer == .accepted } }

    package struct Yes: Sendable {
        /// The title of the role that is asked.
        package let role: String
        /// Until when; then the next is asked, or the desk is free.
        package let until: Instant
        /// Where that role is reached by telephone, where the pack has a number.
        package let telephones: [Telephone]
    }

    package struct Paged: Sendable {
        package let account: String
        package let name: String
        package let answer: CallOutAnswer?
        package let pagedAt: Instant?
        /// Why the page does not reach them; nothing where it does.
        package let hindrance: ReachHindrance?
        /// Their own number, where the programme knows one.
        package let telephone: String?
    }

    package struct Candidate: Sendable {
        package let account: String
        package let name: String
        package let standing: CallOutStanding
        package let isCalledElsewhere: Bool
        /// Why a page would not reach them; nothing where it would.
        package let hindrance: ReachHindrance?
        /// Their own number, where the programme knows one.
        package let telephone: String?
    }

    /// A number of the last resort and whether it is the right one now.
    package struct Telephone: Sendable {
        package let role: String
        package let number: String
        package let when: EscalationStep.When
        package let isNow: Bool
        package let clauses: [ClauseID]
    }
}

extension Programmes {
    /// The agency's call-outs: those that run, and those finished within the time they are kept, the latest day first.
    package func callOuts(by staff: Staff) async throws -> [CallOutView] {
        let now = clock()
        return try await database.read { transaction in
            let since = staff.policy.firstCallOutDayKept(on: staff.today) ?? staff.today
            let rows = try transaction.callOuts(agency: staff.agency.id, since: since)
            let pages = Dictionary(
                grouping: try transaction.callOutPages(agency: staff.agency.id, of: rows.map(\.id)), by: \.callOut)
            return try rows.map { try view(of: $0, paged: pages[$0.id] ?? [], candidates: [], staff, now, transaction) }
        }
    }

    /// One call-out with everybody who may still be paged; nothing where there is none.
    package func callOut(_ id: String, by staff: Staff) async throws -> CallOutView? {
        let now = clock()
        return try await database.read { transaction in
            guard let row = try transaction.callOut(agency: staff.agency.id, id: id) else { return nil }
            let pages = try transaction.callOutPages(agency: staff.agency.id, of: [id])
            let candidates =
                row.finishedOn == nil ? try candidates(for: id, besides: pages, staff.agency, now, transaction) : []
            return try view(of: row, paged: pages, candidates: candidates, staff, now, transaction)
        }
    }

    /// Who may be paged now in that call-out, the next one first.
    func candidates(
        for callOut: String, besides pages: [CallOutPageRow], _ agency: Agency, _ now: Instant,
        _ transaction: any Transaction
    ) throws -> [CallOutCandidate] {
        let policy = agency.policy
        let today = try agency.day(at: now)
        func holders(_ roles: [RoleID]) throws -> [String] {
            try transaction.holdings(of: roles, agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) }.map(\.account)
        }
        let order = CallOutOrder(
            of: callOut, under: policy, availability: try transaction.availability(agency: agency, at: now),
            supporters: try holders(policy.supporterRoles.map(\.id)),
            lastResort: try policy.callOutEndsAt.map { try holders([$0]) } ?? [],
            calledElsewhere: try transaction.accountsCalled(agency: agency.id, besides: callOut))
        return order.candidates(besides: Set(pages.map(\.account)))
    }

    private func view(
        of row: CallOutRow, paged: [CallOutPageRow], candidates: [CallOutCandidate], _ staff: Staff, _ now: Instant,
        _ transaction: any Transaction
    ) throws -> CallOutView {
        let accounts = paged.map(\.account) + candidates.map(\.account)
        let names = try transaction.accountNames(agency: staff.agency.id, of: [row.begunBy] + accounts)
        let reachability = try reachability(of: staff.agency, at: now, transaction)
        let telephones = try transaction.telephones(of: accounts, agency: staff.agency.id)
        let activation = try transaction.activation(of: row.id, agency: staff.agency.id)
        return CallOutView(
            id: row.id, begunBy: names[row.begunBy] ?? "", begunOn: row.begunOn, finishedOn: row.finishedOn,
            paged: paged.map {
                CallOutView.Paged(
                    account: $0.account, name: names[$0.account] ?? "", answer: $0.answer, pagedAt: $0.pagedAt,
                    hindrance: reachability.hindrance(of: $0.account), telephone: telephones[$0.account])
            },
            candidates: candidates.map {
                CallOutView.Candidate(
                    account: $0.account, name: names[$0.account] ?? "", standing: $0.standing,
                    isCalledElsewhere: $0.isCalledElsewhere, hindrance: reachability.hindrance(of: $0.account),
                    telephone: telephones[$0.account])
            },
            lastResort: staff.agency.lastResortTelephones(at: now),
            waitsFor: activation.flatMap { staff.agency.yes(waitedForIn: $0, at: now) },
            hasCallersNumber: try transaction.hasCallerNumber(of: row.id, agency: staff.agency.id))
    }
}

extension Agency {
    /// Where the role that a call-out ends at is reached by telephone, with what is right now marked.
    package func lastResortTelephones(at now: Instant) -> [CallOutView.Telephone] {
        guard let role = policy.callOutEndsAt else { return [] }
        return telephones(of: role, at: now)
    }

    /// Whose yes a call-out waits for; nothing once nobody's is.
    fileprivate func yes(waitedForIn activation: CallOutActivation, at now: Instant) -> CallOutView.Yes? {
        guard let until = activation.until,
            let role = policy.escalation.afterHoursActivation?.approver(at: activation.stage)
        else { return nil }
        return CallOutView.Yes(role: policy.title(of: role), until: until, telephones: telephones(of: role, at: now))
    }

    /// Where a role is reached by telephone, with what is right now marked.
    package func telephones(of role: RoleID, at now: Instant) -> [CallOutView.Telephone] {
        let isOpen = isBusinessHours(at: now)
        return policy.telephones(of: role).map { step in
            CallOutView.Telephone(
                role: policy.role(role)?.title ?? role.text, number: step.telephone ?? "", when: step.when,
                isNow: step.when.applies(inBusinessHours: isOpen), clauses: step.basis.clauses)
        }
    }
}
