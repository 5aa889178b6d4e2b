import Program
import Sealing
import Store

extension Programmes {
    /// Writes the first draft of the programme's part in an after-action report (IACP-6.8).
    ///
    /// - Parameter id: made before the form was shown, so that a form sent twice on a bad line drafts once.
    package func draftAfterAction(
        _ form: AfterActionForm, as id: RandomId = RandomId(), by staff: Staff
    ) async throws -> Result<String, Refusal> {
        guard let rule = staff.policy.afterAction, staff.holds(rule.draftedBy) else { return .failure(.notTheirs) }
        let now = clock()
        switch try await checked(form, under: rule, by: staff) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let checked):
            return try await database.write { transaction in
                if try transaction.afterAction(agency: staff.agency.id, id: id.text) != nil { return .success(id.text) }
                try transaction.insertAfterAction(
                    checked.content, id: id.text, release: checked.release, agency: staff.agency.id,
                    pack: staff.agency.packHash,
                    by: staff.account, on: staff.today)
                try transaction.record(
                    .afterActionDrafted, in: staff.agency, by: staff.actor, on: id.text, under: rule.basis.clauses,
                    at: now)
                return .success(id.text)
            }
        }
    }

    /// Changes a draft, which withdraws every sign-off. Nothing where the agency has none of that id.
    ///
    /// - Parameter version: the one that was seen; a draft that somebody else changed meanwhile is not overwritten.
    package func changeAfterAction(
        _ id: String, version: Int, to form: AfterActionForm, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        guard let present = try await afterAction(id, by: staff) else { return nil }
        guard let rule = staff.policy.afterAction, staff.holds(rule.draftedBy) else { return .failure(.notTheirs) }
        if let refusal = rule.mayChange(present.input, version: version) { return .failure(refusal) }
        let now = clock()
        switch try await checked(form, under: rule, by: staff) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let checked):
            return try await database.write { transaction in
                guard let input = try transaction.afterAction(agency: staff.agency.id, id: id)?.input else {
                    return .failure(.notTheirs)
                }
                if let refusal = rule.mayChange(input, version: version) { return .failure(refusal) }
                guard
                    try transaction.changeAfterAction(
                        id, from: version, to: checked.content, release: checked.release, agency: staff.agency.id,
                        pack: staff.agency.packHash, by: staff.account, on: staff.today)
                else { throw StateLost() }
                try transaction.record(
                    .afterActionChanged, in: staff.agency, by: staff.actor, on: id, under: rule.basis.clauses, at: now)
                return .success(())
            }
        }
    }

    /// Signs a draft off for every role of the rule that they hold. Nothing where the agency has none of that id.
    package func signOffAfterAction(
        _ id: String, version: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        guard let rule = staff.policy.afterAction else { return nil }
        let roles = rule.signedOffBy.filter(staff.holds)
        guard !roles.isEmpty else { return .failure(.notTheirs) }
        let now = clock()
        return try await database.write { transaction in
            guard let input = try transaction.afterAction(agency: staff.agency.id, id: id)?.input else { return nil }
            switch rule.signingOff(input, version: version, holding: roles) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let roles):
                for role in roles {
                    let signOff = AfterActionInput.SignOff(role: role, by: staff.account, on: staff.today)
                    guard
                        try transaction.insert(signOff, afterAction: id, version: version, agency: staff.agency.id)
                    else { throw StateLost() }
                    try transaction.record(
                        .afterActionSignedOff, in: staff.agency, by: staff.actor, on: id, under: rule.basis.clauses,
                        details: [role.text], at: now)
                }
                return .success(())
            }
        }
    }

    /// Makes a draft final that every role has signed off: from now on it stays as it is. Nothing where the agency has none of
    /// that id.
    package func finishAfterAction(
        _ id: String, version: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        guard let rule = staff.policy.afterAction else { return nil }
        guard staff.holds(rule.draftedBy) else { return .failure(.notTheirs) }
        let now = clock()
        return try await database.write { transaction in
            guard let input = try transaction.afterAction(agency: staff.agency.id, id: id)?.input else { return nil }
            if let refusal = rule.mayFinish(
                input, version: version, title: { staff.policy.role($0)?.title ?? $0.text })
            {
                return .failure(refusal)
            }
            let release = try input.content.figures.flatMap {
                try transaction.summary(agency: staff.agency.id, month: $0)
            }
            let checksum = try input.checksum(with: release)
            guard
                try transaction.finishAfterAction(
                    id, version: version, checksum: checksum, agency: staff.agency.id,
                    pack: staff.agency.packHash, on: staff.today)
            else { throw StateLost() }
            try transaction.record(
                .afterActionFinished, in: staff.agency, by: staff.actor, on: id, under: rule.basis.clauses,
                details: [checksum], at: now)
            return .success(())
        }
    }

    /// What was typed, held against everybody's name and the published months, with the id of the summary it takes along.
    private func checked(
        _ form: AfterActionForm, under rule: AfterActionRule, by staff: Staff
    ) async throws -> Result<Checked, Refusal> {
        try await database.read { transaction in
            let content = rule.check(
                form, against: try transaction.namesOfPeople(agency: staff.agency.id),
                published: try transaction.monthsWithFigures(of: staff), on: staff.today)
            switch content {
            case .failure(let refusal): return .failure(refusal)
            case .success(let content):
                let release = try content.figures.flatMap {
                    try transaction.summary(agency: staff.agency.id, month: $0)?.id
                }
                return .success(Checked(content: content, release: release))
            }
        }
    }
}

/// Content that may be kept, with the id of the published summary that goes with it.
private struct Checked {
    let content: AfterActionContent
    let release: String?
}

/// A row that was read in this transaction is not as it was read.
private struct StateLost: Error {}

extension Refusal {
    fileprivate static let notTheirs = Refusal("This belongs to other roles.")
}
