import Program
import Sealing
import Store

/// What whoever exports hours for payroll sees.
package struct PayrollView: Sendable {
    package let exports: [PayrollExport]
    /// Approved or on duty, over, and in no export yet; of the months that are still open.
    package let notExported: Int
    /// Members of whom the directory says no cost centre or no agreement, where an export carries it, by name.
    package let withoutTerms: [String]
}

/// One export with its lines.
package struct ExportedPayroll: Sendable {
    package let export: PayrollExport
    package let lines: [PayrollLine]
}

extension Programmes {
    package func payroll(for staff: Staff) async throws -> PayrollView? {
        guard staff.policy.payrollRule != nil, staff.powers.contains(.exportDutyTime) else { return nil }
        return try await database.read { transaction in
            let (agency, rules) = (staff.agency, staff.policy.dutyTime)
            let months = try dutyMonths(DutyTimeRules.changingMonths(on: staff.today), agency: agency, transaction)
            let payable = months.flatMap { month in
                month.entries.flatMap { account, entries in
                    entries.filter { $0.isPayable(under: rules) && $0.exportedIn == nil }
                        .map { OwnedDutyEntry(account: account, entry: $0) }
                }
            }
            let members = try payrollMembers(Set(payable.map(\.account)), agency, transaction)
            let columns = rules.payrollColumns
            let without = members.values.filter { member in
                (columns.contains(.costCentre) && member.costCentre == nil)
                    || (columns.contains(.memorandum) && member.memorandum == nil)
            }
            return PayrollView(
                exports: try transaction.payrollExports(agency: agency.id), notExported: payable.count,
                withoutTerms: without.map(\.name).sorted())
        }
    }

    /// Exports what payroll is to be told of a period that is over: what is approved or on duty, and was in no export before. Gives the
    /// export's id.
    package func exportDutyTime(
        _ period: PayrollPeriod, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.exportDutyTime)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let rule = doing.policy.payrollRule else { return .nothing }
            if let refusal = period.refusal(under: rule, on: today) { return .refused(refusal) }
            let place = (try transaction.payrollExports(agency: agency.id).first?.place ?? 0) + 1
            let export = PayrollExport(id: RandomId().text, period: period, madeOn: today, place: place)
            var isAny = false
            for var month in try dutyMonths(period.months, agency: agency, transaction) {
                var isChanged = false
                for (account, entries) in month.entries {
                    month[account] = entries.map { entry in
                        guard entry.exportedIn == nil, isOf(entry, period, doing) else { return entry }
                        isChanged = true
                        var exported = entry
                        exported.exportedIn = export.id
                        return exported
                    }
                }
                guard isChanged else { continue }
                isAny = true
                guard try keep(month, agency: agency, on: today, transaction) else { return .nothing }
            }
            guard isAny else {
                return .refused(
                    Refusal(
                        "Until: nothing of these days is approved and not exported yet.", field: "until",
                        basis: rule.basis))
            }
            try transaction.insert(export, by: doing.staff.account, agency: agency.id)
            return .done(
                export.id,
                .entry(
                    .dutyTimeExported, on: export.id, under: rule.basis.clauses,
                    details: [period.from.text, period.until.text]))
        }
    }

    /// An export with its lines: what was first in it, and what of its days was in one before, each marked as that. The same each time.
    package func payrollExport(_ id: String, for staff: Staff) async throws -> ExportedPayroll? {
        guard staff.policy.payrollRule != nil, staff.powers.contains(.exportDutyTime) else { return nil }
        return try await database.read { transaction in
            let agency = staff.agency
            let exports = try transaction.payrollExports(agency: agency.id)
            guard let export = exports.first(where: { $0.id == id }) else { return nil }
            let earlier = Dictionary(
                exports.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let months = try dutyMonths(export.period.months, agency: agency, transaction)
            let exported = try months.flatMap { month in
                try month.entries.flatMap { account, entries in
                    try entries.compactMap { entry -> (String, Day, DutyEntry, Day?)? in
                        let day = try agency.day(at: entry.time.start)
                        guard let first = entry.exportedIn, export.period.contains(day) else { return nil }
                        if first == id { return (account, day, entry, nil) }
                        // What came in a later export is none of this one's.
                        guard let before = earlier[first], before.place < export.place else { return nil }
                        return (account, day, entry, before.madeOn)
                    }
                }
            }
            let members = try payrollMembers(Set(exported.map(\.0)), agency, transaction)
            let lines = exported.compactMap { account, day, entry, before in
                members[account].map {
                    PayrollLine(member: $0, day: day, entry: entry, exportedBeforeOn: before)
                }
            }
            return ExportedPayroll(
                export: export,
                lines: lines.sorted {
                    ($0.day, $0.member.name, $0.member.employeeNumber, $0.entry.time.start, $0.entry.id)
                        < ($1.day, $1.member.name, $1.member.employeeNumber, $1.entry.time.start, $1.entry.id)
                })
        }
    }

    private func isOf(_ entry: DutyEntry, _ period: PayrollPeriod, _ doing: Doing) -> Bool {
        guard entry.isPayable(under: doing.policy.dutyTime), entry.time.end <= doing.now,
            let day = doing.agency.calendar.day(at: entry.time.start)
        else { return false }
        return period.contains(day)
    }

    /// As the directory has them; whoever it does not know stands there by the name of the account.
    private func payrollMembers(
        _ accounts: Set<String>, _ agency: Agency, _ transaction: any Transaction
    ) throws -> [String: PayrollMember] {
        let names = try transaction.accountNames(agency: agency.id, of: accounts.sorted())
        return Dictionary(
            try accounts.map { account in
                let person = try transaction.person(ofAccount: account, agency: agency.id)
                let record = try person.flatMap {
                    try transaction.people(withIDs: [$0], agency: agency.id).first?.record
                }
                return (
                    account,
                    PayrollMember(
                        name: record.map { "\($0.familyName), \($0.givenName)" } ?? names[account] ?? "",
                        employeeNumber: record?.employeeNumber ?? "", costCentre: record?.costCentre,
                        memorandum: record?.memorandum)
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
