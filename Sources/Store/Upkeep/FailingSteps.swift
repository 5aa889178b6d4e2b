import Program

/// A step that a worker could not take at its last round, for one agency or for the whole installation.
package struct FailingStep: Sendable, Hashable {
    package let worker: String
    package let step: String
    /// The agency's id; nil where it is nobody's in particular.
    package let agency: String?

    package init(worker: String, step: String, agency: String?) {
        self.worker = worker
        self.step = step
        self.agency = agency
    }

    fileprivate var isIt: SQL {
        "worker = \(worker) AND step = \(step) AND COALESCE(agency, '') = \(agency ?? "")"
    }
}

/// A failing step as stored.
package struct FailingStepRow: Sendable, Equatable {
    package let step: FailingStep
    /// The agency's name in addresses; nil where the step fails for the whole installation.
    package let slug: String?
    /// The kind of fault, for whoever runs the server.
    package let fault: String
    /// The round at which it was seen last.
    package let at: Instant

    fileprivate init(_ row: Row) throws {
        step = FailingStep(
            worker: try row.text("worker"), step: try row.text("step"), agency: try row.optionalText("agency"))
        slug = try row.optionalText("slug")
        fault = try row.text("fault")
        at = Instant(milliseconds: try row.int64("at"))
    }
}

extension Transaction {
    /// Keeps that the step failed at this round too.
    package func setFailing(_ step: FailingStep, fault: String, at now: Instant) throws {
        let isKnown =
            try execute(
                "UPDATE failing_step SET fault = \(fault), at = \(now.milliseconds) WHERE \(step.isIt)") > 0
        if isKnown { return }
        try execute(
            """
            INSERT INTO failing_step (worker, step, agency, fault, at)
            VALUES (\(step.worker), \(step.step), \(step.agency), \(fault), \(now.milliseconds))
            ON CONFLICT DO NOTHING
            """)
    }

    /// The step is taken again.
    package func deleteFailing(_ step: FailingStep) throws {
        try execute("DELETE FROM failing_step WHERE \(step.isIt)")
    }

    /// Whatever was kept of that worker's steps.
    package func deleteFailingSteps(of worker: String) throws {
        try execute("DELETE FROM failing_step WHERE worker = \(worker)")
    }

    /// Every step that is kept as failing, on whichever server it was seen.
    package func failingSteps() throws -> [FailingStepRow] {
        try rows(
            """
            SELECT failing_step.worker, failing_step.step, failing_step.agency, failing_step.fault, failing_step.at,
                agency.slug
            FROM failing_step LEFT JOIN agency ON agency.id = failing_step.agency
            ORDER BY failing_step.worker, failing_step.step, agency.slug
            """
        ).map(FailingStepRow.init)
    }
}
