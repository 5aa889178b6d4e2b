/// One review of a member: which parts passed and which did not, and nothing more (KSO-C.1).
package struct AnnualReview: Sendable, Equatable {
    package let on: Day
    package let failed: [AnnualReviewRule.Part]

    package init(on day: Day, failed: [AnnualReviewRule.Part]) {
        self.on = day
        self.failed = failed
    }

    package var isPassed: Bool { failed.isEmpty }
}

extension PolicyPack {
    /// The day on which the next review of a member is due; nothing where the policy asks for none, or for somebody who does not serve yet.
    package func reviewDue(_ membership: Membership, last: AnnualReview?) -> Day? {
        guard let rule = self.membership.annualReview, let activated = membership.activatedOn,
            membership.ending == nil
        else { return nil }
        let from = last?.on ?? (membership.origin == .takenOver ? membership.beganOn : activated)
        return from.adding(rule.everyMonths)
    }

    /// What keeps a review from being recorded, if anything: nobody reviews themselves, and each part is answered.
    package func mayReview(
        _ membership: Membership, answered: [AnnualReviewRule.Part], by account: String, _ persons: SamePerson
    ) -> Refusal? {
        guard let rule = self.membership.annualReview, reviewDue(membership, last: nil) != nil else {
            return Refusal("There is nothing to review.", basis: self.membership.annualReview?.basis)
        }
        if persons.isOne(account, membership.account) {
            return Refusal("Nobody reviews themselves.", basis: rule.basis)
        }
        guard Set(rule.parts).isSubset(of: Set(answered)) else {
            return Refusal(
                "Answer each part: passed, or not.", field: rule.parts.first { !answered.contains($0) }?.rawValue,
                basis: rule.basis)
        }
        return nil
    }
}
