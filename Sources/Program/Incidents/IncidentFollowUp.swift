/// What became of a follow-up on one of the policy's days: to how many it was offered, or that it was not needed.
package struct IncidentFollowUp: Sendable, Equatable, Codable {
    /// Which of the policy's days, counted from the incident.
    package let afterDays: Int
    package let at: Instant
    /// Nothing where it was not needed.
    package let offered: Int?

    package init(afterDays: Int, at moment: Instant, offered: Int?) {
        self.afterDays = afterDays
        at = moment
        self.offered = offered
    }

    package static let offered = 1...2_000
}

/// What whoever runs the incident says of a follow-up.
package enum FollowUpWord: String, Sendable, CaseIterable {
    case offered
    case notNeeded = "not-needed"
}

extension IncidentFile {
    package func followUp(after days: Int) -> IncidentFollowUp? { followUps.first { $0.afterDays == days } }

    /// The days after the incident on which a follow-up has still to be offered, the first of them first.
    package func openFollowUps(under policy: PolicyPack) -> [Int] {
        (policy.incidents.followUp?.afterDays.map(\.number).sorted() ?? []).filter { followUp(after: $0) == nil }
    }

    /// Those whose day has come.
    package func dueFollowUps(under policy: PolicyPack, at now: Instant) -> [Int] {
        openFollowUps(under: policy).filter { hours($0 * 24) <= now }
    }

    /// The file with what became of a follow-up. One is offered from its day on, and may be found not needed before.
    package func keepingFollowUp(
        after days: Int, _ word: FollowUpWord, toHowMany offered: Int?, under policy: PolicyPack, at now: Instant
    ) -> Result<IncidentFile, Refusal> {
        let clauses = policy.incidents.followUp?.basis.clauses ?? []
        if let refusal = mayGoOn(clauses) { return .failure(refusal) }
        guard openFollowUps(under: policy).contains(days) else {
            return .failure(Refusal("Which follow-up: one that is still open.", field: "days", clauses: clauses))
        }
        var file = self
        switch word {
        case .notNeeded: file.followUps.append(IncidentFollowUp(afterDays: days, at: now, offered: nil))
        case .offered:
            guard hours(days * 24) <= now else {
                return .failure(Refusal("Which follow-up: its day has not come yet.", field: "days", clauses: clauses))
            }
            guard let offered else {
                return .failure(
                    Refusal("To how many it was offered: a number, and no names.", field: "offered", clauses: clauses))
            }
            file.followUps.append(IncidentFollowUp(afterDays: days, at: now, offered: offered))
        }
        return .success(file)
    }

    func followUpClocks(under policy: PolicyPack, at now: Instant) -> [IncidentClock] {
        guard let rule = policy.incidents.followUp else { return [] }
        return rule.afterDays.map(\.number).sorted().map { days in
            IncidentClock(what: .followUp(days), status: status(ofFollowUp: days, at: now), clauses: rule.basis.clauses)
        }
    }

    /// A day is left for it.
    private func status(ofFollowUp days: Int, at now: Instant) -> IncidentClock.Status {
        let (begin, end) = (hours(days * 24), hours(days * 24 + 24))
        if let kept = followUp(after: days) {
            return kept.offered == nil ? .notNeeded : .done(kept.at, late: kept.at > end)
        }
        if now < begin { return .opens(begin) }
        return now <= end ? .until(end) : .missed(end)
    }
}
