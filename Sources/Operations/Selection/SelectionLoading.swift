import Program
import Sealing
import Store

/// An application with all that is asked when somebody comes to it.
struct AtApplication {
    let application: Application
    let circumstances: SelectionCircumstances
    let actor: SelectionActor
    /// The applicant's place in the directory; nothing of one who left.
    let applicant: DirectoryPlace?
}

extension Transaction {
    /// The application as it stands to whoever comes to it.
    func at(_ application: Application, by staff: Staff, with keys: ServerKeys) throws -> AtApplication {
        let (agency, policy) = (staff.agency.id, staff.policy)
        let circumstances = try circumstances(of: application, in: staff.agency, on: staff.today)
        var hasRated = false
        if let id = RandomId(text: application.id) {
            hasRated = try hasAnswered(
                keys.peerAnswerMark(of: staff.account, application: id), application: application.id)
        }
        let persons = try persons(of: [staff.account, application.applicant], agency: agency)
        let actor = SelectionActor(
            account: staff.account, holdings: staff.holdings.filter { policy.role($0.role) != nil },
            person: try person(ofAccount: staff.account, agency: agency),
            isApplicant: persons.isOne(staff.account, application.applicant), hasRated: hasRated)
        return AtApplication(
            application: application, circumstances: circumstances.0, actor: actor, applicant: circumstances.1)
    }

    /// The directory's chain above the applicant, and who holds the office that documents are forwarded to.
    func circumstances(
        of application: Application, in agency: Agency, on today: Day
    ) throws -> (SelectionCircumstances, DirectoryPlace?) {
        let line = try directoryLine(of: application.applicant, agency: agency.id)
        let chain = ChainOfCommand(
            division: line.first?.division ?? "",
            links: line.dropFirst().map {
                ChainLink(person: $0.person, name: $0.name, division: $0.division, hasAccount: $0.hasAccount)
            })
        var receivers: Set<String> = []
        for step in agency.policy.selection.steps {
            guard case .forwarding(let role) = step.act else { continue }
            for row in try holdings(of: [role], agency: agency.id, heldAfter: today) where row.holding.isHeld(on: today)
            {
                if let person = try person(ofAccount: row.account, agency: agency.id) { receivers.insert(person) }
            }
        }
        return (SelectionCircumstances(chain: chain, receivers: receivers, today: today), line.first)
    }
}

extension AtApplication {
    /// The step that is next; nothing where none is.
    func next(_ policy: PolicyPack) -> SelectionStep? {
        application.status == .underWay ? policy.selection.next(of: application) : nil
    }

    /// Whether the next step waits for whoever comes.
    func waits(under policy: PolicyPack) -> Bool {
        next(policy).map { policy.isWaiting(for: actor, in: $0, of: application, circumstances) } ?? false
    }

    /// Whether they see where it stands: who takes applications in, and who has the last word.
    func isOverseen(under policy: PolicyPack) -> Bool {
        !actor.isApplicant
            && policy.overseersOfSelection.contains { role in
                actor.holdings.contains { $0.role == role && $0.isHeld(on: circumstances.today) }
            }
    }
}
