import Program
import Testing

/// Whether an incident of the register may be the one that a seeker means.
@Suite struct AskedIncidentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let asked: String
        var kind: String?
        let happened: String
        var of = "shooting"
        let mayBe: Bool

        var testDescription: String { "\(kind ?? "any kind") on \(asked), \(of) on \(happened)" }
    }

    @Test(arguments: [
        Case(asked: "2026-03-09", happened: "2026-03-09", mayBe: true),
        Case(asked: "2026-03-09", happened: "2026-03-08", mayBe: true),
        Case(asked: "2026-03-09", happened: "2026-03-10", mayBe: true),
        Case(asked: "2026-03-09", happened: "2026-03-07", mayBe: false),
        Case(asked: "2026-03-09", happened: "2026-03-11", mayBe: false),
        Case(asked: "2026-01-01", happened: "2025-12-31", mayBe: true),
        Case(asked: "2028-02-28", happened: "2028-02-29", mayBe: true),
        Case(asked: "2026-03-09", happened: "2025-03-09", mayBe: false),
        Case(asked: "2026-03-09", kind: "shooting", happened: "2026-03-09", mayBe: true),
        Case(asked: "2026-03-09", kind: "shooting", happened: "2026-03-10", mayBe: true),
        Case(asked: "2026-03-09", kind: "fire", happened: "2026-03-09", mayBe: false),
        Case(asked: "2026-03-09", kind: "fire", happened: "2026-03-10", of: "fire", mayBe: true),
    ])
    func byDayAndKind(_ row: Case) throws {
        let asked = AskedIncident(day: try #require(Day(row.asked)), kind: row.kind)
        let incident = Incident(id: "i", kind: row.of, day: try #require(Day(row.happened)))
        #expect(asked.mayBe(incident) == row.mayBe)
    }
}
