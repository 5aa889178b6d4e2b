import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// Duty time of the caller's own, or of a member for whoever decides on it, and an export for payroll.
extension Grounds {
    func dutyTimePath(_ path: String, for client: Client) async throws -> String {
        var path = path
        if path.contains("duty-time/"), path.contains("{entry}") {
            let member =
                path.contains("approvals/")
                ? try await self.client(agency.policy.roles(with: .keepDutyTime).first?.id.text ?? "coordinator")
                : client
            path = path.replacing("{entry}", with: try await plannedEntry(of: member))
        }
        if path.contains("{export}") { path = path.replacing("{export}", with: try await export()) }
        return path
    }

    /// Time that is asked for ahead, or time that is over where nothing is; an id of nobody's where the programme has no such thing.
    private func plannedEntry(of client: Client) async throws -> String {
        let rules = agency.policy.dutyTime
        guard rules.isKept else { return RandomId().text }
        let isPlanned = rules.paysOffDuty
        let today = try agency.agency.day(at: town.clock.now)
        for _ in 0..<20 {
            let minute = Int.random(in: 1..<1_400)
            var asked: [String: JSON] = [
                "day": .string((today.adding(days: isPlanned ? Int.random(in: 1...20) : -1) ?? today).text),
                "from": .string(ClockMinute.time(minute)), "until": .string(ClockMinute.time(minute + 1)),
                "activity": "support",
            ]
            if !isPlanned { asked["status"] = "off-duty" }
            if rules.compensationIsChosen { asked["compensation"] = "overtime" }
            let reply = try await client.api(
                .post, isPlanned ? "/api/v1/duty-time/plans" : "/api/v1/duty-time", .object(asked))
            if let id = reply.json?["id"]?.string { return id }
        }
        return RandomId().text
    }

    private func export() async throws -> String {
        let id = RandomId().text
        let owner = agency.agency.id
        guard let role = agency.policy.roles(with: .exportDutyTime).first,
            let keeper = agency.members[role.id.text]?.account
        else { return id }
        let day = try agency.agency.day(at: town.clock.now)
        try await town.programmes.database.write { transaction in
            let place = (try transaction.payrollExports(agency: owner).first?.place ?? 0) + 1
            let export = PayrollExport(
                id: id, period: PayrollPeriod(from: day, until: day), madeOn: day, place: place)
            try transaction.insert(export, by: keeper, agency: owner)
        }
        return id
    }
}
