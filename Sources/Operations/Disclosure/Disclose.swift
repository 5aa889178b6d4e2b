import Program
import Sealing
import Store

/// What carrying out an exception brought about.
package struct Disclosed: Sendable, Equatable {
    /// The id of the record, the supporter's own way back to it.
    package let id: String
    /// Whether the supporter has to step back, and named no request that left them with it (SAC-VI.B.2).
    package let mustStepBack: Bool
}

extension Programmes {
    /// Carries out an exception to confidence: tells exactly those whom the pack names, at once. What was said and whom it
    /// is about is asked for nowhere; the supporter says it to the recipient by voice.
    ///
    /// - Parameters:
    ///   - id: made before the form was shown, so that a form sent twice on a bad line tells once.
    ///   - left: from which request the supporter steps back, where the exception ends their part. It is with others from this moment
    ///     (SAC-VI.B.2), and the record does not keep which it was.
    package func disclose(
        _ exception: String, as id: RandomId = RandomId(), steppingBackFrom left: SteppingBackFrom = .unsaid,
        by staff: Staff
    ) async throws -> Result<Disclosed, Refusal> {
        try await act(by: staff, .holding(.takeRequests)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            let rule: DisclosureException
            switch doing.policy.confidentiality.carryingOut(exception) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let given): rule = given
            }
            if let present = try transaction.disclosure(id.text, of: doing.staff.account, agency: agency.id) {
                return present.exception == rule.id
                    ? .done(Disclosed(id: id.text, mustStepBack: false), .silent(.unchanged))
                    : .refused(.formSentBefore)
            }
            let own = try transaction.requests(of: doing.staff)
            let request: OpenedRequest?
            switch rule.request(leftBy: left, of: own.map(\.row.id)) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let id): request = own.first { $0.row.id == id }
            }
            let disclosed = Disclosed(id: id.text, mustStepBack: rule.replacesSupporter && request == nil)
            let row = DisclosureRow(
                id: id.text, account: doing.staff.account, exception: rule.id, pack: agency.packHash,
                begunAt: doing.now)
            guard try transaction.insert(row, agency: agency.id) else { return .refused(.formSentBefore) }
            for (place, recipient) in rule.recipients.enumerated() {
                try doing.tell(recipient, at: place, of: row, under: rule)
            }
            if let request, let supported = request.life.supported(by: doing.staff.account) {
                try carryOut(
                    supported.steppedBack(for: rule, under: doing.policy), on: request, in: agency, at: doing.now,
                    transaction)
            }
            return .done(disclosed, .entry(.disclosureBegun, on: id.text, under: rule.basis.clauses))
        } ?? .failure(.onlySupportersDisclose)
    }

    /// Keeps that the supporter has told a recipient by voice: somebody outside of the programme, or a role that nobody
    /// holds just now. Nothing where it is no disclosure of theirs or has no such step.
    package func confirmTold(
        _ place: Int, of disclosure: String, how: Means, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.takeRequests)) { doing in
            guard
                let view = try disclosureView(disclosure, of: doing.staff, at: doing.now, in: doing.transaction),
                view.steps.indices.contains(place)
            else { return .nothing }
            if let refusal = view.steps[place].status.mayBeTold(how: how, under: view.clauses) {
                return .refused(refusal)
            }
            let told = DisclosureStepRow.Told(at: doing.now, how: how)
            guard try doing.transaction.tell(told, place: place, of: disclosure, agency: doing.agency.id) else {
                return .refused(.toldAlready)
            }
            try doing.transaction.toldByVoice(place, of: disclosure, in: doing.agency)
            return .done(
                .entry(
                    .disclosureTold, on: disclosure, under: view.clauses, details: ["\(place)", how.rawValue]))
        }
    }
}

extension Doing {
    /// Tells a recipient where the system can, and keeps until when they have to know. Where nobody is there to read it the next office
    /// is asked at once.
    fileprivate func tell(
        _ recipient: Recipient, at place: Int, of row: DisclosureRow, under rule: DisclosureException
    ) throws {
        let notice = try rule.notice(to: recipient, of: row.id, by: row.account, telling: policy.telling, at: now)
            .map { try transaction.raise($0, in: agency, at: now) }
        let due = recipient.deadline.due(policy.telling, from: now)
        try transaction.insert(
            DisclosureStepRow(place: place, notice: notice, due: due, told: nil), of: row.id, agency: agency.id)
        guard let notice, recipient.escalates, try !transaction.isRead(notice, in: agency, on: staff.today) else {
            return
        }
        try transaction.askTheNext(after: notice, reached: 1, under: rule, in: agency, at: now)
    }
}
