/// One thing that the programme lends to its members: what it is, its number, and who has it (SAC-II.B.1).
package struct EquipmentItem: Sendable, Equatable {
    package let id: String
    /// What it is, such as `Telephone`.
    package let kind: String
    /// What tells it from others of its kind.
    package let number: String
    package let addedOn: Day
    package let loan: Loan?
    /// When it was last given back; nothing where it never was, or is lent again.
    package let givenBackOn: Day?

    /// Who has it, and since when.
    package struct Loan: Sendable, Equatable {
        package let account: String
        package let since: Day

        package init(account: String, since: Day) {
            self.account = account
            self.since = since
        }
    }

    package static let longest = 60
    /// How many one register holds. Ours: it keeps a page readable, and is more than any team lends.
    package static let most = 5_000

    package init(id: String, kind: String, number: String, addedOn: Day, loan: Loan? = nil, givenBackOn: Day? = nil) {
        self.id = id
        self.kind = kind
        self.number = number
        self.addedOn = addedOn
        self.loan = loan
        self.givenBackOn = givenBackOn
    }

    /// Whether whoever has it is of the team no more, so that it is due back at once.
    package func isDueBack(from members: Set<String>) -> Bool {
        loan.map { !members.contains($0.account) } ?? false
    }
}

/// Something printed that is handed out and not given back, such as brochures.
package struct MaterialStock: Sendable, Equatable {
    package let id: String
    package let title: String
    package let count: Int
    /// From how many on it is time for more.
    package let few: Int
    package let countedOn: Day

    package static let longest = 60
    package static let range = 0...1_000_000
    package static let most = 500

    package init(id: String, title: String, count: Int, few: Int, countedOn: Day) {
        self.id = id
        self.title = title
        self.count = count
        self.few = few
        self.countedOn = countedOn
    }

    package var isLow: Bool { count <= few }
}

extension EquipmentRule {
    /// Whether another item may stand in the register.
    package func mayAdd(kind: String, number: String, to items: [EquipmentItem]) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if kind.isEmpty { problems.append(.init(field: "kind", message: "Say what it is.", basis: basis)) }
        if number.isEmpty {
            problems.append(
                .init(field: "number", message: "Give its number, which tells it from others.", basis: basis))
        }
        if !problems.isEmpty { return Refusal(problems) }
        if items.contains(where: { $0.kind == kind && $0.number == number }) {
            return Refusal("A \(kind) with this number is in the register already.", field: "number", basis: basis)
        }
        return items.count < EquipmentItem.most
            ? nil : Refusal("The register holds \(EquipmentItem.most) items at most. Take some out first.")
    }

    /// Whether that item may be lent to somebody from that day on.
    ///
    /// - Parameter members: the accounts of everybody with a membership today.
    package func mayLend(
        _ item: EquipmentItem, to account: String, since: Day, members: Set<String>, on today: Day
    ) -> Refusal? {
        if item.loan != nil { return Refusal("Somebody has it. It is given back first.", basis: basis) }
        guard members.contains(account) else {
            return Refusal("Only a member of the team is lent something.", field: "account", basis: basis)
        }
        guard since <= today, since >= (today.adding(days: -7_300) ?? since) else {
            return Refusal("Since a day that has come, and of the past twenty years.", field: "since", basis: basis)
        }
        return nil
    }

    /// Whether that item may be taken back.
    package func mayTakeBack(_ item: EquipmentItem) -> Refusal? {
        item.loan == nil ? Refusal("Nobody has it: it was given back before.", basis: basis) : nil
    }

    /// Whether another material may stand in the register.
    package func mayAdd(material title: String, to materials: [MaterialStock]) -> Refusal? {
        if title.isEmpty { return Refusal("Say what it is.", field: "title", basis: basis) }
        if materials.contains(where: { $0.title == title }) {
            return Refusal("It stands in the register already. Count it there.", field: "title", basis: basis)
        }
        return materials.count < MaterialStock.most
            ? nil : Refusal("The register holds \(MaterialStock.most) materials at most. Take some out first.")
    }
}

extension PolicyPack {
    /// Whoever keeps the register of equipment and materials.
    var conferredByEquipment: [ConferredPower] {
        awareness.equipment.map { [ConferredPower(.keepEquipment, on: [$0.keptBy])] } ?? []
    }
}
