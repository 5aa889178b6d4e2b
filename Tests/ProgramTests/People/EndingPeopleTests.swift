import Program
import Testing

/// A file that ends many people wants an explicit word with their number.
@Suite struct EndingPeopleTests {
    struct Case: Sendable {
        let present: Int
        let ended: Int
        let said: Int?
        let isDone: Bool
    }

    static let cases = [
        Case(present: 40, ended: 0, said: nil, isDone: true), Case(present: 40, ended: 5, said: nil, isDone: true),
        Case(present: 40, ended: 6, said: nil, isDone: false), Case(present: 40, ended: 39, said: nil, isDone: false),
        Case(present: 40, ended: 39, said: 39, isDone: true), Case(present: 40, ended: 39, said: 38, isDone: false),
        Case(present: 40, ended: 3, said: 39, isDone: false), Case(present: 40, ended: 3, said: 3, isDone: true),
        Case(present: 60, ended: 6, said: nil, isDone: true), Case(present: 59, ended: 6, said: nil, isDone: false),
        Case(present: 6, ended: 5, said: nil, isDone: true), Case(present: 1000, ended: 100, said: nil, isDone: true),
        Case(present: 1000, ended: 101, said: nil, isDone: false), Case(present: 40, ended: 0, said: 0, isDone: true),
        Case(present: 40, ended: 39, said: 0, isDone: false),
    ]

    @Test(arguments: cases) func aWordIsNeeded(_ this: Case) throws {
        let update = try Self.update(present: this.present, ended: this.ended)
        let refusal = update.mayBeCarriedOut(saying: this.said) { "with --ends \($0)" }
        #expect((refusal == nil) == this.isDone)
        guard let problem = refusal?.problems.first else { return }
        #expect(problem.message.contains("\(this.ended) of the \(this.present) people"))
        #expect(problem.field == DirectoryUpdate.wordField)
    }

    /// People of whom the first few are still listed, with one newcomer where nobody else is left.
    static func update(present: Int, ended: Int) throws -> DirectoryUpdate {
        let person = try PeopleSample().check().get().people[0]
        func numbered(_ number: Int) -> PersonRecord {
            var other = person
            other.employeeNumber = "\(number)"
            return other
        }
        let directory = (0..<present).map { ListedPerson(id: "p\($0)", record: numbered($0), endedOn: nil) }
        var sample = PeopleSample()
        let line = sample.lines[1]
        let staying = Array(0..<(present - ended))
        sample.lines = [sample.lines[0]] + (staying.isEmpty ? [present] : staying).map { ["\($0)"] + line.dropFirst() }
        let update = DirectoryUpdate(from: directory, to: try sample.check().get())
        #expect(update.ended.count == ended)
        return update
    }
}
