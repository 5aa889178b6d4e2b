import HTML
import Operations
import Program

extension DutyActivity {
    /// As pages, proofs and forms say it.
    var words: String {
        switch self {
        case .support: "Support for a person or family"
        case .debriefing: "Group session"
        case .sceneResponse: "At a scene"
        case .service: "Service to the bereaved or the ill"
        case .training: "Training"
        case .meeting: "Meeting of the team"
        case .awareness: "Making the programme known"
        }
    }
}

extension DutyStatus {
    var words: String {
        switch self {
        case .onDuty: "On duty"
        case .offDuty: "Off duty"
        }
    }
}

extension OffDutyRule.Compensation {
    var words: String {
        switch self {
        case .overtime: "overtime"
        case .compensatoryTimeOff: "compensatory time off"
        }
    }
}

extension DutyStretch {
    /// `9 March 2026, 18:00 to 19:30`; the end's own day where it is another.
    func words(_ calendar: AgencyCalendar) -> String {
        let (from, until) = (calendar.clock(at: start), calendar.clock(at: end))
        let day = from.day?.longName ?? ""
        let next = until.day == from.day ? "" : until.day.map { "\($0.longName), " } ?? ""
        return "\(day), \(from.time) to \(next)\(until.time)"
    }
}

extension DutyApproval {
    /// What becomes of the approval. One that came once the time had begun is never called a pre-approval.
    func badge(under rule: OffDutyRule?) -> HTML? {
        guard let rule else { return nil }
        switch (self, rule.approval) {
        case (.notNeeded, _): return nil
        case (.waits, _): return HTML.dutyBadge("Waits for approval", .warning)
        case (.declined, _): return HTML.dutyBadge("Declined", .bad)
        case (.before, .before): return HTML.dutyBadge("Pre-approved", .good)
        case (.after, .before): return HTML.dutyBadge("Approved later, not pre-approved", .warning)
        case (.before, .beforeOrAfter), (.after, .beforeOrAfter): return HTML.dutyBadge("Approved", .good)
        }
    }

    /// As programs are told it.
    var word: String {
        switch self {
        case .notNeeded: "not-needed"
        case .waits: "waits"
        case .declined: "declined"
        case .before: "approved-before"
        case .after: "approved-after"
        }
    }

    static let words = ["not-needed", "waits", "declined", "approved-before", "approved-after"]
}

extension HTML {
    fileprivate static func dutyBadge(_ label: String, _ tone: Tone) -> HTML { badge(label, tone: tone) }
}
