import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Files of incidents on both engines: nothing about anybody in the clear, nobody overwritten, names gone in time.
@Suite struct IncidentFileTests {
    private static let canary = "Quillfeather Canary"

    @Test(arguments: TestDatabase.engines)
    func nothingOfItLiesInTheClearAndNamesGoInTime(engine: Store.Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        let id = try await reported(field)
        let supporter = field.team[0]
        try #require(
            try await field.programmes.markInFile(
                supporter.account, as: .witness, in: id, by: field.coordinator)
        ).get()
        let rows = try await field.ground.database.rowsByTable()
        let file = try #require(rows["incident_file"]).joined()
        #expect(!file.contains("shooting") && !file.contains(supporter.account))
        let everything = rows.values.flatMap { $0 }.joined()
        #expect(!everything.contains("Quillfeather"))
        let board = try #require(try await field.programmes.incidentBoard(id, for: field.coordinator))
        #expect(board.names?.contains(Self.canary) == true && board.file.involved.count == 1)
        // Once their time is over, with the day that the pack says.
        field.ground.clock.set(field.ground.clock.now.adding(seconds: 92 * 86_400))
        try await field.programmes.destroyIncidentNames()
        let later = try #require(try await field.programmes.incidentBoard(id, for: field.coordinator))
        #expect(later.names == nil && later.file.involved.isEmpty && later.file.kind == "shooting")
        #expect(try await field.ground.database.rowsByTable()["sealed_paper"]?.isEmpty == true)
    }

    /// Two leaders at once: neither act is lost.
    @Test(arguments: TestDatabase.engines)
    func twoActsAtOnceAreBothKept(engine: Store.Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        let id = try await reported(field)
        let held = IncidentSession.Held(
            startedAt: field.ground.clock.now.adding(seconds: -3_600), minutes: 30, present: 4)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    _ = try await field.programmes.recordMeeting(
                        MeetingRule.defusing, held, reason: nil, in: id, by: field.coordinator)
                }
            }
            try await group.waitForAll()
        }
        let board = try #require(try await field.programmes.incidentBoard(id, for: field.coordinator))
        #expect(board.file.sessions.count == 4)
    }

    private func reported(_ field: RequestGround) async throws -> String {
        let now = field.ground.clock.now
        let report = IncidentReport(
            kind: "shooting", scope: .own, isLargeScale: false, happenedAt: now.adding(seconds: -7_200),
            toldAt: now.adding(seconds: -3_600), means: .telephone, teller: .supervisor, names: Self.canary)
        return try #require(try await field.programmes.reportIncident(report, by: field.coordinator)).get()
    }
}
