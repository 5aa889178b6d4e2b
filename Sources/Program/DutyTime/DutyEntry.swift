/// One stretch of duty time, as its member keeps it: when, which kind of activity, on duty or off. It has no place for who was helped, for
/// an incident, for a reason or for any other word.
package struct DutyEntry: Sendable, Equatable {
    package let id: String
    package var time: DutyStretch
    package let activity: DutyActivity
    package let status: DutyStatus
    /// How off-duty time is compensated; nothing on duty, and where the policy has no pay.
    package let compensation: OffDutyRule.Compensation?
    /// The id of a vehicle in the pack's list.
    package let vehicle: String?
    /// Asked for ahead; whether and when it took place is not said yet.
    package var isPlanned: Bool
    package var decision: DutyDecision?
    /// The export for payroll in which it was first.
    package var exportedIn: String?

    /// How many one member keeps of one month: its box has one size.
    package static let mostPerMonth = 40

    package init(
        id: String, time: DutyStretch, activity: DutyActivity, status: DutyStatus,
        compensation: OffDutyRule.Compensation? = nil, vehicle: String? = nil, isPlanned: Bool = false,
        decision: DutyDecision? = nil, exportedIn: String? = nil
    ) {
        self.id = id
        self.time = time
        self.activity = activity
        self.status = status
        self.compensation = compensation
        self.vehicle = vehicle
        self.isPlanned = isPlanned
        self.decision = decision
        self.exportedIn = exportedIn
    }
}

/// Whether somebody was on duty.
package enum DutyStatus: String, Sendable, CaseIterable {
    case onDuty = "on-duty"
    case offDuty = "off-duty"
}

/// From when until when; the end is never before the start.
package struct DutyStretch: Sendable, Equatable {
    package let start: Instant
    package let end: Instant

    package init(_ start: Instant, until end: Instant) {
        self.start = start
        self.end = max(start, end)
    }

    /// Full minutes that passed, also in the night in which the clocks change.
    package var minutes: Int { Int((end.milliseconds - start.milliseconds) / 60_000) }

    package func overlaps(_ other: DutyStretch) -> Bool { start < other.end && other.start < end }

    /// Whether it lies within the other.
    package func isWithin(_ other: DutyStretch) -> Bool { start >= other.start && end <= other.end }
}

/// What was decided of one stretch of off-duty time.
package struct DutyDecision: Sendable, Equatable {
    package let by: String
    package let at: Instant
    package let isApproved: Bool
    /// What was decided on. Time outside it was never approved.
    package let of: DutyStretch

    package init(by account: String, at now: Instant, isApproved: Bool, of time: DutyStretch) {
        by = account
        at = now
        self.isApproved = isApproved
        of = time
    }
}

/// How the approval of an entry stands.
package enum DutyApproval: Sendable, Equatable {
    /// Nothing is to be approved: on duty, or no pay is kept.
    case notNeeded
    case waits
    case declined
    /// Approved, and the approval precedes the time.
    case before
    /// Approved, and the time had begun. Where the policy wants it beforehand, this is never a pre-approval.
    case after
}

extension DutyEntry {
    /// How its approval stands. An approval precedes the time only where it came before the first moment of what was approved; one at
    /// that very moment does not. Time beyond what was decided on waits for a decision of its own.
    package func approval(under rules: DutyTimeRules) -> DutyApproval {
        guard status == .offDuty, rules.paysOffDuty else { return .notNeeded }
        guard let decision, time.isWithin(decision.of) else { return .waits }
        guard decision.isApproved else { return .declined }
        return decision.at < decision.of.start ? .before : .after
    }

    /// Whether payroll is told of it: it took place, and nothing is left to approve.
    package func isPayable(under rules: DutyTimeRules) -> Bool {
        guard !isPlanned, rules.keeping.value == .hoursWithPay else { return false }
        switch status {
        case .onDuty: return rules.onDuty != nil
        case .offDuty:
            switch approval(under: rules) {
            case .before, .after: return true
            case .notNeeded, .waits, .declined: return false
            }
        }
    }
}

extension DutyTimeRules {
    /// Whether members keep duty time at all.
    package var isKept: Bool {
        switch keeping.value {
        case .none: false
        case .hoursOnly, .hoursWithPay: true
        }
    }

    /// What off-duty time is approved and compensated by; nothing where no pay is kept.
    package var offDutyPay: OffDutyRule? { keeping.value == .hoursWithPay ? offDuty : nil }

    package var paysOffDuty: Bool { offDutyPay != nil }

    /// The kinds of activity that a member chooses from.
    package var kindsOfActivity: [DutyActivity] {
        guard let activities, !activities.value.isEmpty else { return DutyActivity.allCases }
        return activities.value
    }

    /// Whether a member says how off-duty time is compensated, since the policy leaves several ways to them.
    package var compensationIsChosen: Bool { (offDutyPay?.options.value.count ?? 0) > 1 }
}

extension OffDutyRule.Compensation {
    /// As forms, programs and exports say it.
    package var word: String {
        switch self {
        case .overtime: "overtime"
        case .compensatoryTimeOff: "compensatory-time-off"
        }
    }
}
