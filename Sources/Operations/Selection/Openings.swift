import Program
import Sealing
import Store

extension Programmes {
    /// Posts an opening, from a day to a day.
    package func postOpening(
        from opensOn: Day, until closesOn: Day, words: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.postOpenings)) { doing in
            guard let rule = doing.policy.selection.recruitment else { return .nothing }
            let opening = Opening(
                id: RandomId().text, opensOn: opensOn, closesOn: closesOn, words: words,
                postedBy: doing.staff.account)
            if let refusal = doing.policy.mayPost(opening, on: doing.staff.today) { return .refused(refusal) }
            try doing.transaction.insert(opening, agency: doing.agency.id)
            return .done(
                opening.id,
                .entry(
                    .openingPosted, on: opening.id, under: rule.basis.clauses,
                    details: [opensOn.text, closesOn.text, words]))
        }
    }

    /// Closes an opening with today, or takes one back that would open later. Nothing where there is none.
    package func closeOpening(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.postOpenings)) { doing in
            guard let rule = doing.policy.selection.recruitment,
                try doing.transaction.close(opening: id, agency: doing.agency.id, on: doing.staff.today)
            else { return .nothing }
            return .done(.entry(.openingClosed, on: id, under: rule.basis.clauses))
        }
    }

    /// The openings of an agency that are posted: those that take applications today, and those to come.
    package func openings(in agency: Agency) async throws -> [Opening] {
        let today = try agency.day(at: clock())
        return try await database.read { try $0.openings(agency: agency.id, closingFrom: today) }
    }

    /// The last openings that are over, for those who post them.
    package func pastOpenings(by staff: Staff) async throws -> [Opening] {
        try await database.read {
            try $0.openings(agency: staff.agency.id, closedBefore: staff.today, limit: 12)
        }
    }
}
