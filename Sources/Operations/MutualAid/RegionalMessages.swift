import Foundation
import Program
import Sealing
import Store

/// A message between the teams as its reader has it.
package struct ListedRegionalMessage: Sendable, Equatable {
    package let id: String
    package let message: RegionalMessage
    package let sentOn: Day
    /// The last day on which it is there.
    package let lastDay: Day
}

// Sealed messages between the teams of a region. One is sealed to each reader alone; the row has the day and the writer's agency. Who wrote
// it stands inside, and whether anybody read it stands nowhere.
extension Programmes {
    /// Writes to the teams of the region, one's own with them. Everybody it is for is told that there is a message, and no more. There is
    /// no entry in the chain.
    package func writeToRegion(
        _ words: String, for readers: RegionalReaders, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .ofRegionalTeam) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.team.regionalTeam else { return .nothing }
            let partners = try regionalPartners(of: agency, on: doing.staff.today, transaction).filter(\.writesInRegion)
            if let refusal = rule.mayWrite(words, partners: partners.count) { return .refused(refusal) }
            let author = try transaction.accountNames(agency: agency.id, of: [doing.staff.account])
            let message = RegionalMessage(
                for: readers, words, by: author[doing.staff.account] ?? "", of: agency.name)
            let (id, key) = (RandomId(), PaperKey())
            guard let sealed = try key.seal(try message.bytes, as: .regionalMessage, paper: id) else {
                return .refused(Refusal("This is too long.", field: "words", basis: rule.basis))
            }
            let teams = [agency] + partners
            var copies: [(agency: String, account: String, copy: [UInt8])] = []
            for team in teams {
                let roles = team.policy.roles(of: readers)
                let readers = try transaction.sealableTeam(
                    holding: roles, agency: team.id, on: try team.day(at: doing.now), vouchedWith: keys.vouching
                ).holding(roles)
                for reader in readers {
                    guard let publicKey = AccountPublicKey(bytes: reader.publicKey) else { continue }
                    copies.append(
                        (
                            agency: team.id, account: reader.account,
                            copy: try key.sealed(to: publicKey, paper: id, reader: reader.account)
                        ))
                }
            }
            guard copies.contains(where: { $0.agency != agency.id }) else { return .refused(rule.nobodyReads) }
            guard let lastDay = teams.compactMap(\.regionalTeam).messageIsKept(from: doing.staff.today) else {
                throw AgencyFault.clockOutOfRange
            }
            try transaction.insertRegionalMessage(
                id.text, sealed: sealed, sentOn: doing.staff.today, lastDay: lastDay, agency: agency.id,
                copies: copies)
            // The writer with the others, for whoever is not told would be whoever wrote it.
            for team in teams {
                try transaction.ping(
                    copies.filter { $0.agency == team.id }.map(\.account), .routine, key: "regional message \(id.text)",
                    in: team, at: doing.now)
            }
            return .done(.betweenTeams)
        }
    }

    /// How many messages of the teams came to somebody in the past week; none is opened.
    package func regionalMessagesLately(for staff: Staff) async throws -> Int {
        guard staff.policy.team.regionalTeam != nil else { return 0 }
        let week = staff.today.adding(days: -6) ?? staff.today
        return try await database.read { transaction in
            try transaction.regionalMessageCount(for: staff.account, agency: staff.agency.id, since: week)
        }
    }

    /// Destroys messages between teams whose days are over.
    package func destroyRegionalMessages() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            try transaction.deleteRegionalMessages(agency: agency.id, endedBefore: try agency.day(at: now))
        }
    }
}

extension RegionalMessageRow {
    /// The message, as far as the reader's key of today opens it: one that was sealed to an earlier key of theirs stays closed.
    func opened(by staff: Staff) throws -> ListedRegionalMessage? {
        guard let paper = RandomId(text: id) else { return nil }
        do {
            let key = try PaperKey(opening: copy, with: staff.key, paper: paper, reader: staff.account)
            let content = try key.open(sealed, as: .regionalMessage, paper: paper)
            return ListedRegionalMessage(
                id: id, message: try RegionalMessage(bytes: content), sentOn: sentOn, lastDay: lastDay)
        } catch is OpeningFault {
            return nil
        }
    }
}

extension RegionalMessage {
    fileprivate var bytes: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }

    fileprivate init(bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(RegionalMessage.self, from: Data(bytes))
    }
}
