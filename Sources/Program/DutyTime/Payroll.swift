/// The days whose hours payroll is told of.
package struct PayrollPeriod: Sendable, Equatable {
    package let from: Day
    package let until: Day

    package init(from: Day, until: Day) {
        self.from = from
        self.until = until
    }

    /// Ours: two months and a bit, so that no export is of half a year by a slip.
    package static let mostDays = 62

    package func contains(_ day: Day) -> Bool { from <= day && day <= until }

    /// Every month that it touches.
    package var months: [Month] {
        var months: [Month] = []
        var month = from.month
        while month <= until.month {
            months.append(month)
            month = month.next
        }
        return months
    }

    /// Why it cannot be exported on that day: only what is over is, so that nothing of it changes under the hands of payroll.
    package func refusal(under rule: PayrollRule, on today: Day) -> Refusal? {
        if until < from {
            return Refusal("Until: not before the first day.", field: "until", basis: rule.basis)
        }
        if until >= today {
            return Refusal("Until: a day that is over.", field: "until", basis: rule.basis)
        }
        return until.daysSince1970 - from.daysSince1970 < Int64(Self.mostDays)
            ? nil : Refusal("Until: at most \(Self.mostDays) days in one export.", field: "until", basis: rule.basis)
    }
}

/// One export that was made for payroll.
package struct PayrollExport: Sendable, Equatable {
    package let id: String
    package let period: PayrollPeriod
    package let madeOn: Day
    /// Which one of the agency's exports it is: 1 was the first.
    package let place: Int

    package init(id: String, period: PayrollPeriod, madeOn: Day, place: Int) {
        self.id = id
        self.period = period
        self.madeOn = madeOn
        self.place = place
    }
}

/// One entry as payroll is told of it.
package struct PayrollLine: Sendable, Equatable {
    package let member: PayrollMember
    package let day: Day
    package let entry: DutyEntry
    /// The day on which it was exported before; nothing in its first export.
    package let exportedBeforeOn: Day?

    package init(member: PayrollMember, day: Day, entry: DutyEntry, exportedBeforeOn: Day?) {
        self.member = member
        self.day = day
        self.entry = entry
        self.exportedBeforeOn = exportedBeforeOn
    }
}

/// Who is paid, as the directory has them.
package struct PayrollMember: Sendable, Equatable {
    package let name: String
    package let employeeNumber: String
    /// Of the primary assignment.
    package let costCentre: String?
    /// The agreement that says what is paid.
    package let memorandum: String?

    package init(name: String, employeeNumber: String, costCentre: String?, memorandum: String?) {
        self.name = name
        self.employeeNumber = employeeNumber
        self.costCentre = costCentre
        self.memorandum = memorandum
    }
}

/// What an export says of each line; which of it there is, is for the pack to say. There is none for who was helped, for an incident or
/// for a reason, nor for the time of day.
package enum PayrollColumn: String, Sendable, CaseIterable {
    case employeeNumber = "employee_number"
    case member, day, duty, hours
    case payCode = "pay_code"
    case compensation, approved
    case costCentre = "cost_centre"
    case overtimeType = "overtime_type"
    case memorandum = "memorandum_of_understanding"
    case exported
}

extension DutyTimeRules {
    /// The columns of this policy's export, in their order.
    package var payrollColumns: [PayrollColumn] {
        PayrollColumn.allCases.filter { column in
            switch column {
            case .employeeNumber, .member, .day, .duty, .hours, .exported: true
            case .payCode: onDuty != nil
            case .compensation, .approved: offDutyPay != nil
            case .costCentre, .overtimeType: offDutyPay?.billing != nil
            case .memorandum: offDutyPay?.rates != nil
            }
        }
    }

    /// What stands in a column of a line; empty where it has nothing to say of it. No rate and no amount is computed.
    package func value(of column: PayrollColumn, in line: PayrollLine) -> String {
        let entry = line.entry
        let isOff = entry.status == .offDuty
        return switch column {
        case .employeeNumber: line.member.employeeNumber
        case .member: line.member.name
        case .day: line.day.text
        case .duty: isOff ? "off duty" : "on duty"
        case .hours: entry.time.minutes.asHundredthsOfHours
        case .payCode: isOff ? "" : onDuty?.payCode ?? ""
        case .compensation: isOff ? entry.compensation?.word ?? "" : ""
        case .approved: approvedWord(of: entry)
        case .costCentre: isOff ? line.member.costCentre ?? "" : ""
        case .overtimeType: isOff ? offDutyPay?.billing?.overtimeType ?? "" : ""
        case .memorandum: line.member.memorandum ?? ""
        case .exported: line.exportedBeforeOn.map { "before, on \($0.text)" } ?? "first"
        }
    }

    /// How an approval is told to payroll. One that came once the time had begun is never called a pre-approval.
    private func approvedWord(of entry: DutyEntry) -> String {
        switch (entry.approval(under: self), offDutyPay?.approval) {
        case (.before, .before): "pre-approved"
        case (.after, .before): "approved later, not pre-approved"
        case (.before, _): "before"
        case (.after, _): "after"
        case (.notNeeded, _), (.waits, _), (.declined, _): ""
        }
    }
}

extension Int {
    /// Minutes as hours with two places, rounded to the nearest: 90 is `1.50`.
    package var asHundredthsOfHours: String {
        let hundredths = (self * 100 + 30) / 60
        return "\(hundredths / 100).\(twoDigits(hundredths % 100))"
    }
}
