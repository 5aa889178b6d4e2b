import Foundation
import Program
import Sealing
import Store

/// What came of asking for a release: who was told, or why nobody was.
package struct AskedRelease: Sendable, Equatable {
    package let release: DutyRelease
    /// The supervisor's name, as the directory has it; nothing where it names none.
    package let supervisor: String?
    package let isTold: Told

    package init(release: DutyRelease, supervisor: String?, isTold: Told) {
        self.release = release
        self.supervisor = supervisor
        self.isTold = isTold
    }

    package enum Told: String, Sendable {
        /// A notice waits for them, and a word was sent.
        case told
        /// A notice waits for them; they have no address to which a word could go.
        case withoutAddress = "without-address"
        /// They do not sign in here.
        case withoutAccount = "without-account"
        /// The directory names nobody.
        case nobody
    }
}

/// A release as the supervisor is told of it.
package struct ReleaseTold: Sendable {
    package let member: String
    package let release: DutyRelease
}

/// What a locked release holds.
private struct StoredRelease: Codable {
    let a: String
    let d: String
    let f: Int
    let u: Int
}

// A member is needed for peer support: their own supervisor is told from when until when, and nothing else (SAC-II.D.1, KSO-G.3).
extension Programmes {
    package func askForRelease(_ asked: DutyRelease, by staff: Staff) async throws -> Result<AskedRelease, Refusal>? {
        try await act(by: staff, .holding(.keepDutyTime)) { doing in
            guard doing.policy.dutyTime.isKept, let rule = doing.policy.dutyTime.release else { return .nothing }
            if let refusal = asked.refusal(under: rule, on: doing.agency.calendar, at: doing.now) {
                return .refused(refusal)
            }
            let (transaction, agency) = (doing.transaction, doing.agency)
            let line = try transaction.directoryLine(of: doing.staff.account, agency: agency.id)
            guard line.count > 1 else {
                return .done(
                    AskedRelease(release: asked, supervisor: nil, isTold: .nobody), .silent(.dutyTime))
            }
            let supervisor = line[1]
            guard supervisor.hasAccount, let account = try accountToTell(supervisor.person, agency, transaction) else {
                return .done(
                    AskedRelease(release: asked, supervisor: supervisor.name, isTold: .withoutAccount),
                    .silent(.dutyTime))
            }
            let id = RandomId()
            let stored = StoredRelease(a: doing.staff.account, d: asked.day.text, f: asked.from, u: asked.until)
            guard let sealed = try keys.lock(release: Array(try JSONEncoder().encode(stored)), id: id) else {
                return .nothing
            }
            try transaction.insertRelease(id.text, on: asked.day, sealed: sealed, agency: agency.id)
            try transaction.raise(
                NewNotice(
                    kind: .releaseAsked, to: .account(account.id), about: id.text, under: rule.basis.clauses,
                    isUrgent: asked.day == doing.staff.today), in: agency, at: doing.now)
            return .done(
                AskedRelease(
                    release: asked, supervisor: supervisor.name,
                    isTold: account.hasAddress ? .told : .withoutAddress), .silent(.dutyTime))
        }
    }

    /// The release behind a notice, for whom the notice is.
    func release(behind notice: Notice, agency: Agency, in transaction: any Transaction) throws -> ReleaseTold? {
        guard notice.kind == .releaseAsked, let about = notice.about, let id = RandomId(text: about),
            let sealed = try transaction.release(about, agency: agency.id),
            let content = try? keys.unlock(release: sealed, id: id)
        else { return nil }
        let stored = try JSONDecoder().decode(StoredRelease.self, from: Data(content))
        let names = try transaction.accountNames(agency: agency.id, of: [stored.a])
        guard let day = Day(stored.d), let name = names[stored.a] else { return nil }
        return ReleaseTold(member: name, release: DutyRelease(day: day, from: stored.f, until: stored.u))
    }

    /// The account of that person that is reached best: one with an address before one without.
    private func accountToTell(
        _ person: String, _ agency: Agency, _ transaction: any Transaction
    ) throws -> (id: String, hasAddress: Bool)? {
        let accounts = try transaction.accounts(ofPerson: person, agency: agency.id)
        let methods = try transaction.confirmedMethods(of: accounts, agency: agency.id)
        if let reached = accounts.first(where: { methods[$0]?.isEmpty == false }) { return (reached, true) }
        return accounts.first.map { ($0, false) }
    }
}
