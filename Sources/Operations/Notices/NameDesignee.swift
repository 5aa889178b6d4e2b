import Program
import Sealing
import Store

/// A designee as the one who named them sees it.
package struct NamedDesignee: Sendable, Equatable {
    package let id: String
    package let role: RoleID
    package let name: String
    package let startsOn: Day
    /// The last day on which they stand in.
    package let lastDay: Day
}

extension Programmes {
    /// The roles of the staff member that may have a designee, in the pack's order.
    package func rolesWithDesignee(of staff: Staff) -> [RoleRule] {
        let roles = staff.policy.rolesWithDesignee.intersection(staff.rolesToday)
        return staff.policy.roles.filter { roles.contains($0.id) }
    }

    /// Those whom the staff member has named and who stand in today or later.
    package func designees(of staff: Staff) async throws -> [NamedDesignee] {
        let roles = rolesWithDesignee(of: staff)
        return try await database.read { transaction in
            let rows = try roles.flatMap {
                try transaction.designees(of: $0.id, agency: staff.agency.id, after: staff.today)
            }.filter { $0.namedBy == staff.account }
            let names = try transaction.accountNames(agency: staff.agency.id, of: rows.map(\.account))
            return rows.map { row in
                NamedDesignee(
                    id: row.id, role: row.role, name: names[row.account] ?? "", startsOn: row.startsOn,
                    lastDay: row.until.adding(days: -1) ?? row.until)
            }
        }
    }

    /// Names who is told beside the staff member, for a time (OCP-II.F.3). Refused where the role may have none.
    package func nameDesignee(_ designee: NewDesignee, by staff: Staff) async throws -> Result<Void, Refusal> {
        let days: Range<Day>
        switch staff.policy.designation(of: designee, byHolderOf: staff.rolesToday, on: staff.today) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let given): days = given
        }
        let now = clock()
        return try await database.write { transaction in
            guard let login = Login(typed: designee.login),
                let account = try transaction.account(agency: staff.agency.id, login: login.text),
                account.passphrase != nil, account.id != staff.account
            else { return .failure(.noDesignee) }
            let row = DesigneeRow(
                id: RandomId().text, role: designee.role, account: account.id, namedBy: staff.account,
                startsOn: days.lowerBound, until: days.upperBound)
            try transaction.insert(row, agency: staff.agency.id)
            try transaction.record(
                .designeeNamed, in: staff.agency, by: staff.actor, on: account.id,
                under: staff.policy.designeeClauses(of: designee.role),
                details: [designee.role.text, days.lowerBound.text, days.upperBound.text], at: now)
            return .success(())
        }
    }

    /// Ends what the staff member named: from today on the designee no longer stands in. False where there is none.
    package func endDesignee(_ id: String, by staff: Staff) async throws -> Bool {
        let now = clock()
        return try await database.write { transaction in
            guard try transaction.endDesignee(id, namedBy: staff.account, agency: staff.agency.id, on: staff.today)
            else {
                return false
            }
            try transaction.record(.designeeEnded, in: staff.agency, by: staff.actor, on: id, at: now)
            return true
        }
    }
}
