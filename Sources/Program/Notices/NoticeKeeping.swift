extension RetentionRules {
    /// The first day whose notices of a kind kept like that stay; those raised before it go, and with them what they prove.
    ///
    /// What tells of a request and was never answered goes when a closed request goes. Proofs and disclosures go when the pack no
    /// longer lets a doubt be looked into.
    package func firstDayKept(of keeping: NoticeRow.Keeping, on today: Day) -> Day? {
        let days =
            switch keeping {
            case .untilAnswered: closedRequestDays
            case .withDisclosure, .asProof: auditSaltDays
            }
        return today.adding(days: -days.value.number)
    }

    /// The salts of audit entries that are older are destroyed.
    package func earliestSaltKept(at now: Instant) -> Instant {
        now.adding(seconds: -Int64(auditSaltDays.value.number) * 86_400)
    }
}
