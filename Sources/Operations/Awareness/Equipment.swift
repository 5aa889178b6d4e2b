import Program
import Sealing
import Store

/// The register of equipment and materials as whoever keeps it sees it.
package struct EquipmentRegister: Sendable {
    package let items: [ListedItem]
    package let materials: [MaterialStock]
    /// Whom something may be lent to: everybody with a membership today, by name.
    package let members: [NamedAccount]

    package var dueBack: Int { items.count(where: \.isDueBack) }
    package var low: Int { materials.count(where: \.isLow) }
}

/// One item with the name of whoever has it.
package struct ListedItem: Sendable {
    package let item: EquipmentItem
    package let holder: String?
    package let isDueBack: Bool
}

// What the programme lends and hands out (SAC-II.B.1). A leaver's items are due back from the moment they are of the team no more.
extension Programmes {
    package func equipment(for staff: Staff) async throws -> EquipmentRegister {
        try await database.read { transaction in
            let agency = staff.agency
            let items = try transaction.equipment(agency: agency.id)
            let members = try transaction.memberAccounts(of: agency, on: staff.today)
            let names = try transaction.accountNames(
                agency: agency.id, of: Array(members.union(items.compactMap { $0.loan?.account })))
            return EquipmentRegister(
                items: items.map { item in
                    ListedItem(
                        item: item, holder: item.loan.map { names[$0.account] ?? "" },
                        isDueBack: item.isDueBack(from: members))
                }, materials: try transaction.materials(agency: agency.id),
                members: members.map { NamedAccount(account: $0, name: names[$0] ?? "") }.sorted {
                    ($0.name, $0.account) < ($1.name, $1.account)
                })
        }
    }

    /// What the member has of the programme's.
    package func ownEquipment(of staff: Staff) async throws -> [EquipmentItem] {
        guard staff.policy.awareness.equipment != nil else { return [] }
        return try await database.read { try $0.equipment(of: staff.account, agency: staff.agency.id) }
    }

    /// Takes an item into the register; gives its id.
    package func addEquipment(
        kind: String, number: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            guard let rule = doing.policy.awareness.equipment else { return .nothing }
            let items = try doing.transaction.equipment(agency: doing.agency.id)
            if let refusal = rule.mayAdd(kind: kind, number: number, to: items) { return .refused(refusal) }
            let item = EquipmentItem(id: RandomId().text, kind: kind, number: number, addedOn: doing.staff.today)
            try doing.transaction.insert(item, agency: doing.agency.id)
            return .done(
                item.id, .entry(.equipmentAdded, on: item.id, under: rule.basis.clauses, details: [kind, number]))
        }
    }

    /// Lends an item to a member.
    ///
    /// - Parameter since: from which day they have it; today where none is said.
    package func lendEquipment(
        _ id: String, to account: String, since: Day?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let rule = doing.policy.awareness.equipment,
                let item = try transaction.equipment(id, agency: agency.id)
            else { return .nothing }
            let loan = EquipmentItem.Loan(account: account, since: since ?? today)
            let refusal = rule.mayLend(
                item, to: account, since: loan.since,
                members: try transaction.memberAccounts(of: agency, on: today), on: today)
            if let refusal { return .refused(refusal) }
            try transaction.lend(id, loan, agency: agency.id)
            return .done(
                .entry(
                    .equipmentLent, on: id, under: rule.basis.clauses, details: [account, loan.since.text]))
        }
    }

    /// Takes an item back. The register does not say any more who had it.
    package func takeBackEquipment(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            guard let rule = doing.policy.awareness.equipment,
                let item = try doing.transaction.equipment(id, agency: doing.agency.id)
            else { return .nothing }
            if let refusal = rule.mayTakeBack(item) { return .refused(refusal) }
            try doing.transaction.takeBack(id, agency: doing.agency.id, on: doing.staff.today)
            return .done(
                .entry(
                    .equipmentTakenBack, on: id, under: rule.basis.clauses,
                    details: [item.loan?.account].compactMap(\.self)))
        }
    }

    /// Takes an item out of the register: it is worn out, or lost.
    package func removeEquipment(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            guard let rule = doing.policy.awareness.equipment,
                let item = try doing.transaction.equipment(id, agency: doing.agency.id)
            else { return .nothing }
            try doing.transaction.deleteEquipment(id, agency: doing.agency.id)
            return .done(
                .entry(.equipmentRemoved, on: id, under: rule.basis.clauses, details: [item.kind, item.number]))
        }
    }

    /// Tells whoever keeps the register, once, of each item that somebody has who is of the team no more.
    package func remindOfEquipment() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            guard let rule = agency.policy.awareness.equipment else { return }
            let today = try agency.day(at: now)
            let members = try transaction.memberAccounts(of: agency, on: today)
            for item in try transaction.equipment(agency: agency.id) where item.isDueBack(from: members) {
                guard let since = item.loan?.since else { continue }
                try transaction.remindOnce(
                    NewNotice(
                        kind: .equipmentDueBack, to: .role(rule.keptBy), about: item.id, under: rule.basis.clauses),
                    dueOn: since, in: agency, at: now)
            }
        }
    }
}

extension Transaction {
    /// The accounts of everybody with a membership today: kept here, or of the team from before. Whoever is paused has one too.
    func memberAccounts(of agency: Agency, on today: Day) throws -> Set<String> {
        let kept = try livingMemberships(agency: agency.id).map(\.account)
        let holders = try holdings(of: agency.policy.supporterRoles.map(\.id), agency: agency.id, heldAfter: today)
            .filter { $0.holding.isHeld(on: today) }.map(\.account)
        return Set(kept + holders)
    }
}
