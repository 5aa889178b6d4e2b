import Program
import Store

/// A page that waits for somebody, as they see it.
package struct OwnPage: Sendable {
    package let callOut: String
    /// Who had them paged, by name.
    package let by: String
    package let answer: CallOutAnswer?
    /// Where to call in, where the pack has a number for the desk.
    package let callIn: [CallOutView.Telephone]
    /// The number the caller left, for whoever says that they call in; until they have it.
    package let callersNumber: String?
}

extension Programmes {
    /// The pages of call-outs that run, for whoever was paged.
    package func ownPages(of staff: Staff) async throws -> [OwnPage] {
        let now = clock()
        return try await database.read { transaction in
            let pages = try transaction.runningPages(of: staff.account, agency: staff.agency.id)
            let desks = try pages.compactMap { page in
                try transaction.callOut(agency: staff.agency.id, id: page.callOut).map { (page, $0.begunBy) }
            }
            let names = try transaction.accountNames(agency: staff.agency.id, of: desks.map(\.1))
            return try desks.map { page, desk in
                let roles = try transaction.holdings(of: desk, agency: staff.agency.id).map(\.holding)
                    .filter { $0.isHeld(on: staff.today) }.map(\.role)
                return OwnPage(
                    callOut: page.callOut, by: names[desk] ?? "", answer: page.answer,
                    callIn: roles.flatMap { staff.agency.telephones(of: $0, at: now) }.filter(\.isNow),
                    callersNumber: try staff.callersNumber(of: page, transaction))
            }
        }
    }

    /// Keeps what a paged person says, and tells the desk to look. It may be changed while the call-out runs. Whoever calls in has
    /// the caller's number to themselves; whoever cannot has it no more. Nothing where
    /// they were not paged in it, or it is finished.
    ///
    /// No entry of the audit chain says who answered or did not: it counts for and against no one (KSO-J.1).
    package func answerPage(
        _ callOut: String, _ answer: CallOutAnswer, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            let before = try transaction.callOutPages(agency: agency.id, of: [callOut])
            guard try transaction.setAnswer(answer, of: account, callOut: callOut, agency: agency.id),
                let row = try transaction.callOut(agency: agency.id, id: callOut)
            else { return .nothing }
            try answered(callOut, answer, by: account, in: agency, besides: before, transaction)
            try count(
                answer.response(
                    after: before.first { $0.account == account }?.answer,
                    isAnswered: before.contains { $0.answer == .accepted }, pagedAt: before.compactMap(\.pagedAt),
                    at: doing.now), by: account, in: agency, at: doing.now, transaction)
            let page = CallOutRow.ping(callOut)
            try transaction.answered(ping: page, by: account, in: agency)
            try transaction.ping(
                [row.begunBy], .urgent, key: "\(page) \(account) \(answer.rawValue)", in: agency, at: doing.now)
            return .done(.freely)
        }
    }
}
