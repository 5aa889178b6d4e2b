import Program
import Store

// What members do with a service: volunteer, pass, step back, and write down their hours. It is free to them and counts for and against
// nobody, so the audit chain has none of it.
extension Programmes {
    /// Volunteers for a service. Whoever assigns sees it on their home.
    package func volunteer(for id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await onService(id, by: staff) { rule, row, doing in
            switch rule.volunteering(doing.staff.account, for: row.service, at: doing.now) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let volunteer):
                try doing.transaction.set(volunteer, in: id, agency: doing.agency.id)
                return .done(.freely)
            }
        }
    }

    /// Passes a service. Nobody sees who did, and it is forgotten with the service's end.
    package func passService(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await onService(id, by: staff) { rule, row, doing in
            switch rule.passing(doing.staff.account, row.service) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let volunteer):
                try doing.transaction.set(volunteer, in: id, agency: doing.agency.id)
                return .done(.freely)
            }
        }
    }

    /// Steps back from a service. Where they were confirmed, whoever assigns is told, and they can open the name no more.
    package func stepBackFromService(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await onService(id, by: staff) { rule, row, doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            if let refusal = rule.mayStepBack(account, from: row.service) { return .refused(refusal) }
            try transaction.deleteVolunteer(account, of: id, agency: agency.id)
            if row.service.own(account)?.isConfirmed == true {
                if let paper = row.paper, !doing.staff.powers.contains(.assignServices) {
                    try transaction.deletePaperCopies(of: account, papers: [paper], agency: agency.id)
                }
                try transaction.tellOfService(id, to: .role(rule.assignedBy), under: rule, in: agency, at: doing.now)
            }
            return .done(.freely)
        }
    }

    /// Writes down one's own hours at a service, in minutes, in place of what was written before.
    package func keepServiceHours(
        _ minutes: Int, at id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await onService(id, by: staff) { rule, row, doing in
            switch rule.hours(minutes, of: doing.staff.account, for: row.service, at: doing.now) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let volunteer):
                try doing.transaction.set(volunteer, in: id, agency: doing.agency.id)
                return .done(.own)
            }
        }
    }

    private func onService(
        _ id: String, by staff: Staff,
        _ body: @escaping @Sendable (ServiceAssignmentRule, ServiceRow, Doing) throws -> QuietDeed<Void>
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            guard let rule = doing.policy.requests.serviceAssignments,
                let row = try doing.transaction.service(id, agency: doing.agency.id)
            else { return .nothing }
            return try body(rule, row, doing)
        }
    }
}
