import Program
import Sealing
import Store

// A colleague names somebody, who is asked before anything else is kept. Only an employee whom the policy takes, who has an account and is
// neither of the team nor applying, is asked; whoever names learns nothing of that.
extension Programmes {
    package func nominate(_ employeeNumber: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            let (transaction, agency, policy) = (doing.transaction, doing.agency, doing.policy)
            guard policy.selection.nomination != nil else { return .nothing }
            let number = employeeNumber.isName ? employeeNumber : ""
            let listed = try transaction.person(agency: agency.id, employeeNumber: number)
            guard let listed, policy.whyNoApplicant(MemberStanding(listed), on: doing.staff.today) == nil else {
                return .done(.nomination)
            }
            for account in try transaction.accounts(ofPerson: listed.id, agency: agency.id) {
                let isApplying = try transaction.applications(of: account, agency: agency.id).contains {
                    $0.status == .underWay
                }
                guard account != doing.staff.account, !isApplying,
                    try transaction.membership(of: account, agency: agency, on: doing.staff.today) == nil
                else { continue }
                try transaction.insert(nominated: account, agency: agency.id, on: doing.staff.today)
                try transaction.ping(
                    [account], .routine, key: "nominated on \(doing.staff.today.text)", in: agency, at: doing.now)
            }
            return .done(.nomination)
        }
    }

    /// The own yes or no: with either, that somebody was named is gone. Whoever says yes applies as everybody does.
    package func answerNomination(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            try doing.transaction.deleteNomination(of: doing.staff.account, agency: doing.agency.id)
                ? .done(.nomination) : .nothing
        }
    }
}
