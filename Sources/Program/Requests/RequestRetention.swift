extension RetentionRules {
    /// The day on which a request closed today is destroyed. Until the day before, its seeker can open it again.
    package func destroyed(closedOn today: Day, isInquiry: Bool) -> Day? {
        today.adding(days: (isInquiry ? inquiryDays : closedRequestDays).value.number)
    }

    /// The last day on which the seeker can open a request again that is closed today.
    package func lastDayToReopen(closedOn today: Day, isInquiry: Bool) -> Day? {
        destroyed(closedOn: today, isInquiry: isInquiry)?.adding(days: -1)
    }
}
