import Program
import Store

extension Programmes {
    /// Who of the agency can be told of something at that moment, by the pack in force.
    func reachability(
        of agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> Reachability {
        try transaction.reachability(
            asking: AskingNow(
                policy: agency.policy, availability: try transaction.availability(agency: agency, at: now),
                isBusinessHours: agency.isBusinessHours(at: now)), in: agency,
            carried: carried)
    }
}

extension Transaction {
    /// The same by the rules of a request, or of a moment that is known already.
    func reachability(
        asking: AskingNow, in agency: Agency, carried: Set<ContactMethod.Kind>
    ) throws -> Reachability {
        Reachability(asking: asking, ways: try contactMethods(agency: agency.id), carried: carried)
    }

    /// Whom a word from here reaches at all, at whatever hour.
    func accountsThatCanBeTold(agency: String, carried: Set<ContactMethod.Kind>) throws -> Set<String> {
        Set(try contactMethods(agency: agency).filter { $0.value.hindrance(carried: carried) == nil }.keys)
    }
}
