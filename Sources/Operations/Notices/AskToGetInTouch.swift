import Program
import Sealing
import Store

/// A supporter whom the programme may ask to get in touch.
package struct Reachable: Sendable, Equatable {
    package let account: String
    package let name: String
}

extension Programmes {
    /// Whether supporters answer the staff member's word in the pack's time (SAC-II.D.3.f).
    package func mayAskToGetInTouch(_ staff: Staff) -> Bool {
        staff.policy.mayAskToGetInTouch(staff.rolesToday)
    }

    /// The supporters of the programme by name; none for anybody whose word they do not answer.
    package func supportersToAsk(by staff: Staff) async throws -> [Reachable] {
        guard mayAskToGetInTouch(staff) else { return [] }
        return try await database.read { transaction in
            try transaction.supporters(in: staff.agency, on: staff.today).filter { $0.account != staff.account }
        }
    }

    /// Asks a supporter to get in touch, in no words of one's own: they answer in the pack's time. Refused to anybody whom
    /// the pack does not name for it.
    package func askToGetInTouch(_ account: String, by staff: Staff) async throws -> Result<Void, Refusal> {
        try await quietAct(by: staff, .holding(.readConformance)) { doing in
            let supporters = try doing.transaction.supporters(in: doing.agency, on: doing.staff.today)
            let notice = doing.policy.askingToGetInTouch(
                account, of: supporters.map(\.account), by: doing.staff.account, holding: doing.staff.rolesToday)
            switch notice {
            case .failure(let refusal): return .refused(refusal)
            case .success(let notice):
                try doing.transaction.raise(notice, in: doing.agency, at: doing.now)
                return .done(.notice)
            }
        }.whileAllowed()
    }
}

extension Transaction {
    /// Whoever takes requests today, by name.
    fileprivate func supporters(in agency: Agency, on today: Day) throws -> [Reachable] {
        try accountNames(agency: agency.id, of: takers(of: agency, on: today).sorted())
            .map { Reachable(account: $0.key, name: $0.value) }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
    }
}
