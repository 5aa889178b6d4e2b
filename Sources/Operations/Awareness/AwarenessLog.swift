import Program
import Sealing
import Store

/// What makes the programme known, as whoever promotes it sees it.
package struct AwarenessBoard: Sendable {
    /// The latest first.
    package let activities: [AwarenessActivity]
    /// Those that the programme named beside the policy's.
    package let kept: [PartnerOrganisation]
    /// The last day of a period that is soon over without anything done in it.
    package let dueBy: Day?
}

extension Programmes {
    package func awareness(for staff: Staff) async throws -> AwarenessBoard {
        try await database.read { transaction in
            let activities = try transaction.awareness(
                agency: staff.agency.id, since: staff.today.adding(days: -AwarenessActivity.daysShown) ?? staff.today)
            return AwarenessBoard(
                activities: activities, kept: try transaction.partners(agency: staff.agency.id),
                dueBy: staff.policy.awareness.awarenessDue(activities, on: staff.today))
        }
    }

    /// The partners that the programme names beside those of its policy, for everybody.
    package func partners(of agency: Agency) async throws -> [PartnerOrganisation] {
        guard agency.policy.awareness.isKept else { return [] }
        return try await database.read { try $0.partners(agency: agency.id) }
    }

    /// Writes down what was done to make the programme known; gives its id.
    package func recordAwareness(
        _ activity: String, on day: Day, with partner: String?, reach: AwarenessActivity.Reach, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.promoteAwareness)) { doing in
            let (transaction, rules) = (doing.transaction, doing.policy.awareness)
            let done = AwarenessActivity(
                id: RandomId().text, activity: activity, day: day, partner: partner, reach: reach)
            let kept = try transaction.partners(agency: doing.agency.id)
            if let refusal = rules.mayRecord(done, kept: kept, on: doing.staff.today) { return .refused(refusal) }
            try transaction.insert(done, agency: doing.agency.id)
            let clauses = rules.activities.first { $0.id == activity }?.basis.clauses ?? []
            return .done(
                done.id,
                .entry(
                    .awarenessRecorded, on: done.id, under: clauses,
                    details: [activity, day.text, partner ?? "", reach.rawValue]))
        }
    }

    /// Takes out what was written down by mistake.
    package func removeAwareness(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.promoteAwareness)) { doing in
            guard try doing.transaction.deleteAwareness(id, agency: doing.agency.id) else { return .nothing }
            return .done(.entry(.awarenessRemoved, on: id, under: doing.policy.awareness.clauses))
        }
    }

    /// Names a partner organisation on the public page; gives its id.
    package func listPartner(
        _ name: String, contact: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.promoteAwareness)) { doing in
            let rules = doing.policy.awareness
            let kept = try doing.transaction.partners(agency: doing.agency.id)
            if let refusal = rules.mayList(name, beside: kept) { return .refused(refusal) }
            let partner = PartnerOrganisation(
                id: RandomId().text, name: name, contact: contact, listedOn: doing.staff.today)
            try doing.transaction.insert(partner, agency: doing.agency.id)
            return .done(
                partner.id, .entry(.partnerKept, on: partner.id, under: rules.clauses, details: [name, contact]))
        }
    }

    /// Takes a partner off the public page. What was done with it stays in the log.
    package func removePartner(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.promoteAwareness)) { doing in
            guard try doing.transaction.deletePartner(id, agency: doing.agency.id) else { return .nothing }
            return .done(.entry(.partnerKept, on: id, under: doing.policy.awareness.clauses))
        }
    }

    /// Reminds whoever promotes the programme, once, of a period that is soon over without anything done in it.
    package func remindOfAwareness() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let (today, rules) = (try agency.day(at: now), agency.policy.awareness)
            guard let rule = rules.activityEvery else { return }
            let period = rule.value.days(around: today)
            let done = try transaction.awareness(agency: agency.id, since: period.lowerBound)
            guard let last = rules.awarenessDue(done, on: today) else { return }
            try transaction.remindOnce(
                NewNotice(
                    kind: .awarenessDue, to: .role(rules.promotedBy), about: "awareness", under: rule.basis.clauses),
                dueOn: last, in: agency, at: now)
        }
    }
}
