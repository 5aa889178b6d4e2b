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
        let checked = try await checked(form, by: staff)
        return try await act(by: staff, .holding(.draftAfterAction)) { doing in
            guard let rule = doing.policy.afterAction else { return .refused(.ofOtherRoles) }
            if let refusal = rule.mayDraft(holding: doing.staff.roles) { return .refused(refusal) }
            if try doing.transaction.afterAction(agency: doing.agency.id, id: id.text) != nil {
                return .done(id.text, .silent(.unchanged))
            }
            switch checked {
            case .failure(let refusal): return .refused(refusal)
            case .success(let checked):
                try doing.transaction.insertAfterAction(
                    checked.content, id: id.text, release: checked.release, agency: doing.agency.id,
                    pack: doing.agency.packHash, by: doing.staff.account, on: doing.staff.today)
                return .done(id.text, .entry(.afterActionDrafted, on: id.text, under: rule.basis.clauses))
            }
        } ?? .failure(.ofOtherRoles)
    }

    /// Changes a draft, which withdraws every sign-off. Nothing where the agency has none of that id.
    ///
    /// - Parameter version: the one that was seen; a draft that somebody else changed meanwhile is not overwritten.
    package func changeAfterAction(
        _ id: String, version: Int, to form: AfterActionForm, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let checked = try await checked(form, by: staff)
        return try await act(by: staff, .holding(.draftAfterAction)) { doing in
            guard let (input, rule) = try doing.afterAction(id) else { return .nothing }
            if let refusal = rule.mayChange(input, version: version, holding: doing.staff.roles) {
                return .refused(refusal)
            }
            switch checked {
            case .failure(let refusal): return .refused(refusal)
            case .success(let checked):
                guard
                    try doing.transaction.changeAfterAction(
                        id, from: version, to: checked.content, release: checked.release, agency: doing.agency.id,
                        pack: doing.agency.packHash, by: doing.staff.account, on: doing.staff.today)
                else { throw StateLost() }
                return .done(.entry(.afterActionChanged, on: id, under: rule.basis.clauses))
            }
        }
    }

    /// Signs a draft off for one role of the rule that they hold. Nothing where the agency has none of that id.
    package func signOffAfterAction(
        _ id: String, version: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.signAfterAction)) { doing in
            guard let (input, rule) = try doing.afterAction(id) else { return .nothing }
            let signer = doing.staff.account
            let persons = try doing.transaction.persons(of: [signer] + input.hands, agency: doing.agency.id)
            switch rule.signingOff(input, version: version, by: signer, holding: doing.staff.roles, persons) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let role):
                let signOff = AfterActionInput.SignOff(role: role, by: signer, on: doing.staff.today)
                guard
                    try doing.transaction.insert(
                        signOff, afterAction: id, version: version, agency: doing.agency.id)
                else { throw StateLost() }
                return .done(
                    .entry(.afterActionSignedOff, on: id, under: rule.basis.clauses, details: [role.text]))
            }
        }
    }

    /// Makes a draft final that every role has signed off: from now on it stays as it is. Nothing where the agency has none of
    /// that id.
    package func finishAfterAction(
        _ id: String, version: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.draftAfterAction)) { doing in
            guard let (input, rule) = try doing.afterAction(id) else { return .nothing }
            let persons = try doing.transaction.persons(of: input.hands, agency: doing.agency.id)
            let refusal = rule.mayFinish(input, version: version, holding: doing.staff.roles, persons) {
                doing.policy.title(of: $0)
            }
            if let refusal { return .refused(refusal) }
            let release = try input.content.figures.flatMap {
                try doing.transaction.summary(agency: doing.agency.id, month: $0)
            }
            let checksum = try input.checksum(with: release)
            guard
                try doing.transaction.finishAfterAction(
                    id, version: version, checksum: checksum, agency: doing.agency.id,
                    pack: doing.agency.packHash, on: doing.staff.today)
            else { throw StateLost() }
            return .done(
                .entry(.afterActionFinished, on: id, under: rule.basis.clauses, details: [checksum]))
        }
    }

    /// What was typed, held against everybody's name and the published months, with the id of the summary it takes along. It is
    /// much to read, so it stands before the act and not in it.
    private func checked(_ form: AfterActionForm, by staff: Staff) async throws -> Result<Checked, Refusal> {
        guard let rule = staff.policy.afterAction else { return .failure(.ofOtherRoles) }
        return try await database.read { transaction in
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

extension Doing {
    /// The input with the rule it goes by; nothing where the agency has none of that id, or its pack no such rule.
    fileprivate func afterAction(_ id: String) throws -> (AfterActionInput, AfterActionRule)? {
        guard let rule = policy.afterAction,
            let input = try transaction.afterAction(agency: agency.id, id: id)?.input
        else { return nil }
        return (input, rule)
    }
}

/// Content that may be kept, with the id of the published summary that goes with it.
private struct Checked {
    let content: AfterActionContent
    let release: String?
}

/// What was loaded in a transaction is not what is stored in it.
struct StateLost: Error {}
