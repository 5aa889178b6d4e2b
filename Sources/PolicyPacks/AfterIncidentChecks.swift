import Program

extension PackChecks {
    /// A follow-up is offered while it is known to whom; whoever makes and carries out outreach can open what it takes.
    func checkAfterIncidents() {
        let kept = pack.retention.incidentNameDays.value.number
        for (place, days) in (pack.incidents.followUp?.afterDays ?? []).enumerated() {
            if days.number > kept {
                contradiction(
                    "Names of an incident are destroyed after \(kept) days, so nobody knows then to whom it is offered.",
                    at: "incidents.follow-up.after-days[\(place + 1)]")
            }
        }
        guard let outreach = pack.incidents.outreach else { return }
        let path = "incidents.outreach"
        for role in outreach.offeredBy { need(.takeRequests, of: role, at: "\(path).offered-by") }
        if outreach.offeredBy.isEmpty {
            contradiction("At least one role offers it.", at: "\(path).offered-by")
        }
        // A policy that lets supporters approach nobody who did not ask (SAC-V-2) has them approach nobody after an incident either.
        let approached = [pack.requests.bySupervisors] + pack.requests.origins.filter { $0.person == .colleague }
        if approached.contains(where: { $0.handling == .refused && !$0.basis.clauses.isEmpty }) {
            contradiction("This policy has nobody approached who did not ask themselves; leave this out.", at: path)
        }
        let leaders = pack.incidents.ledBy?.value ?? []
        if Set(leaders).isDisjoint(with: pack.readersOfIncidentNames) {
            contradiction(
                "Somebody who runs incidents (led-by) has to be one of those who can open the names of those involved.",
                at: path)
        }
    }
}
