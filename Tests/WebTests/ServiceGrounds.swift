import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// A service and a check, at the addresses of those who assign and do them.
extension Grounds {
    func servicePath(_ path: String, for client: Client) async throws -> String {
        var path = path
        let day = try agency.agency.day(at: town.clock.now)
        let id = RandomId().text
        let owner = agency.agency.id
        if path.contains("{service}") {
            let kind = agency.policy.requests.services.first?.id ?? "none"
            let from = town.clock.now.adding(seconds: -3600)
            let plan = ServicePlan(kind: kind, from: from, until: from.adding(seconds: 7200), wanted: 2)
            let service = ServiceAssignment(id: id, plan: plan, day: day, status: .open)
            try await town.programmes.database.write {
                try $0.insert(ServiceRow(service: service, paper: nil), agency: owner)
            }
            path = path.replacing("{service}", with: id)
        }
        if path.contains("{check}") {
            let member = try agency.role(with: .takeRequests)
            let check = WellBeingCheck(
                id: id, member: agency.members[member]?.account ?? "", firstOn: day,
                status: .asking(next: day, last: nil))
            let paper = RandomId().text
            try await town.programmes.database.write { transaction in
                try transaction.insertPaper(
                    paper, kind: PaperKind.name.rawValue, offices: [], sealed: Array(repeating: 7, count: 1052),
                    copies: [:], agency: owner)
                try transaction.insert(CheckRow(check: check, paper: paper), marks: [], agency: owner)
            }
            path = path.replacing("{check}", with: id)
        }
        return path
    }
}
