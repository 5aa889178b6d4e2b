/// The days after an incident on which the team offers a follow-up to those who were part of it. Whoever runs the incident is told on
/// each, and it is not closed before each was offered or marked as not needed.
package struct IncidentFollowUpRule: PolicyValue {
    /// After so many days each; none may come after `retention.incident-name-days`, since nobody would know then to whom.
    package let afterDays: [Days]
    package let basis: Basis
}

/// An offer by the team to everybody who was part of an incident, which they take or leave. Each name is given to one supporter and
/// destroyed with the answer, and nobody is asked twice.
package struct OutreachRule: PolicyValue {
    /// Whose holders make the offers.
    package let offeredBy: [RoleID]
    /// Within so many hours after the incident.
    package let withinHours: HoursAfter
    package let basis: Basis
}
