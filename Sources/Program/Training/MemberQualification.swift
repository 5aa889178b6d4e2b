/// What a member is qualified for, such as responses after a shooting (PD-E.11).
package struct MemberQualification: Sendable, Equatable {
    package let account: String
    /// By the pack's name.
    package let qualification: String
    package let since: Day
    /// The last day on which it holds; for good where there is none.
    package let lastDay: Day?

    package init(account: String, qualification: String, since: Day, lastDay: Day?) {
        self.account = account
        self.qualification = qualification
        self.since = since
        self.lastDay = lastDay
    }

    package func holds(on day: Day) -> Bool { since <= day && (lastDay.map { day <= $0 } ?? true) }
}

extension [MemberQualification] {
    /// What the account is qualified for on that day.
    package func held(by account: String, on day: Day) -> Set<String> {
        Set(filter { $0.account == account && $0.holds(on: day) }.map(\.qualification))
    }
}

extension QualificationRule {
    /// The qualification of a member from that day on; refused where a condition is not confirmed. It is a yes or nothing: what
    /// lies behind it is not asked.
    package func confirmed(_ conditions: Set<String>, for account: String, on day: Day) -> Result<
        MemberQualification, Refusal
    > {
        let open = self.conditions.filter { !conditions.contains($0.id) }
        guard open.isEmpty else {
            return .failure(
                Refusal(
                    open.map {
                        Refusal.Problem(field: "conditions", message: "Not confirmed: \($0.label).", basis: basis)
                    }))
        }
        return .success(
            MemberQualification(
                account: account, qualification: id, since: day,
                lastDay: validMonths.map { day.adding($0) }))
    }
}
