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
// member; when it is over it is gone, and of somebody who declined a mark under the server's key remains, so that they are not asked again.
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
            let barring = subject.barredBy.map { keys.checkMark(of: $0, agency: agency.id) }
            let refusal = rule.mayOpen(
                on: subject, first: sent.day, isBarred: try transaction.isMarked(barring, agency: agency.id),
                isOfTeam: try transaction.takers(of: agency, on: doing.staff.today).contains(sent.account),
                today: doing.staff.today)
            if let refusal { return .refused(refusal) }
            let sealed = try doing.seal(
                try CheckPaper(subject).bytes, as: .name, to: [rule.assignedBy], and: [sent.account],
                field: "name", under: rule.basis.clauses, with: keys.vouching)
            switch sealed {
            case .failure(let refusal): return .refused(refusal)
            case .success(let paper):
                let check = WellBeingCheck(id: RandomId().text, volunteer: sent.account, nextOn: sent.day)
                try transaction.insert(
                    CheckRow(check: check, paper: paper.text),
                    marks: subject.kept.map { keys.checkMark(of: $0, agency: agency.id) }, agency: agency.id)
                try transaction.remindOfCheck(check, under: rule, in: agency, at: doing.now, today: doing.staff.today)
                return .done(check.id, .entry(.checkOpened, on: check.id, under: rule.basis.clauses))
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
                let row = try transaction.check(id, agency: agency.id), row.check.volunteer == doing.staff.account,
                let sequel = rule.sequel(of: outcome, to: row.check, on: doing.staff.today)
            else { return .nothing }
            switch sequel {
            case .again(let next): try transaction.set(next, agency: agency.id)
            case .overForGood:
                let subject = try transaction.open(paper: row.paper, as: .name, by: doing.staff)
                    .flatMap { try CheckPaper(bytes: $0).subject }
                let marks = (subject?.kept ?? []).map { keys.checkMark(of: $0, agency: agency.id) }
                try transaction.end(row, declined: marks, agency: agency.id)
            }
            return .done(.wellBeing)
        }
    }

    /// Ends a check, such as of somebody who is back at work, or one that another member is to do: the name is destroyed.
    package func endCheck(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.assignChecks)) { doing in
            guard let rule = doing.policy.requests.wellBeingChecks,
                let row = try doing.transaction.check(id, agency: doing.agency.id)
            else { return .nothing }
            try doing.transaction.end(row, declined: nil, agency: doing.agency.id)
            return .done(.entry(.checkEnded, on: id, under: rule.basis.clauses))
        }
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
