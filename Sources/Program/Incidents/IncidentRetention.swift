extension PolicyPack {
    /// The first day whose incidents the register still has on `today`, where the agency is: the names of those before are
    /// destroyed, and an incident of the register is a day, a kind and names. Nothing where the calendar ends.
    package func firstIncidentDayNamed(on today: Day) -> Day? {
        today.adding(days: -retention.incidentNameDays.value.number)
    }
}
