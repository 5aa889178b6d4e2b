import Foundation
import Program
import Sealing
import Store

/// What a member chose to say of themselves, as they see it.
package struct OwnAttributes: Sendable, Equatable {
    /// By attribute.
    package let said: [String: String]
    /// The attributes that stand on their card.
    package let shown: Set<String>
}

extension Programmes {
    /// What the staff member said of themselves so far. Nobody else has a way to it.
    package func ownAttributes(of staff: Staff) async throws -> OwnAttributes {
        try await database.read { [keys] transaction in
            OwnAttributes(
                said: try transaction.selfDeclared(of: staff.agency, keys).said[staff.account] ?? [:],
                shown: Set((try transaction.shownAttributes(agency: staff.agency.id)[staff.account] ?? [:]).keys))
        }
    }

    /// Says exactly that from now on, and shows on the card what was ticked of it. Saying nothing takes back everything.
    package func say(
        _ choices: [String: String], showing shown: Set<String>, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { [keys] doing in
            guard let rule = doing.policy.selection.diversity else { return .nothing }
            let checked: [String: String]
            switch rule.checked(choices) {
            case .success(let choices): checked = choices
            case .failure(let refusal): return .refused(refusal)
            }
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            var declared = try transaction.selfDeclared(of: agency, keys)
            declared.say(checked, by: account, mark: RandomId().text)
            guard try transaction.keep(declared, in: agency, keys) else {
                return .refused(Refusal("There is no room for more. Please tell whoever runs the server."))
            }
            try transaction.showAttributes(
                rule.seekerMayChooseBy ? checked.filter { shown.contains($0.key) } : [:], of: account, agency: agency.id
            )
            return .done(.own)
        }
    }

    /// The team's spread as it was frozen last, with its day; nothing before there are enough.
    package func teamSpread(of agency: Agency) async throws -> (frozenOn: Day, spread: TeamSpread)? {
        try await database.read { transaction in
            try transaction.latestSpread(agency: agency.id).map {
                ($0.frozenOn, try JSONDecoder().decode(TeamSpread.self, from: Data($0.content.utf8)))
            }
        }
    }

    /// Counts the spread anew where a quarter has passed and enough have changed, and freezes it (docs/decisions/attributes.md).
    package func freezeSpreads() async throws {
        let now = clock()
        try await forEveryAgency { [keys] agency, transaction in
            guard let rule = agency.policy.selection.diversity else { return }
            let today = try agency.day(at: now)
            let threshold = agency.policy.threshold.smallestCount.number
            let members = try transaction.takers(of: agency, on: today)
            var declared = try transaction.selfDeclared(of: agency, keys)
            let before = declared
            declared.keep(members)
            let last = try transaction.latestSpread(agency: agency.id)?.frozenOn
            if rule.isDue(declared, last: last, threshold: threshold, on: today) {
                let spread = declared.count(members, under: rule, threshold: threshold)
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys]
                try transaction.insertSpread(
                    String(decoding: try encoder.encode(spread), as: UTF8.self), on: today, agency: agency.id)
            }
            if declared != before { _ = try transaction.keep(declared, in: agency, keys) }
        }
    }
}

extension Transaction {
    fileprivate func selfDeclared(of agency: Agency, _ keys: ServerKeys) throws -> SelfDeclared {
        guard let box = try attributeBox(agency: agency.id) else { return .nothing }
        let content = try keys.unlock(attributes: box, agency: agency.id)
        return try JSONDecoder().decode(SelfDeclared.self, from: Data(content))
    }

    /// False where it does not fit.
    fileprivate func keep(_ declared: SelfDeclared, in agency: Agency, _ keys: ServerKeys) throws -> Bool {
        let content = Array(try JSONEncoder().encode(declared))
        guard let box = try keys.lock(attributes: content, agency: agency.id) else { return false }
        try setAttributeBox(box, agency: agency.id)
        return true
    }
}
