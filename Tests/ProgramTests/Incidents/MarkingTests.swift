import Program
import Testing

/// Who may be marked as part of an incident, and by whom.
@Suite struct MarkingTests {
    private static func incident(_ involved: [String: Involvement]) throws -> Incident {
        Incident(id: "i", kind: "event", day: try #require(Day("2026-11-20")), involved: involved)
    }

    @Test(
        arguments: [
            ("ana", .witness, nil), ("gone", .participant, nil), ("gone", nil, nil), ("ana", nil, nil),
            ("stranger", .witness, "account"), ("stranger", nil, "account"),
        ] as [(String, Involvement?, String?)])
    func byTheRegister(_ account: String, _ involvement: Involvement?, _ field: String?) throws {
        let marked = try Self.incident(["gone": .witness]).marking(account, as: involvement, ofTeam: ["ana", "ben"])
        switch marked {
        case .success(let incident):
            #expect(field == nil && incident.involved[account] == involvement)
            #expect(account == "gone" || incident.involved["gone"] == .witness)
        case .failure(let refusal): #expect(refusal.problems.map(\.field) == [field])
        }
    }

    /// The refusal of whoever marks themself names no account: they type none.
    @Test func thereIsAnEnd() throws {
        let crowd = (0..<Incident.mostInvolved).map { ("\($0)", Involvement.witness) }
        let full = try Self.incident(Dictionary(uniqueKeysWithValues: crowd))
        #expect(throws: Refusal("There is no room for more than 300 people.", field: "account")) {
            try full.marking("ana", as: .witness, ofTeam: ["ana"]).get()
        }
        #expect(throws: Refusal("There is no room for more than 300 people.")) {
            try full.markingOneself("ana", as: .witness).get()
        }
        #expect(try full.markingOneself("7", as: .participant).get().involved["7"] == .participant)
    }
}
