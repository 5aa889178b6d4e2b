import Program
import Testing

/// When a supporter writes down that they told a recipient.
@Suite struct RecipientStatusTests {
    private static let clauses = [ClauseID("X-1")]
    private static let answer = Acknowledgement(by: "a", at: Instant(milliseconds: 1), how: .telephone)

    /// Only whom nobody answers for is told by voice, and once.
    @Test(arguments: Means.allCases) func toldByVoiceAlone(_ how: Means) {
        let byVoice = how != .page
        for isVacant in [true, false] {
            let refusal = RecipientStatus.toTell(isVacant: isVacant).mayBeTold(how: how, under: Self.clauses)
            #expect((refusal == nil) == byVoice)
            #expect(byVoice || refusal?.problems.first?.field == "how")
        }
        for status in [RecipientStatus.waiting, .known(by: "A", Self.answer)] {
            #expect(status.mayBeTold(how: how, under: Self.clauses)?.problems.first?.clauses == Self.clauses)
        }
        let told = RecipientStatus.told(at: Instant(milliseconds: 1), how: .inPerson)
        #expect(told.mayBeTold(how: how, under: Self.clauses) == .toldAlready)
    }

    @Test func openAsLongAsTheyDoNotKnow() {
        #expect(RecipientStatus.waiting.isOpen(.open))
        #expect(RecipientStatus.toTell(isVacant: false).isOpen(.immediately))
        #expect(!RecipientStatus.toTell(isVacant: false).isOpen(.open))
        #expect(!RecipientStatus.known(by: "A", Self.answer).isOpen(.immediately))
    }
}
