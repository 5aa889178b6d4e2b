import PolicyPacks
import Program
import Testing

/// Whom an incident keeps from a request, by the packs' own rules.
@Suite struct IncidentRuleTests {
    private static func pack(_ name: String) throws -> PolicyPack { try PackLibrary.load(PackID(name)).get().pack }

    /// Only where the pack wants the system itself to know.
    @Test(arguments: [("kern-sheriff", ["ana"]), ("sacramento-probation", []), ("iacp", [])] as [(String, [String])])
    func onlyWhereThePackMarks(_ row: (pack: String, barred: [String])) throws {
        let day = try #require(Day("2026-03-09"))
        let incident = Incident(id: "i", kind: "disturbing-event", day: day, involved: ["ana": .witness])
        let rules = try Self.pack(row.pack).requests
        #expect(rules.barred(by: AskedIncident(day: day, kind: nil), among: [incident]) == Set(row.barred))
        #expect(rules.barred(by: nil, among: [incident]).isEmpty)
    }

    @Test(
        arguments: [
            ("disturbing-event", "2026-03-10", []), ("disturbing-event", "2026-03-11", ["day"]),
            ("disturbing-event", "2025-12-10", []), ("disturbing-event", "2025-12-09", ["day"]),
            ("quarrel", "2026-03-10", ["kind"]), ("quarrel", "2030-01-01", ["kind", "day"]),
        ] as [(String, String, [String])])
    func whatMayBeRecorded(_ row: (kind: String, day: String, fields: [String])) throws {
        let (day, today) = (try #require(Day(row.day)), try #require(Day("2026-03-10")))
        let refusal = try Self.pack("kern-sheriff").mayRecord(kind: row.kind, on: day, today: today)
        #expect((refusal?.problems.compactMap(\.field) ?? []) == row.fields)
    }

    @Test(
        arguments: [
            ("kern-sheriff", "2026-03-10", nil, nil), ("kern-sheriff", "1990-01-01", "death-or-injury", nil),
            ("kern-sheriff", "2026-03-11", nil, "incidentDay"),
            ("kern-sheriff", "2026-03-10", "quarrel", "incidentKind"),
            ("iacp", "2026-03-10", nil, "incidentDay"),
        ] as [(String, String, String?, String?)])
    func whatASeekerMayName(_ row: (pack: String, day: String, kind: String?, field: String?)) throws {
        let asked = AskedIncident(day: try #require(Day(row.day)), kind: row.kind)
        let refusal = try Self.pack(row.pack).mayName(asked, on: try #require(Day("2026-03-10")))
        #expect(refusal?.problems.first?.field == row.field)
    }

    /// Whatever incidents there are and whatever is asked: nobody involved in one that may be meant is left unbarred, and
    /// nobody else is barred.
    @Test func nobodyInvolvedIsEverLeft() throws {
        let rules = try Self.pack("kern-sheriff").requests
        let kinds = ["officer-involved-shooting", "death-or-injury", "disturbing-event"]
        let beginning = try #require(Day("2026-03-01"))
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let incidents = try (0..<Int.random(in: 0...6, using: &dice)).map { number -> Incident in
                let involved = (0..<8).filter { _ in Bool.random(using: &dice) }.map {
                    ("member \($0)", Involvement.witness)
                }
                return Incident(
                    id: "\(number)", kind: try #require(kinds.randomElement(using: &dice)),
                    day: try #require(beginning.adding(days: Int.random(in: 0...9, using: &dice))),
                    involved: Dictionary(involved) { first, _ in first })
            }
            let asked = AskedIncident(
                day: try #require(beginning.adding(days: Int.random(in: 0...9, using: &dice))),
                kind: Bool.random(using: &dice) ? kinds.randomElement(using: &dice) : nil)
            let barred = rules.barred(by: asked, among: incidents)
            for member in (0..<8).map({ "member \($0)" }) {
                let isInvolved = incidents.contains { incident in
                    let apart = abs(incident.day.daysSince1970 - asked.day.daysSince1970)
                    return incident.involved[member] != nil && apart <= 1
                        && (asked.kind ?? incident.kind) == incident.kind
                }
                #expect(barred.contains(member) == isInvolved, "\(asked) \(incidents)")
            }
        }
    }
}
