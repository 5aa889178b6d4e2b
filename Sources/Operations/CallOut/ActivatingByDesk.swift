import Program
import Sealing
import Store

// The yes that a desk waits for after hours (OCP-I.C.2.c), by the same rule as asking around for a request.

/// Whether a desk may page just now.
enum DeskPaging {
    case isFree
    /// A yes of that role is waited for already.
    case waits(RoleID)
    /// It was asked for just now.
    case asked
}

extension Doing {
    /// Whether somebody may be paged in that call-out; where a yes is needed and none was asked for, it is asked for now.
    func paging(in callOut: String) throws -> DeskPaging {
        let present = try transaction.activation(of: callOut, agency: agency.id)
        let step = policy.activatingByDesk(
            present, desk: staff.rolesToday, holders: try transaction.approvers(in: agency, at: now),
            isBusinessHours: agency.isBusinessHours(at: now))
        switch (step, present) {
        case (.isFree, let present):
            if let present, !present.isFree { try transaction.free(present, of: callOut, in: agency) }
            return .isFree
        case (.asks(let role, _, _), .some): return .waits(role)
        case (.asks(let role, let stage, let wait), nil):
            try transaction.askForYes(
                of: role, for: callOut,
                CallOutActivation(id: RandomId().text, stage: stage, until: now.adding(seconds: wait)), in: agency,
                at: now)
            return .asked
        }
    }
}

extension Transaction {
    /// Who holds today each role whose yes the pack asks for after hours.
    fileprivate func approvers(in agency: Agency, at now: Instant) throws -> [RoleID: [String]] {
        let today = try agency.day(at: now)
        let roles = agency.policy.escalation.afterHoursActivation?.approvers ?? []
        let held = try roles.isEmpty ? [] : holdings(of: roles, agency: agency.id, heldAfter: today)
        return Dictionary(grouping: held.filter { $0.holding.isHeld(on: today) }, by: \.holding.role)
            .mapValues { $0.map(\.account) }
    }

    fileprivate func askForYes(
        of role: RoleID, for callOut: String, _ activation: CallOutActivation, in agency: Agency, at now: Instant
    ) throws {
        try set(activation, of: callOut, agency: agency.id)
        if let notice = agency.policy.escalation.askingForYes(of: role, about: activation.id) {
            try raise(notice, in: agency, at: now)
        }
    }

    /// Supporters may be paged in that call-out from now on.
    fileprivate func free(_ activation: CallOutActivation, of callOut: String, in agency: Agency) throws {
        try set(
            CallOutActivation(id: activation.id, stage: activation.stage, until: nil), of: callOut, agency: agency.id)
        try withdrawNotices(about: activation.id, in: agency)
    }
}

extension Programmes {
    /// A yes to the activation of a call-out: the next is paged at once, and the desk is told to look. Nothing where there is no such
    /// activation.
    func approveCallOut(
        _ activation: String, under rule: AfterHoursActivation, _ doing: Doing
    ) throws -> Deed<Void> {
        let (agency, transaction) = (doing.agency, doing.transaction)
        guard let id = try transaction.callOut(ofActivation: activation, agency: agency.id),
            let present = try transaction.activation(of: id, agency: agency.id)
        else { return .nothing }
        guard !present.isFree else { return .refused(.supportersAreAsked(under: rule)) }
        try transaction.free(present, of: id, in: agency)
        let paged = try pageOnceFree(id, in: agency, at: doing.now, transaction)
        try answeredAsking(by: doing.staff.account, in: agency, at: doing.now, transaction)
        let yes = Trace.Entry(kind: .activationApproved, subject: activation, clauses: rule.basis.clauses)
        return .done(.entries([yes] + [paged].compactMap { $0 }))
    }

    /// Goes on with every call-out whose yes nobody gave in time: the next is asked for it, and where nobody answers the desk is
    /// free. Any number of nodes may do it at once; each step happens once.
    package func advanceCallOuts() async throws {
        let now = clock()
        let due = try await database.read { transaction in
            try transaction.waitingActivations().filter { waiting in
                // What cannot be read is told where it is due.
                guard let row = try transaction.agency(id: waiting.agency),
                    let policy = try? agency(row, in: transaction).policy
                else { return true }
                return waiting.activation.isOver(by: now, under: policy.escalation)
            }
        }
        try await forEachDue { last, _ in
            last == nil ? due : []
        } act: { waiting, transaction in
            try advance(waiting, at: now, transaction)
        }
    }

    private func advance(_ waiting: WaitingActivation, at now: Instant, _ transaction: any Transaction) throws {
        guard let row = try transaction.agency(id: waiting.agency) else { return }
        let agency = try agency(row, in: transaction)
        guard let present = try transaction.activation(of: waiting.callOut, agency: agency.id),
            present == waiting.activation, present.isOver(by: now, under: agency.policy.escalation)
        else { return }
        let step = agency.policy.escalation.activation(
            after: present.stage, holders: try transaction.approvers(in: agency, at: now),
            isBusinessHours: agency.isBusinessHours(at: now))
        switch step {
        case .asks(let role, let stage, let wait):
            try transaction.askForYes(
                of: role, for: waiting.callOut,
                CallOutActivation(id: present.id, stage: stage, until: now.adding(seconds: wait)), in: agency, at: now)
        case .isFree:
            try transaction.free(present, of: waiting.callOut, in: agency)
            if let entry = try pageOnceFree(waiting.callOut, in: agency, at: now, transaction) {
                try transaction.record(
                    entry.kind, in: agency, by: .server, on: entry.subject, under: entry.clauses,
                    details: entry.details, at: now)
            }
        }
    }

    /// Pages the next in a call-out that waited for a yes, and tells the desk to look.
    private func pageOnceFree(
        _ id: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> Trace.Entry? {
        guard let row = try transaction.callOut(agency: agency.id, id: id), row.finishedOn == nil else { return nil }
        try transaction.ping(
            [row.begunBy], .urgent, key: "\(CallOutRow.ping(id)) free", in: agency, at: now)
        let pages = try transaction.callOutPages(agency: agency.id, of: [id])
        guard !pages.contains(where: { $0.answer == .accepted }) else { return nil }
        let next = try candidates(for: id, besides: pages, agency, now, transaction).first
        return try next.flatMap { try page($0.account, in: id, after: pages, of: agency, at: now, transaction) }
    }
}

extension CallOutActivation {
    /// Whether the time for a yes is over, as it also is where it was set for later than it can have been.
    fileprivate func isOver(by now: Instant, under rules: EscalationRules) -> Bool {
        until.map { LongestWait(seconds: rules.wait(at: stage)).isOver($0, by: now) } ?? false
    }
}

extension WaitingActivation: DueItem {}
