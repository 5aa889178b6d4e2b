import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

extension Grounds {
    /// The path with a professional beside the team at it, whose role and scope was written; and the account of one.
    func consultantPath(_ path: String) async throws -> String {
        guard path.contains("{consultant}"), let rule = agency.policy.governance.consultants.first else {
            return path.replacing("{consultant}", with: RandomId().text)
        }
        let account = agency.members[rule.role.text]?.account ?? RandomId().text
        if path.hasSuffix("/confirmation") {
            let today = try agency.agency.day(at: town.clock.now)
            try await town.programmes.database.write { [agency = agency.agency.id] transaction in
                let before = try transaction.scopes(agency: agency).filter { $0.consultant == rule.id }
                let scope = ConsultantScope(
                    consultant: rule.id, version: (before.last?.version ?? 0) + 1, words: "Advises the team.",
                    writtenOn: today, confirmedOn: nil)
                try transaction.insert(scope, by: account, agency: agency)
            }
        }
        return path.replacing("{consultant}", with: rule.id).replacing("{account}", with: account)
    }
}
