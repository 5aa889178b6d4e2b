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
        staff.policy.rolesWithDesignee(among: staff.rolesToday)
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
        try await act(by: staff, .signedIn) { doing in
            let (staff, transaction) = (doing.staff, doing.transaction)
            let account = try Login(typed: designee.login).flatMap {
                try transaction.account(agency: doing.agency.id, login: $0.text)
            }
            let found = try account.map { account in
                FoundDesignee(
                    account: account.id, isEnrolled: account.passphrase != nil,
                    holdings: try transaction.holdings(
                        ofPersonOf: account.id, agency: doing.agency.id, heldAfter: staff.today))
            }
            let persons = try transaction.persons(
                of: [staff.account] + [found?.account].compactMap { $0 }, agency: doing.agency.id)
            switch doing.policy.designation(
                of: designee, found, by: staff.account, holding: staff.rolesToday, persons, on: staff.today)
            {
            case .failure(let refusal): return .refused(refusal)
            case .success(let named):
                let (from, until) = (named.days.lowerBound, named.days.upperBound)
                let row = DesigneeRow(
                    id: RandomId().text, role: designee.role, account: named.account, namedBy: staff.account,
                    startsOn: from, until: until)
                try transaction.insert(
                    row, agency: doing.agency.id, toldFrom: max(doing.now, doing.agency.calendar.start(of: from)))
                return .done(
                    .entry(
                        .designeeNamed, on: named.account, under: doing.policy.designeeClauses(of: designee.role),
                        details: [designee.role.text, from.text, until.text]))
            }
        }.whileAllowed()
    }

    /// Ends what the staff member named: from today on the designee no longer stands in. False where there is none.
    package func endDesignee(_ id: String, by staff: Staff) async throws -> Bool {
        try await act(by: staff, .signedIn) { doing in
            let (staff, agency) = (doing.staff, doing.agency.id)
            return try doing.transaction.endDesignee(id, namedBy: staff.account, agency: agency, on: staff.today)
                ? .done(.entry(.designeeEnded, on: id)) : .nothing
        }.ifDone() != nil
    }
}
