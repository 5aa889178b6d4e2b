import Program

// Colleagues' answers to a peer review. Who answered and what was answered stand in two tables that share nothing but the application.
extension Transaction {
    /// Notes that somebody answered; false where they did before.
    package func insert(peerAnswered mark: [UInt8], application: String) throws -> Bool {
        try execute(
            """
            INSERT INTO peer_answered (application, mark) VALUES (\(application), \(mark))
            ON CONFLICT (application, mark) DO NOTHING
            """) == 1
    }

    package func hasAnswered(_ mark: [UInt8], application: String) throws -> Bool {
        try row("SELECT 1 AS found FROM peer_answered WHERE application = \(application) AND mark = \(mark)") != nil
    }

    package func insert(peerAnswer sealed: [UInt8], id: String, application: String) throws {
        try execute(
            "INSERT INTO peer_answer (id, application, sealed) VALUES (\(id), \(application), \(sealed))")
    }

    /// Every answer, in an order that tells nothing.
    package func peerAnswers(application: String) throws -> [(id: String, sealed: [UInt8])] {
        try rows("SELECT id, sealed FROM peer_answer WHERE application = \(application) ORDER BY id").map {
            (try $0.text("id"), try $0.blob("sealed"))
        }
    }

    package func countPeerAnswers(application: String) throws -> Int {
        try row("SELECT COUNT(*) AS number FROM peer_answer WHERE application = \(application)")?.int("number") ?? 0
    }

    /// The single answers and who gave one are gone.
    package func deletePeerAnswers(application: String) throws {
        try execute("DELETE FROM peer_answered WHERE application = \(application)")
        try execute("DELETE FROM peer_answer WHERE application = \(application)")
    }
}
