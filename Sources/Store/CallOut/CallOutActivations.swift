import Program

/// A call-out whose yes is waited for, in whichever agency.
package struct WaitingActivation: Sendable {
    package let agency: String
    package let callOut: String
    package let activation: CallOutActivation
}

extension CallOutActivation {
    fileprivate init(_ row: Row) throws {
        guard let stage = Stage(number: try row.int("stage")) else {
            throw StoreFault.unreadable(column: "stage", problem: "is no stage")
        }
        self.init(
            id: try row.text("id"), stage: stage,
            until: try row.optionalInt64("waits_until").map { Instant(milliseconds: $0) })
    }
}

extension Transaction {
    /// How a call-out stands to a yes; nothing where none was asked for.
    package func activation(of callOut: String, agency: String) throws -> CallOutActivation? {
        try row(
            """
            SELECT id, stage, waits_until FROM call_out_activation
            WHERE agency = \(agency) AND call_out = \(callOut)
            """
        ).map(CallOutActivation.init)
    }

    /// The call-out that an activation is of; nothing where there is none.
    package func callOut(ofActivation id: String, agency: String) throws -> String? {
        try row("SELECT call_out FROM call_out_activation WHERE agency = \(agency) AND id = \(id)")?.text("call_out")
    }

    /// Every call-out of every agency whose yes is waited for: as many as there are people at desks just now.
    package func waitingActivations() throws -> [WaitingActivation] {
        try rows(
            """
            SELECT agency, call_out, id, stage, waits_until FROM call_out_activation
            WHERE waits_until IS NOT NULL ORDER BY waits_until, id
            """
        ).map {
            WaitingActivation(
                agency: try $0.text("agency"), callOut: try $0.text("call_out"), activation: try CallOutActivation($0))
        }
    }

    /// Keeps how a call-out stands to a yes from now on.
    package func set(_ activation: CallOutActivation, of callOut: String, agency: String) throws {
        try execute(
            """
            INSERT INTO call_out_activation (id, call_out, agency, stage, waits_until)
            VALUES (
                \(activation.id), \(callOut), \(agency), \(activation.stage.number),
                \(activation.until?.milliseconds))
            ON CONFLICT (call_out) DO UPDATE SET stage = excluded.stage, waits_until = excluded.waits_until
            """)
    }

    /// Nobody's yes is waited for in that call-out any more.
    package func deleteActivation(of callOut: String, agency: String) throws {
        try execute("DELETE FROM call_out_activation WHERE agency = \(agency) AND call_out = \(callOut)")
    }
}
