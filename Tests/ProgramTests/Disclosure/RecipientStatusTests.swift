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

    /// What the supporter wrote down stands before what a notice says, and an answer before who could still answer.
    @Test(arguments: [true, false]) func whereItIs(_ isReached: Bool) throws {
        let day = try #require(Day("2026-03-10"))
        func notice(_ answer: Acknowledgement?) -> Notice {
            Notice(
                id: "n", kind: .disclosure, to: .role(RoleID("chief")), from: nil, raisedOn: day, raisedAt: nil,
                due: nil,
                about: "d", tells: nil, clauses: [], acknowledgement: answer)
        }
        let told = (at: Instant(milliseconds: 2), how: Means.inPerson)
        func status(told: (at: Instant, how: Means)? = nil, _ notice: Notice?) -> RecipientStatus {
            RecipientStatus(told: told, notice: notice, answeredBy: "A") { isReached }
        }
        #expect(status(nil) == .toTell(isVacant: false))
        #expect(status(notice(nil)) == (isReached ? .waiting : .toTell(isVacant: true)))
        #expect(status(notice(Self.answer)) == .known(by: "A", Self.answer))
        for notice in [nil, notice(nil), notice(Self.answer)] {
            #expect(status(told: told, notice) == .told(at: told.at, how: told.how))
        }
    }

    /// Until the very moment there is time; whoever knows is never overdue, nor is what has no time.
    @Test func overdue() {
        let due = Instant(milliseconds: 1000)
        let after = Instant(milliseconds: 1001)
        for status in [RecipientStatus.waiting, .toTell(isVacant: true)] {
            #expect(!status.isOverdue(due: due, at: due) && status.isOverdue(due: due, at: after))
            #expect(!status.isOverdue(due: nil, at: after))
        }
        #expect(!RecipientStatus.known(by: "A", Self.answer).isOverdue(due: due, at: after))
        #expect(!RecipientStatus.told(at: after, how: .inPerson).isOverdue(due: due, at: after))
    }

    @Test func openAsLongAsTheyDoNotKnow() {
        #expect(RecipientStatus.waiting.isOpen(.open))
        #expect(RecipientStatus.toTell(isVacant: false).isOpen(.immediately))
        #expect(!RecipientStatus.toTell(isVacant: false).isOpen(.open))
        #expect(!RecipientStatus.known(by: "A", Self.answer).isOpen(.immediately))
    }
}
