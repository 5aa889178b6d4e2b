// A member who has a request lets their supervisor ask for somebody else (KSO-G.3). What they hand over does that one thing.
extension CannotLeavePostRule {
    /// The last day on which a code does anything: the day after it was made. Nothing where the calendar ends before.
    package static func lastDay(ofCodeFrom today: Day) -> Day? { today.adding(days: 1) }

    /// Whether a code that ends on that day does anything today. One that ends later than any made today was made by a clock that
    /// was wrong.
    package static func isGood(until day: Day, on today: Day) -> Bool {
        today <= day && lastDay(ofCodeFrom: today).map { day <= $0 } ?? false
    }
}

extension SupportedRequest {
    /// Whether its supporter may hand their supervisor a code; a refusal where the pack has only the supporter ask.
    package func mayLetSupervisorAsk(under rules: RequestRules) -> Refusal? {
        rules.leavesPost(askedBy: .supervisor) ? nil : .handItOff
    }
}

extension Refusal {
    /// What a code gives that does nothing, whether it never did or does no longer: nothing tells which.
    package static let unknownSupervisorCode = Refusal(
        "Nothing here has this code. Perhaps one sign is wrong, or its time is over.", field: "code")
}
