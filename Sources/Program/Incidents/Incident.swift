/// How somebody of the team was part of an incident.
package enum Involvement: String, Sendable, CaseIterable, Codable {
    case participant, witness
}

/// A critical incident as the register has it: its kind and day, and who of the team was involved. One of a kind and a day
/// stands for all of that kind that day.
package struct Incident: Sendable, Equatable {
    package let id: String
    /// The id of one of the pack's kinds.
    package let kind: String
    package let day: Day
    /// By account.
    package var involved: [String: Involvement]

    package init(id: String, kind: String, day: Day, involved: [String: Involvement] = [:]) {
        self.id = id
        self.kind = kind
        self.day = day
        self.involved = involved
    }

    /// The most people marked in one incident.
    package static let mostInvolved = 300
}

/// The incident that a request has to do with, as far as its seeker says it.
package struct AskedIncident: Sendable, Equatable, Codable {
    package let day: Day
    /// The id of one of the pack's kinds; nothing where they do not say.
    package let kind: String?

    package init(day: Day, kind: String?) {
        self.day = day
        self.kind = kind
    }

    /// The days on which it may have been: people err by one, and some incidents last past midnight.
    package var days: ClosedRange<Day> { (day.adding(days: -1) ?? day)...(day.adding(days: 1) ?? day) }

    /// Whether the incident may be the one meant.
    package func mayBe(_ incident: Incident) -> Bool {
        days.contains(incident.day) && (kind.map { $0 == incident.kind } ?? true)
    }
}
