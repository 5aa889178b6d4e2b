import Program
import Sealing
import Store

/// Names to be offered support after an incident, and who offers it.
package struct OutreachSent: Sendable {
    /// Of those who were named as part of the incident.
    package let names: [String]
    /// Somebody who was not.
    package let other: String?
    /// The supporter's account.
    package let account: String

    package init(names: [String], other: String?, account: String) {
        self.names = names
        self.other = other
        self.account = account
    }

    var all: [String] { names + (other.map { [$0] } ?? []) }
}

// Outreach after an incident: whoever can open the names of those involved gives each to one supporter, sealed to them alone. With the
// answer the name is destroyed; a count stays, and a mark under the server's key by which nobody is asked twice.
extension Programmes {
    /// Gives names to a supporter. Nothing where the policy has no outreach, or they cannot open the names.
    package func giveOutreach(
        _ sent: OutreachSent, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.leadIncidents)) { [keys] doing in
            let clauses = doing.policy.incidents.outreach?.basis.clauses ?? []
            let changed = try doing.change(id, under: .outreach, with: keys) { file, doing in
                guard doing.policy.makesOutreachList(holding: doing.staff.rolesToday) else { return nil }
                let offering = try self.outreachSupporters(
                    for: file, in: doing.agency, doing.staff.today, doing.transaction)
                let known = try sent.all.filter {
                    try doing.transaction.isGiven(self.mark(of: $0, file, doing.agency), agency: doing.agency.id)
                }
                let refusal = file.mayGive(
                    sent.all, known: known, mayOffer: offering.contains { $0.account == sent.account },
                    under: doing.policy)
                if let refusal { return .failure(refusal) }
                for name in sent.all {
                    if let refusal = try self.give(name, to: sent.account, file, doing) { return .failure(refusal) }
                }
                return .success(file.giving(sent.all.count))
            }
            switch changed {
            case nil: return .nothing
            case .failure(let refusal)?: return .refused(refusal)
            case .success?: return .done(.entry(.outreachGiven, on: id, under: clauses))
            }
        }
    }

    /// Takes a name back from the supporter who has it, so that it can be given to another.
    package func takeBackOutreach(
        _ offer: String, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.leadIncidents)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard doing.policy.makesOutreachList(holding: doing.staff.rolesToday),
                let row = try transaction.outreachOffer(offer, agency: agency.id), row.offer.incident == id
            else { return .nothing }
            switch try doing.change(id, under: .outreach, with: keys, { file, _ in .success(file.answered(nil)) }) {
            case nil: return .nothing
            case .failure(let refusal)?: return .refused(refusal)
            case .success?:
                try transaction.end(row, isAnswered: false, agency: agency.id)
                try transaction.withdrawNotices(about: offer, in: agency)
                return .done(.entry(.outreachTakenBack, on: id))
            }
        }
    }

    /// What came of offering it. With *wanted* and *not wanted* the name is destroyed. Nothing where it is not theirs.
    package func answerOutreach(
        _ answer: OutreachAnswer, again: Day?, of offer: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let row = try transaction.outreachOffer(offer, agency: agency.id),
                row.offer.supporter == doing.staff.account
            else { return .nothing }
            let changed = try doing.change(row.offer.incident, under: .outreach, with: keys) { file, doing in
                file.mayAnswer(answer, again: again, on: doing.staff.today, under: doing.policy).map { .failure($0) }
                    ?? .success(file.answered(answer))
            }
            switch changed {
            case nil: return .nothing
            case .failure(let refusal)?: return .refused(refusal)
            case .success?:
                try transaction.withdrawNotices(about: offer, in: agency)
                switch answer {
                case .wanted, .notWanted: try transaction.end(row, isAnswered: true, agency: agency.id)
                case .notReached:
                    try transaction.setOutreachDay(again ?? doing.staff.today, of: offer, agency: agency.id)
                }
                return .done(.outreach)
            }
        }
    }

    /// Seals one name to the supporter and reminds them. Refused where they have no key that the chain vouches for.
    private func give(_ name: String, to account: String, _ file: IncidentFile, _ doing: Doing) throws -> Refusal? {
        let rule = doing.policy.incidents.outreach
        let sealed = try doing.seal(
            Array(name.utf8), as: .name, toOne: account, holding: rule?.offeredBy ?? [], field: "account",
            under: rule?.basis.clauses ?? [], with: keys.vouching)
        switch sealed {
        case .failure(let refusal): return refusal
        case .success(let paper):
            let offer = OutreachOffer(
                id: RandomId().text, incident: file.id, supporter: account, nextOn: doing.staff.today)
            try doing.transaction.insert(
                OutreachRow(offer: offer, paper: paper.text), mark: mark(of: name, file, doing.agency),
                agency: doing.agency.id)
            try doing.transaction.remind(of: offer, in: doing.agency, at: doing.now)
            return nil
        }
    }

    func mark(of name: String, _ file: IncidentFile, _ agency: Agency) -> [UInt8] {
        keys.outreachMark(of: OutreachOffer.known(name), incident: file.id, agency: agency.id)
    }

    /// Who may be given a name: of those whom the policy has make offers, who can be sealed to and was not part of the incident.
    func outreachSupporters(
        for file: IncidentFile, in agency: Agency, _ today: Day, _ transaction: any Transaction
    ) throws -> [NamedAccount] {
        let offering = agency.policy.incidents.outreach?.offeredBy ?? []
        let team = try transaction.sealableTeam(
            holding: offering, agency: agency.id, on: today, vouchedWith: keys.vouching
        ).holding(offering).map(\.account)
        let may = try transaction.takers(of: agency, on: today).subtracting(
            try keptOut(of: file, in: agency, transaction)
        ).intersection(team)
        let names = try transaction.accountNames(agency: agency.id, of: may.sorted())
        return may.map { NamedAccount(account: $0, name: names[$0] ?? "") }
            .sorted { ($0.name, $0.account) < ($1.name, $1.account) }
    }
}

extension Transaction {
    /// Reminds the supporter on its day. It names nobody.
    func remind(of offer: OutreachOffer, in agency: Agency, at now: Instant) throws {
        try remindOnce(
            NewNotice(
                kind: .outreachDue, to: .account(offer.supporter), about: offer.id,
                under: agency.policy.incidents.outreach?.basis.clauses ?? []),
            dueOn: offer.nextOn, in: agency, at: now)
    }
}
