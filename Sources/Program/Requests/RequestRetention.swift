extension RetentionRules {
    /// The day on which a request closed today is destroyed. Until the day before, its seeker can open it again.
    package func destroyed(closedOn today: Day, isInquiry: Bool) -> Day? {
        today.adding(days: (isInquiry ? inquiryDays : closedRequestDays).value.number)
    }
}
