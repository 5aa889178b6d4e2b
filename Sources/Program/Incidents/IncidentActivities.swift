/// Something the team did about an incident, by the pack's list (OCP-II.B.1-3): what and on which day, and nothing of whom it was for.
package struct DoneActivity: Sendable, Equatable, Codable {
    /// The id of one of the pack's activities.
    package let activity: String
    package let on: Day

    package init(_ activity: String, on day: Day) {
        self.activity = activity
        on = day
    }

    /// The most for one incident.
    package static let most = 200
}

extension IncidentFile {
    /// The file with something that the team did.
    package func keeping(
        _ activity: DoneActivity, from day: Day?, on today: Day, under policy: PolicyPack
    ) -> Result<IncidentFile, Refusal> {
        let clauses = policy.requests.activities.flatMap(\.basis.clauses).withoutRepetition
        if let refusal = mayGoOn(clauses) { return .failure(refusal) }
        guard policy.requests.activities.contains(where: { $0.id == activity.activity }) else {
            return .failure(Refusal("What was done: choose from the list.", field: "activity", clauses: clauses))
        }
        guard activity.on <= today, day.map({ activity.on >= $0 }) ?? true else {
            return .failure(Refusal("When: since the incident, and not ahead of today.", field: "on", clauses: clauses))
        }
        guard activities.count < DoneActivity.most else {
            return .failure(Refusal("This incident has no room for more.", field: "activity"))
        }
        var file = self
        file.activities.append(activity)
        return .success(file)
    }
}
