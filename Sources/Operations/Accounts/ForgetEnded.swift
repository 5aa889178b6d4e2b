import Program
import Store

extension Programmes {
    /// Deletes the sessions that have ended and forgets failed attempts that are long past. Harmless to repeat.
    package func forgetEndedSessions() async throws {
        let now = clock()
        try await database.write { transaction in
            try transaction.deleteSessions(endedBy: now)
            try transaction.deleteSignInPauses(endedBy: SignInPausing.forgotten(by: now))
        }
    }
}
