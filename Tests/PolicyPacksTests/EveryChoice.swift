import Foundation
import PolicyPacks
import Program
import Testing

/// A place in the pack of Orange County where a choice is made, and every word that may stand there.
struct ChoicePlace: Sendable, CustomTestStringConvertible {
    let key: String
    let right: String
    let words: [String]

    var testDescription: String { "\(key): \(right)" }
}

private let places = [
    ChoicePlace(
        key: "act", right: "{personnel-file-review: {by: personnel-reviewer}}",
        words: [
            "application", "forwarding", "declarations", "supervisor-letter", "approvals", "endorsement",
            "confirmation", "inquiries", "service-record", "personnel-file-review", "peer-review", "interview",
            "ballot", "consultation", "review", "approval",
        ]),
    ChoicePlace(
        key: "procedure", right: "{at-will: {by: administrator}}",
        words: ["ballot", "approved", "decision", "at-will"]),
    ChoicePlace(key: "to", right: "available-supporters", words: ["available-supporters", "role"]),
    ChoicePlace(
        key: "who", right: "{role: chief}, deadline: immediately",
        words: [
            "role", "crisis-referral-service", "another-supporter", "authority", "authority-named-by-law",
            "named-in-consent",
        ].map { "\($0), deadline: immediately" }),
    ChoicePlace(
        key: "answer", right: "{amount: {quantity: participants, range: [2, 500], required: true}}",
        words: ["one", "several", "amount", "confirmation"]),
    ChoicePlace(
        key: "tables", right: "\n    - kinds: {title: Contacts and group debriefs, basis: [OCP-FORM-3]}",
        words: ["kinds", "answers", "sums"].map { "\n    - \($0)" }),
    ChoicePlace(key: "by", right: "[{role: coordinator}, {committee: advisory}]", words: ["[role]", "[committee]"]),
    ChoicePlace(
        key: "consultations", right: "[]",
        words: ["role", "another-supporter"].map {
            "[{with: \($0), sharing: nothing, at-any-hour: true, counted: true, basis: [OCP-II.C]}]"
        }),
    ChoicePlace(
        key: "defusing", right: "\n    timing: at-once",
        words: ["incident-commander", "watch-commander", "role"].map {
            "\n    timing: at-once\n  scene-response:\n    asked-by: [\($0)]\n    basis: [OCP-II.C]"
        }),
]

@Suite struct EveryChoice {
    /// A bare word is a choice without what belongs to it: at most its own rules are missing, and it is never unknown.
    @Test(arguments: places) func isReadByItsWord(place: ChoicePlace) throws {
        let pack = try text(of: "orange-county-probation")
        for word in place.words {
            let mistake = Mistake(
                word, "\(place.key): \(place.right)".replacing(": \n", with: ":\n"),
                "\(place.key): \(word)".replacing(": \n", with: ":\n"), at: "", "")
            for problem in try problems(of: mistake.spoil(pack)) {
                #expect(!problem.message.contains("is unknown here"), "\(problem)")
                #expect(!problem.message.contains("cannot be read"), "\(problem)")
            }
        }
    }
}
