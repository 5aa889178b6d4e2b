import Program
import Sealing
import Store

// What a member keeps of their own duty time. No entry of the chain is made of it: when a supporter was at work would tell too much.
extension Programmes {
    /// Keeps duty time that is over, or asks ahead for time to come; gives its id.
    package func recordDutyTime(
        _ new: NewDutyTime, planned isPlanned: Bool, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepDutyTime)) { doing in
            let rules = doing.policy.dutyTime
            guard rules.isKept else { return .nothing }
            let own = try ownAround(new.day.month, doing)
            switch rules.entry(
                new, id: RandomId().text, planned: isPlanned, among: own, on: doing.agency.calendar, at: doing.now)
            {
            case .failure(let refusal): return .refused(refusal)
            case .success(let entry):
                guard try change(new.day.month, doing, { $0.append(entry) }) else { return .refused(Self.isFull) }
                try tellOfWaiting(entry, doing)
                return .done(entry.id, .silent(.dutyTime))
            }
        }
    }

    /// Says that planned time took place, and when. Nothing where there is no such entry of theirs.
    package func confirmDutyTime(
        _ id: String, day: Day, from: Int, until: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepDutyTime)) { doing in
            guard let (month, entry) = try ownEntry(id, doing) else { return .nothing }
            let own = try ownAround(month, doing)
            switch doing.policy.dutyTime.took(
                entry, day: day, from: from, until: until, among: own, on: doing.agency.calendar, at: doing.now)
            {
            case .failure(let refusal): return .refused(refusal)
            case .success(let given):
                guard try change(month, doing, { $0 = $0.map { $0.id == id ? given : $0 } }) else {
                    return .refused(Self.isFull)
                }
                if given.decision != entry.decision { try tellOfWaiting(given, doing) }
                return .done(.silent(.dutyTime))
            }
        }
    }

    /// Takes an entry back. Nothing where there is no such entry of theirs.
    package func removeDutyTime(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepDutyTime)) { doing in
            guard let (month, entry) = try ownEntry(id, doing) else { return .nothing }
            if let refusal = doing.policy.dutyTime.mayRemove(entry) { return .refused(refusal) }
            guard try change(month, doing, { $0.removeAll { $0.id == id } }) else { return .refused(Self.isFull) }
            return .done(.silent(.dutyTime))
        }
    }

    private static let isFull = Refusal("There is no room for more in this month. Please tell whoever runs the server.")

    /// Their entries of that month and the two beside it.
    private func ownAround(_ month: Month, _ doing: Doing) throws -> [DutyEntry] {
        try dutyEntries(
            of: doing.staff.account, in: [month.previous, month, month.next], agency: doing.agency, doing.transaction)
    }

    private func ownEntry(_ id: String, _ doing: Doing) throws -> (Month, DutyEntry)? {
        for box in try doing.transaction.dutyBoxes(
            of: doing.staff.account, in: DutyTimeRules.changingMonths(on: doing.staff.today), agency: doing.agency.id)
        {
            if let entry = try opened(box, doing.agency).first(where: { $0.id == id }) { return (box.month, entry) }
        }
        return nil
    }

    /// Changes what they keep of that month, with every box of it locked anew.
    private func change(
        _ month: Month, _ doing: Doing, _ change: (inout [DutyEntry]) -> Void
    ) throws -> Bool {
        guard var opened = try dutyMonths([month], agency: doing.agency, doing.transaction).first else { return false }
        change(&opened[doing.staff.account])
        return try keep(opened, agency: doing.agency, on: doing.staff.today, doing.transaction)
    }

    /// Tells whoever may decide on it that something waits, unless they were told and have not looked yet.
    private func tellOfWaiting(_ entry: DutyEntry, _ doing: Doing) throws {
        guard entry.approval(under: doing.policy.dutyTime) == .waits, let rule = doing.policy.dutyTime.offDutyPay else {
            return
        }
        let told = try doing.transaction.addressees(ofOpen: .dutyTimeWaits, agency: doing.agency.id)
        let approvers = try dutyApprovers(of: [doing.staff.account], doing.agency, doing.transaction)
        let deciders = approvers[doing.staff.account]?.mayDecide(onTimeOf: doing.staff.account) ?? []
        for account in deciders.sorted() where !told.contains(.account(account)) {
            try doing.transaction.raise(
                NewNotice(kind: .dutyTimeWaits, to: .account(account), under: rule.basis.clauses), in: doing.agency,
                at: doing.now)
        }
    }
}
