import Foundation
import PolicyPacks
import Program
import Testing

/// What a programme cannot begin without: somebody who takes requests and keeps sheets, and somebody to turn to at the end.
@Suite struct ReadinessOfPacks {
    @Test(arguments: [
        ("nobody takes requests", "powers: [keep-stat-sheet, take-requests]", "powers: [keep-stat-sheet]", "roles"),
        ("nobody keeps sheets", "powers: [keep-stat-sheet, take-requests]", "powers: [take-requests]", "roles"),
        (
            "it ends with the team", "to: {role: administrator}\n      wait-minutes: 10",
            "to: {role: supporter}\n      wait-minutes: 10", "escalation.steps[administrator].to"
        ),
        (
            "it ends with whoever can be reached", "to: {role: administrator}\n      wait-minutes: 10",
            "to: available-supporters\n      wait-minutes: 10", "escalation.steps[administrator].to"
        ),
    ])
    func isTold(_ what: String, _ right: String, _ wrong: String, _ path: String) throws {
        let whole = try text(of: "orange-county-probation")
        try #require(whole.components(separatedBy: right).count == 2)
        #expect(try problems(of: whole).isEmpty)
        #expect(try problems(of: whole.replacing(right, with: wrong)).map(\.path).contains(path), "\(what)")
    }
}
