import PolicyPacks
import Program
import Store

/// A supporter's own disclosure: the exception, who was told, when, and who knows.
package struct DisclosureView: Sendable {
    package let id: String
    package let exception: DisclosureException
    package let begunAt: Instant
    package let steps: [Step]

    package var clauses: [ClauseID] { exception.basis.clauses }

    /// Whether somebody has still to be told or to answer, of those for whom the pack sets a time.
    package var isOpen: Bool {
        steps.contains { $0.status.isOpen($0.recipient.deadline) }
    }

    /// One recipient.
    package struct Step: Sendable {
        package let recipient: Recipient
        package let due: Instant?
        package let status: RecipientStatus
        package let isOverdue: Bool
        /// Whom to call.
        package let reach: RecipientReach
    }
}

extension Programmes {
    /// The supporter's own disclosures, the latest first, at most fifty.
    package func disclosures(of staff: Staff) async throws -> [DisclosureView] {
        let now = clock()
        return try await database.read { transaction in
            try transaction.disclosures(of: staff.account, agency: staff.agency.id, limit: 50).compactMap {
                try view(of: $0, of: staff, at: now, in: transaction)
            }
        }
    }

    /// A disclosure of the supporter's own; nothing for anybody else.
    package func disclosure(_ id: String, of staff: Staff) async throws -> DisclosureView? {
        let now = clock()
        return try await database.read { transaction in try disclosureView(id, of: staff, at: now, in: transaction) }
    }

    /// How many recipients the supporter has still to tell by voice, of those for whom the pack sets a time.
    package func untoldRecipients(of staff: Staff) async throws -> Int {
        try await database.read { transaction in
            try transaction.countOfUntoldSteps(of: staff.account, agency: staff.agency.id)
        }
    }

    func disclosureView(
        _ id: String, of staff: Staff, at now: Instant, in transaction: any Transaction
    ) throws -> DisclosureView? {
        try transaction.disclosure(id, of: staff.account, agency: staff.agency.id).flatMap {
            try view(of: $0, of: staff, at: now, in: transaction)
        }
    }

    /// The exception is read from the pack that was in force then.
    private func view(
        of row: DisclosureRow, of staff: Staff, at now: Instant, in transaction: any Transaction
    ) throws -> DisclosureView? {
        let rules = try packs.pack(row.pack, in: transaction).pack.confidentiality
        guard let exception = rules.exception(row.exception) else { return nil }
        let notices = try transaction.notices(about: row.id, agency: staff.agency.id)
        let names = try transaction.accountNames(
            agency: staff.agency.id, of: notices.compactMap { $0.acknowledgement?.by })
        let steps = try transaction.steps(of: row.id, agency: staff.agency.id).compactMap { step in
            exception.recipients.indices.contains(step.place)
                ? try self.step(
                    step, to: exception.recipients[step.place], among: notices, names: names, of: staff, at: now,
                    in: transaction) : nil
        }
        return DisclosureView(id: row.id, exception: exception, begunAt: row.begunAt, steps: steps)
    }

    private func step(
        _ row: DisclosureStepRow, to recipient: Recipient, among notices: [Notice], names: [String: String],
        of staff: Staff, at now: Instant, in transaction: any Transaction
    ) throws -> DisclosureView.Step {
        let agency = staff.agency
        let notice = notices.first { $0.id == row.notice }
        let inItsPlace = notices.filter { other in notice.map { $0.effect(on: other) == .withdrawn } ?? false }
        let status = try RecipientStatus(
            told: row.told.map { ($0.at, $0.how) }, notice: notice,
            answeredBy: notice?.acknowledgement.flatMap { names[$0.by] } ?? "",
            isUnanswered: notices.isUnanswered(recipient.who.role)
        ) {
            let today = try agency.day(at: now)
            return try ([notice].compactMap { $0 } + inItsPlace).contains {
                try transaction.isRead($0.id, in: agency, on: today)
            }
        }
        return DisclosureView.Step(
            recipient: recipient, due: row.due, status: status, isOverdue: status.isOverdue(due: row.due, at: now),
            reach: try transaction.reach(of: recipient, for: staff, at: now))
    }
}
