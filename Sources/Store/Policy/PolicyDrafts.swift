import Program

extension PolicyDraft {
    fileprivate init(_ row: Row, steps: [Done]) throws {
        self.init(
            id: try row.text("id"), pack: try row.text("pack"), base: try row.text("base"),
            version: try row.text("version"),
            parts: Set(
                try row.text("parts").split(separator: " ").compactMap { PolicyRevision.Part(rawValue: String($0)) }),
            startsOn: try row.optionalText("starts_on").flatMap { Day($0) }, steps: steps)
    }
}

extension PolicyDraft.Done {
    fileprivate init(_ row: Row) throws {
        guard let step = PolicyDraft.Step(rawValue: try row.text("step")) else {
            throw StoreFault.unreadable(column: "step", problem: "is no step of a draft")
        }
        guard let day = Day(try row.text("done_on")) else {
            throw StoreFault.unreadable(column: "done_on", problem: "is no day")
        }
        self.init(step, by: try row.optionalText("account"), on: day)
    }
}

extension Transaction {
    /// Keeps a new draft with its text and its first step.
    package func insert(_ draft: PolicyDraft, content: String, agency: String) throws {
        let parts = draft.parts.map(\.rawValue).sorted().joined(separator: " ")
        try execute(
            """
            INSERT INTO policy_draft (id, agency, pack, base, version, parts, content)
            VALUES (\(draft.id), \(agency), \(draft.pack), \(draft.base), \(draft.version), \(parts), \(content))
            """)
        for (place, done) in draft.steps.enumerated() { try keep(done, at: place, of: draft.id, agency: agency) }
    }

    /// Keeps the last step of a draft, and the day from which it is in force.
    ///
    /// - Parameter text: whether its text is still wanted: one that goes no further is destroyed, one in force is in the archive.
    package func keepLastStep(of draft: PolicyDraft, keepingText text: Bool, agency: String) throws {
        guard let done = draft.steps.last else { return }
        try keep(done, at: draft.steps.count - 1, of: draft.id, agency: agency)
        try execute(
            """
            UPDATE policy_draft SET starts_on = \(draft.startsOn?.text),
                content = CASE WHEN \(text) = 1 THEN content ELSE NULL END
            WHERE agency = \(agency) AND id = \(draft.id)
            """)
    }

    private func keep(_ done: PolicyDraft.Done, at place: Int, of draft: String, agency: String) throws {
        try execute(
            """
            INSERT INTO policy_draft_step (draft, step, place, agency, account, done_on)
            VALUES (\(draft), \(done.step.rawValue), \(place), \(agency), \(done.by), \(done.on.text))
            """)
    }

    package func policyDraft(_ id: String, agency: String) throws -> PolicyDraft? {
        try row(
            """
            SELECT id, pack, base, version, parts, starts_on FROM policy_draft
            WHERE agency = \(agency) AND id = \(id)
            """
        ).map { try PolicyDraft($0, steps: try steps(ofDraft: id)) }
    }

    /// Every draft that the agency ever had; there are few in a year.
    package func policyDrafts(agency: String) throws -> [PolicyDraft] {
        try rows(
            """
            SELECT id, pack, base, version, parts, starts_on FROM policy_draft WHERE agency = \(agency) ORDER BY id
            """
        ).map { row in try PolicyDraft(row, steps: try steps(ofDraft: try row.text("id"))) }
    }

    /// The text of a draft; nothing once it is destroyed or in the archive.
    package func text(ofPolicyDraft id: String, agency: String) throws -> String? {
        try row("SELECT content FROM policy_draft WHERE agency = \(agency) AND id = \(id)")?.optionalText("content")
    }

    private func steps(ofDraft id: String) throws -> [PolicyDraft.Done] {
        try rows("SELECT step, account, done_on FROM policy_draft_step WHERE draft = \(id) ORDER BY place")
            .map(PolicyDraft.Done.init)
    }

    /// Puts another pack in force.
    package func putInForce(pack hash: String, agency: String) throws {
        try execute("UPDATE agency SET pack = \(hash) WHERE id = \(agency)")
    }

    /// The day on which a pack was first archived.
    package func archivedOn(pack hash: String) throws -> Day? {
        try row("SELECT archived_on FROM pack WHERE hash = \(hash)").flatMap { Day(try $0.text("archived_on")) }
    }
}
