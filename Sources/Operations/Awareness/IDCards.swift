import Program
import Sealing
import Store

/// The cards of the team as whoever makes them sees them.
package struct IDCardList: Sendable {
    package let cards: [ListedIDCard]
    /// For whom one can be made: everybody with a membership today, by name.
    package let members: [NamedAccount]
}

/// One card with the name of its holder.
package struct ListedIDCard: Sendable {
    package let card: IDCard
    package let name: String
    package let isCurrent: Bool
}

/// A card to be printed: what stands on it besides its code.
package struct PrintedIDCard: Sendable {
    package let card: IDCard
    package let name: String
    /// The picture on the member's own card, where they show one today.
    package let photo: String?
}

/// A card just made. Its code is told this once.
package struct MadeIDCard: Sendable, Made {
    package let id: String
    package let code: IDCardCode
}

// The cards by which members show that they are of the team (IACP-3.8).
extension Programmes {
    package func idCards(for staff: Staff) async throws -> IDCardList {
        try await database.read { transaction in
            let agency = staff.agency
            let members = try transaction.memberAccounts(of: agency, on: staff.today)
            let cards = try transaction.idCards(agency: agency.id)
            let names = try transaction.accountNames(
                agency: agency.id, of: Array(members.union(cards.map(\.account))))
            return IDCardList(
                cards: cards.map { card in
                    ListedIDCard(
                        card: card, name: names[card.account] ?? "",
                        isCurrent: card.isCurrent(on: staff.today, members: members))
                }.sorted { ($0.name, $0.card.id) < ($1.name, $1.card.id) },
                members: members.map { NamedAccount(account: $0, name: names[$0] ?? "") }.sorted {
                    ($0.name, $0.account) < ($1.name, $1.account)
                })
        }
    }

    /// What stands on that card; nothing where it is not current.
    package func idCard(_ id: String, for staff: Staff) async throws -> PrintedIDCard? {
        try await database.read { transaction in
            let agency = staff.agency
            guard let card = try transaction.idCard(id, agency: agency.id),
                card.isCurrent(on: staff.today, members: try transaction.memberAccounts(of: agency, on: staff.today))
            else { return nil }
            let isShown = try transaction.takers(of: agency, on: staff.today).contains(card.account)
            return PrintedIDCard(
                card: card,
                name: try transaction.accountNames(agency: agency.id, of: [card.account])[card.account] ?? "",
                photo: isShown ? try transaction.photoID(agency: agency.id, account: card.account) : nil)
        }
    }

    /// Makes a card for a member. One that they had before is not current any more.
    package func makeIDCard(for account: String, by staff: Staff) async throws -> Result<MadeIDCard, Refusal>? {
        let code = IDCardCode()
        let keys = keys
        return try await act(by: staff, .holding(.makeIDCards)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let rule = doing.policy.awareness.idCard else { return .nothing }
            let members = try transaction.memberAccounts(of: agency, on: today)
            if let refusal = rule.mayMake(for: account, members: members) { return .refused(refusal) }
            let card = IDCard(
                id: RandomId().text, account: account, madeOn: today, endsOn: rule.endsOn(madeOn: today))
            try transaction.insert(card, mark: code.mark(in: agency.id, with: keys), agency: agency.id)
            return .done(
                MadeIDCard(id: card.id, code: code),
                .entry(.idCardMade, on: card.id, under: rule.basis.clauses, details: [account, card.endsOn.text]))
        }
    }

    /// Ends a card at once: it is lost, or was given back.
    package func endIDCard(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.makeIDCards)) { doing in
            guard try doing.transaction.deleteIDCard(id, agency: doing.agency.id) else { return .nothing }
            return .done(
                .entry(.idCardEnded, on: id, under: doing.policy.awareness.idCard?.basis.clauses ?? []))
        }
    }

    /// Whether the card with that code is current in that agency today, and nothing else of it. Nothing is kept of the question.
    package func isCurrent(idCard code: IDCardCode, in agency: Agency) async throws -> Bool {
        let today = try agency.day(at: clock())
        let mark = code.mark(in: agency.id, with: keys)
        return try await database.read { transaction in
            guard agency.policy.awareness.idCard != nil,
                let card = try transaction.idCard(mark: mark, agency: agency.id)
            else { return false }
            return card.isCurrent(on: today, members: try transaction.memberAccounts(of: agency, on: today))
        }
    }

    /// Forgets cards whose day has passed, or whose holder is of the team no more.
    package func forgetIDCards() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let cards = try transaction.idCards(agency: agency.id)
            guard !cards.isEmpty else { return }
            let members = try transaction.memberAccounts(of: agency, on: today)
            for card in cards where !card.isCurrent(on: today, members: members) {
                try transaction.deleteIDCard(card.id, agency: agency.id)
            }
        }
    }
}
