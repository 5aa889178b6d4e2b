import Program
import Store

extension Programmes {
    /// Tells both agencies, each by its own days and to its own offices, that the last day of an agreement is near, and that it is over:
    /// once each. Harmless to repeat.
    package func remindOfAidEnds() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            for agreement in try transaction.aidAgreements(of: agency.id) where agreement.side(of: agency.id) != nil {
                guard let ending = agreement.ending(on: today), let until = agreement.until else { continue }
                let kind: NoticeKind =
                    switch ending {
                    case .ahead: .aidEnds
                    case .over: .aidChanged
                    }
                guard try transaction.keepReminder(kind, about: agreement.id, dueOn: until, agency: agency.id) else {
                    continue
                }
                for role in agency.policy.aidFollowers(of: agreement.purposes).sorted() {
                    try transaction.raise(
                        NewNotice(
                            kind: kind, to: .role(role), about: agreement.id,
                            under: agency.policy.aidClauses(agreement.purposes)), in: agency, at: now)
                }
            }
        }
    }
}
