import Foundation
import PolicyPacks
import Program
import Testing

/// What is not built is written down, in whichever pack it stands, and what is built is carried out.
@Suite struct StatesOfDuties {
    private func states(_ pack: String) throws -> [String: DutyState] {
        let loaded = try loaded(PackLibrary.load(PackID(pack)))
        return Dictionary(uniqueKeysWithValues: loaded.conformance.map { ($0.clause.id.text, $0.state) })
    }

    /// No duty of any pack stands there with nothing that goes by it.
    @Test(arguments: ["iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation"])
    func nothingIsOnlyWrittenDown(pack: String) throws {
        let loaded = try loaded(PackLibrary.load(PackID(pack)))
        for duty in loaded.conformance where duty.state == .writtenDown {
            Issue.record("\(duty.clause.id.text): \(duty.shortfalls)")
        }
    }

    @Test(
        arguments: [
            (
                "sacramento-probation",
                [
                    "SAC-II.C-0", "SAC-II.D.1b", "SAC-II.D.3.d", "SAC-II.D.3.i", "SAC-II.D.3.k", "SAC-III.A.2.d",
                    "SAC-III.A.2.e", "SAC-IV.C", "SAC-VI.B.3a",
                    "SAC-VI.B.4",
                    "SAC-VI.F",
                    "SAC-VII-1", "SAC-VIII",
                ]
            ),
            (
                "orange-county-probation",
                [
                    "OCP-I.B.5", "OCP-I.B.3", "OCP-I.C.2.a", "OCP-I.C.3.i-1", "OCP-I.C.5.a", "OCP-II.B.6",
                    "OCP-II.H.1-0",
                    "OCP-II.H.1.a",
                    "OCP-II.H.1.b", "OCP-II.H.1.c",
                    "OCP-II.H.1.d", "OCP-I.A-2", "OCP-I.A-3", "OCP-II.B.1-3", "OCP-II.B.4", "OCP-II.D.1", "OCP-II.D.3",
                    "OCP-II.D.4",
                    "OCP-II.E.1", "OCP-II.E.2a", "OCP-II.E.2b", "OCP-II.E.3a", "OCP-II.E.3b", "OCP-II.E.4",
                    "OCP-II.G-0",
                    "OCP-II.G.1-4", "OCP-II.G-5",
                ]
            ), ("kern-sheriff", ["KSO-J.1.a", "KSO-J.1.b", "KSO-J.1.b.1", "KSO-J.1.b.2", "KSO-K.2"]),
            ("police-division", ["PD-A.4", "PD-E.11"]),
            (
                "iacp",
                [
                    "IACP-1.2", "IACP-2.3-2", "IACP-3.1-2", "IACP-3.4", "IACP-3.6", "IACP-3.9.1-2", "IACP-3.9.2-1",
                    "IACP-3.9.2-2",
                    "IACP-3.9.3",
                    "IACP-4.1",
                    "IACP-3.3", "IACP-4.5", "IACP-5.3", "IACP-6.2b", "IACP-6.7", "IACP-7.3",
                ]
            ),
        ] as [(String, [String])])
    func whatIsBuiltIsCarriedOut(pack: String, clauses: [String]) throws {
        let states = try states(pack)
        for clause in clauses { #expect(states[clause] == .carriedOut, "\(clause)") }
    }
}

/// What one rule wants counted, watched or left out, and another has no place for.
@Suite struct RulesWithoutTheirPlace {
    @Test(
        arguments: [
            (
                "iacp", "watched-by: [coordinator, committee-member]", "watched-by: [coordinator, management]",
                "governance.conformance.watched-by"
            ),
            (
                "kern-sheriff", "recorded-on-contact: false", "recorded-on-contact: true",
                "confidentiality.advisement.recorded-on-contact"
            ),
            (
                "iacp", "at-any-hour: true, counted: false", "at-any-hour: true, counted: true",
                "requests.consultations[1].counted"
            ),
        ])
    func isTold(_ pack: String, _ right: String, _ wrong: String, _ path: String) throws {
        let whole = try text(of: pack)
        try #require(whole.components(separatedBy: right).count == 2)
        #expect(try problems(of: whole).isEmpty)
        #expect(try problems(of: whole.replacing(right, with: wrong)).map(\.path) == [path])
    }
}
