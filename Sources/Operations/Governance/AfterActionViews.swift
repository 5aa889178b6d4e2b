import Foundation
import PolicyPacks
import Program
import Sealing
import Store

/// An after-action input as those see it who write it and sign it off.
package struct AfterActionView: Sendable {
    package let input: AfterActionInput
    /// The rule it was written under.
    package let rule: AfterActionRule
    /// The published summary that goes with it.
    package let figures: Publication?
    package let draftedOn: Day
    /// What the rule's roles are called.
    package let titles: [RoleID: String]

    package func title(of role: RoleID) -> String { titles[role] ?? role.text }
}

/// An after-action input whose words are not those that were made final. Nothing of it is shown.
package struct FinalInputAltered: Error {}

extension Programmes {
    /// The agency's after-action inputs, the latest first, at most fifty.
    package func afterActions(by staff: Staff) async throws -> [AfterActionInput] {
        try await database.read { transaction in
            try transaction.afterActions(agency: staff.agency.id, limit: 50).map(\.input)
        }
    }

    /// One input; nothing where the agency has none of that id.
    package func afterAction(_ id: String, by staff: Staff) async throws -> AfterActionView? {
        try await database.read { transaction in
            guard let row = try transaction.afterAction(agency: staff.agency.id, id: id) else { return nil }
            return try view(of: row, staff, transaction)
        }
    }

    /// The months whose figures may go with an input: the published ones of the past two years, the latest first.
    package func afterActionFigures(by staff: Staff) async throws -> [Month] {
        try await database.read { transaction in try transaction.monthsWithFigures(of: staff) }
    }

    /// How many inputs wait for them: to be signed off, or to be made final.
    package func afterActionsWaiting(for staff: Staff) async throws -> Int {
        guard let rule = staff.policy.afterAction else { return 0 }
        let roles = staff.roles
        return try await database.read { transaction in
            let open = try transaction.openAfterActions(agency: staff.agency.id, limit: 50).map(\.input)
            let persons = try transaction.persons(
                of: [staff.account] + open.flatMap(\.hands), agency: staff.agency.id)
            return open.count { rule.isWaiting($0, for: staff.account, holding: roles, persons) }
        }
    }

    /// What is final is shown only while it is what was made final, figures and sign-offs included.
    private func view(of row: AfterActionRow, _ staff: Staff, _ transaction: any Transaction) throws -> AfterActionView?
    {
        let policy =
            row.input.isFinal ? try packs.pack(row.pack, in: transaction).pack : staff.policy
        guard let rule = policy.afterAction else { return nil }
        let release = try row.input.content.figures.flatMap {
            try transaction.summary(agency: staff.agency.id, month: $0)
        }
        if let checksum = row.checksum {
            guard try row.input.checksum(with: release) == checksum else { throw FinalInputAltered() }
        }
        let figures = try release.map { try opened($0, transaction) }
        return AfterActionView(
            input: row.input, rule: rule, figures: figures,
            draftedOn: row.draftedOn,
            titles: Dictionary(
                policy.roles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension AfterActionInput {
    /// What ties the words, the figures and the sign-offs together, once it is final.
    func checksum(with release: PublicationRow?) throws -> String {
        let words = [content.event, content.happened.text] + AfterActionContent.Part.allCases.map(content.text)
        let signed = signOffs.sorted { $0.role < $1.role }.flatMap { [$0.role.text, $0.by, $0.on.text] }
        let all = words + [release?.contentHash ?? "", String(version)] + signed
        return ContentHash(of: Array(try JSONEncoder().encode(all))).hex
    }
}

extension Transaction {
    func monthsWithFigures(of staff: Staff) throws -> [Month] {
        try summarisedMonths(agency: staff.agency.id, from: ToldRelease.earliestListed(on: staff.today))
    }
}
