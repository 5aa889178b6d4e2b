import Foundation
import Program
import Sealing
import Store

/// Of whom a check is, as typed: an employee number of the directory, or a name.
package struct CheckSent: Sendable {
    package let employeeNumber: String?
    package let name: String?
    /// The member who asks.
    package let account: String
    /// The day on which they first do.
    package let day: Day

    package init(employeeNumber: String?, name: String?, account: String, day: Day) {
        self.employeeNumber = employeeNumber
        self.name = name
        self.account = account
        self.day = day
    }
}

// Checks on colleagues off work through illness or an injury on duty (OCP-I.B.5). The name is sealed to whoever assigns and to the one
// member. What that member is answered is theirs alone: to whoever assigned the check it stands in the list and ends in the same way
// whatever came of it. Of somebody who declined a mark under the server's key remains, so that they are not asked again.
extension Programmes {
    /// Has a member ask how a colleague is; gives its id. Nothing where the pack has no such checks.
    package func openCheck(_ sent: CheckSent, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.assignChecks)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.requests.wellBeingChecks else { return .nothing }
            guard let subject = try doing.subject(of: sent) else {
                return .refused(
                    Refusal(
                        "Employee number: nobody of the directory has this one.", field: "employeeNumber",
                        basis: rule.basis))
            }
            let opened = rule.opening(
                RandomId().text, on: subject, first: sent.day, by: try doing.member(sent.account, asking: subject),
                try doing.standing(of: subject, with: keys), today: doing.staff.today)
            switch opened {
            case .failure(let refusal): return .refused(refusal)
            case .success(let check):
                let sealed = try doing.seal(
                    try CheckPaper(subject).bytes, as: .name, to: [rule.assignedBy], and: [check.member],
                    field: "name", under: rule.basis.clauses, with: keys.vouching)
                switch sealed {
                case .failure(let refusal): return .refused(refusal)
                case .success(let paper):
                    let row = CheckRow(check: check, paper: paper.text)
                    try transaction.insert(row, marks: keys.checkMarks(of: subject, agency.id), agency: agency.id)
                    if check.own(on: doing.staff.today) == nil {
                        try doing.takeCopy(of: row, from: check.member, under: rule)
                    }
                    try transaction.remindOfCheck(
                        check, under: rule, in: agency, at: doing.now, today: doing.staff.today)
                    return .done(check.id, .entry(.checkOpened, on: check.id, under: rule.basis.clauses))
                }
            }
        }
    }

    /// Gives a check to another member, who can open the name from then on; the one before cannot any more. Whatever was answered to them
    /// is forgotten.
    package func giveCheck(_ id: String, to account: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.assignChecks)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.requests.wellBeingChecks,
                let row = try transaction.check(id, agency: agency.id)
            else { return .nothing }
            guard let subject = try transaction.subject(of: row, by: doing.staff) else {
                return .refused(
                    Refusal(
                        "The name is not open to you yet, so you cannot give it to anybody.", field: "account",
                        basis: rule.basis))
            }
            switch rule.giving(row.check, to: try doing.member(account, asking: subject)) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let check):
                let isReader = try transaction.readers(ofPaper: row.paper).contains(account)
                guard try isReader || transaction.share(row.paper, with: account, by: doing.staff) else {
                    return .refused(
                        Refusal(
                            "Member: they cannot be given the name yet, for they have not signed in.", field: "account",
                            basis: rule.basis))
                }
                try doing.takeCopy(of: row, from: row.check.member, under: rule)
                let given = CheckRow(check: check, paper: row.paper)
                try transaction.set(given, marks: [], agency: agency.id)
                if let own = check.own(on: doing.staff.today) {
                    if own.isDue {
                        try transaction.raise(rule.notice(of: check), in: agency, at: doing.now)
                    }
                } else {
                    try doing.takeCopy(of: given, from: account, under: rule)
                }
                return .done(.entry(.checkGiven, on: id, under: rule.basis.clauses))
            }
        }
    }

    /// The member keeps what came of it: done, declined or wanted, and nothing else. Nothing where the check is not theirs.
    package func keepCheckOutcome(
        _ outcome: WellBeingCheck.Outcome, of id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.requests.wellBeingChecks,
                let row = try transaction.check(id, agency: agency.id), row.check.member == doing.staff.account,
                let next = rule.sequel(of: outcome, to: row.check, on: doing.staff.today)
            else { return .nothing }
            let kept = CheckRow(check: next, paper: row.paper)
            switch next.status {
            case .asking: try transaction.set(kept, marks: [], agency: agency.id)
            case .over:
                let subject = try transaction.subject(of: row, by: doing.staff)
                try transaction.set(
                    kept, marks: subject.map { keys.checkMarks(of: $0, agency.id) } ?? [], agency: agency.id)
                try doing.takeCopy(of: row, from: doing.staff.account, under: rule)
            }
            return .done(.wellBeing)
        }
    }

    /// Ends a check, such as of somebody who is back at work: the name is destroyed.
    package func endCheck(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.assignChecks)) { doing in
            guard let rule = doing.policy.requests.wellBeingChecks,
                let row = try doing.transaction.check(id, agency: doing.agency.id)
            else { return .nothing }
            try doing.transaction.end(row, agency: doing.agency.id)
            return .done(.entry(.checkEnded, on: id, under: rule.basis.clauses))
        }
    }
}

extension ServerKeys {
    /// By what the person of a check is known again.
    fileprivate func checkMarks(of subject: CheckSubject, _ agency: String) -> [[UInt8]] {
        subject.kept.map { checkMark(of: $0, agency: agency) }
    }
}

extension Transaction {
    /// Of whom a check is, for who can open its paper.
    func subject(of row: CheckRow, by staff: Staff) throws -> CheckSubject? {
        try open(paper: row.paper, as: .name, by: staff).map { try CheckPaper(bytes: $0).subject }
    }
}

extension Doing {
    /// Of whom a check is. Nothing where nobody of the directory has the number.
    fileprivate func subject(of sent: CheckSent) throws -> CheckSubject? {
        guard let number = sent.employeeNumber else { return .typed(sent.name ?? "") }
        guard let id = try transaction.personID(agency: agency.id, employeeNumber: number),
            let person = try transaction.person(agency: agency.id, employeeNumber: number)
        else { return nil }
        return .person(id: id, name: "\(person.record.familyName), \(person.record.givenName)")
    }

    /// What is known of somebody on whom a check would be. The list itself is looked at beside the marks: of two colleagues with one name,
    /// the marks may know but one.
    fileprivate func standing(of subject: CheckSubject, with keys: ServerKeys) throws -> CheckStanding {
        let barredBy = Set(subject.barredBy)
        let isListed = try transaction.checks(agency: agency.id).contains { row in
            try transaction.subject(of: row, by: staff).map { !barredBy.isDisjoint(with: $0.kept) } ?? false
        }
        if isListed { return .listed }
        return try transaction.standing(
            subject.barredBy.map { keys.checkMark(of: $0, agency: agency.id) }, agency: agency.id)
    }

    /// Somebody as whoever assigns would have them ask.
    fileprivate func member(_ account: String, asking subject: CheckSubject) throws -> CheckMember {
        CheckMember(
            account: account, isOfTeam: try transaction.takers(of: agency, on: staff.today).contains(account),
            isAssigner: account == staff.account,
            isSubject: subject.isSomebody(
                person: try transaction.person(ofAccount: account, agency: agency.id),
                name: try transaction.accountNames(agency: agency.id, of: [account])[account] ?? ""))
    }

    /// Takes the copy of a name from a member who does not ask any more, unless their office assigns checks.
    fileprivate func takeCopy(of row: CheckRow, from account: String, under rule: WellBeingCheckRule) throws {
        let roles = try transaction.roles(of: account, agency: agency.id, on: staff.today)
        guard !roles.contains(rule.assignedBy) else { return }
        try transaction.deletePaperCopies(of: account, papers: [row.paper], agency: agency.id)
    }
}

/// Of whom a check is, as its sealed paper has it.
struct CheckPaper: Codable {
    private let person: String?
    private let name: String

    init(_ subject: CheckSubject) {
        switch subject {
        case .person(let id, let name):
            person = id
            self.name = name
        case .typed(let name):
            person = nil
            self.name = name
        }
    }

    init(bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }

    var bytes: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }

    var subject: CheckSubject { person.map { .person(id: $0, name: name) } ?? .typed(name) }
}
