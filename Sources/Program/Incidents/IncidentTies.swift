extension RequestRules {
    /// The rule by which whoever was part of an incident is kept from requests that have to do with it, where the system itself
    /// is to know of it (KSO-I.1.b).
    package var incidentBar: ExclusionRule? {
        exclusions.first { $0.bar == .sameIncident && $0.ascertained.contains(.marked) }
    }

    /// Everybody whom an incident that may be the one meant keeps from the request.
    package func barred(by asked: AskedIncident?, among incidents: [Incident]) -> Set<String> {
        guard let asked, incidentBar != nil else { return [] }
        return Set(incidents.filter(asked.mayBe).flatMap(\.involved.keys))
    }
}

extension PolicyPack {
    package func incidentKind(_ id: String) -> IncidentKindRule? { incidents.kinds.first { $0.id == id } }

    /// What keeps an incident of that kind and day out of the register, if anything.
    package func mayRecord(kind: String, on day: Day, today: Day) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if incidentKind(kind) == nil {
            problems.append(
                Refusal.Problem(
                    field: "kind", message: "Kind: choose from the list.",
                    clauses: incidents.kinds.flatMap(\.basis.clauses).withoutRepetition))
        }
        if day > today { problems.append(Refusal.Problem(field: "day", message: "Day: today or earlier.")) }
        // What would be destroyed in the next hour is not recorded.
        if let first = firstIncidentDayNamed(on: today), day < first {
            let days = retention.incidentNameDays
            problems.append(
                Refusal.Problem(
                    field: "day",
                    message: "Day: names of an incident are kept for \(days.value.number) days, and this was before.",
                    clauses: days.basis.clauses))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// What is wrong with the incident that a seeker names, if anything. It is asked for only where it keeps somebody from
    /// the request.
    package func mayName(_ incident: AskedIncident?, on today: Day) -> Refusal? {
        guard let incident else { return nil }
        guard requests.incidentBar != nil else {
            return Refusal("No incident is asked for here.", field: AskedIncident.dayField)
        }
        if incident.day > today {
            return Refusal("Day of the incident: today or earlier.", field: AskedIncident.dayField)
        }
        if let kind = incident.kind, incidentKind(kind) == nil {
            return Refusal("Kind of incident: choose from the list.", field: AskedIncident.kindField)
        }
        return nil
    }
}

extension AskedIncident {
    package static let dayField = "incidentDay"
    package static let kindField = "incidentKind"
}
