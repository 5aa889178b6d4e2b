import Program
import Sealing
import Store

/// What carrying out an exception brought about.
package struct Disclosed: Sendable, Equatable {
    /// The id of the record, the supporter's own way back to it.
    package let id: String
    /// Whether the supporter has to step back and hand the request over now (SAC-VI.B.2).
    package let mustStepBack: Bool
}

extension Programmes {
    /// Carries out an exception to confidence: tells exactly those whom the pack names, at once. What was said and whom it
    /// is about is asked for nowhere; the supporter says it to the recipient by voice.
    ///
    /// - Parameter id: made before the form was shown, so that a form sent twice on a bad line tells once.
    package func disclose(
        _ exception: String, as id: RandomId = RandomId(), by staff: Staff
    ) async throws -> Result<Disclosed, Refusal> {
        guard staff.powers.contains(.takeRequests) else {
            return .failure(.onlySupportersDisclose)
        }
        let rule: DisclosureException
        switch staff.policy.confidentiality.carryingOut(exception) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let given): rule = given
        }
        let now = clock()
        let disclosure = DisclosureRow(
            id: id.text, account: staff.account, exception: rule.id, pack: staff.agency.packHash, begunAt: now)
        return try await database.write { transaction in
            guard try transaction.insert(disclosure, agency: staff.agency.id) else {
                let present = try transaction.disclosure(id.text, of: staff.account, agency: staff.agency.id)
                guard present?.exception == rule.id else {
                    return .failure(Refusal("This form was sent before. Begin again."))
                }
                return .success(Disclosed(id: id.text, mustStepBack: rule.replacesSupporter))
            }
            let pace = staff.policy.escalation.pace
            for (place, recipient) in rule.recipients.enumerated() {
                let notice = try rule.notice(
                    to: recipient, of: disclosure.id, by: staff.account, pace: pace, at: now
                ).map { try transaction.raise($0, in: staff.agency, at: now) }
                let due = recipient.deadline.minutes(pace: pace).map { now.adding(seconds: Int64($0) * 60) }
                try transaction.insert(
                    DisclosureStepRow(place: place, notice: notice, due: due, told: nil), of: disclosure.id,
                    agency: staff.agency.id)
            }
            try transaction.record(
                .disclosureBegun, in: staff.agency, by: staff.actor, on: disclosure.id,
                under: rule.basis.clauses, at: now)
            return .success(Disclosed(id: disclosure.id, mustStepBack: rule.replacesSupporter))
        }
    }

    /// Keeps that the supporter has told a recipient by voice: somebody outside of the programme, or a role that nobody
    /// holds just now. Nothing where it is no disclosure of theirs or has no such step.
    package func confirmTold(
        _ place: Int, of disclosure: String, how: Means, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let view = try disclosureView(disclosure, of: staff, at: now, in: transaction),
                view.steps.indices.contains(place)
            else { return nil }
            if let refusal = view.steps[place].status.mayBeTold(how: how, under: view.clauses) {
                return .failure(refusal)
            }
            let told = DisclosureStepRow.Told(at: now, how: how)
            guard try transaction.tell(told, place: place, of: disclosure, agency: staff.agency.id) else {
                return .failure(.toldAlready)
            }
            try transaction.record(
                .disclosureTold, in: staff.agency, by: staff.actor, on: disclosure, under: view.clauses,
                details: ["\(place)", how.rawValue], at: now)
            return .success(())
        }
    }
}
