import Foundation
import Program
import Testing

/// What is told of a quarter's answers gives none of them away, nor how many one supporter gave.
@Suite struct ResponseTests {
    private static let threshold = DisclosureThreshold(
        smallestCount: 11, smallestPopulation: 50, basis: testBasis)
    private static let bounds = [15, 60, 240, 1440]

    /// Answers of a quarter: by which mark, after how many minutes, by which step.
    private typealias Answer = (mark: UInt8, response: Response)

    private static func random(_ random: inout FixedRandom) -> [Answer] {
        let givers = UInt8.random(in: 1...12, using: &random)
        return (0..<Int.random(in: 0...120, using: &random)).map { _ in
            let slow = Int.random(in: 0...3, using: &random)
            return (
                UInt8.random(in: 0..<givers, using: &random),
                Response(
                    minutes: Int.random(in: 0...[10, 40, 200, 3000][slow], using: &random),
                    step: ResponseStep.allCases[Int.random(in: 0...[1, 2, 3, 4][slow], using: &random)])
            )
        }
    }

    private static func counted(_ answers: [Answer]) -> ResponseCounts {
        answers.reduce(into: ResponseCounts(bounds: bounds)) { $0.count($1.response, by: $1.mark) }
    }

    private static func figures(_ counts: ResponseCounts) throws -> ResponseFigures {
        counts.figures(
            upTo: try #require(Month("2026-12")), threshold: threshold, on: try #require(Day("2027-01-01")))
    }

    /// Whoever takes their own away finds at least eleven answers of others behind each number, and no answer is lost.
    @Test func enoughOfOthersStandBehindEachNumber() throws {
        var random = FixedRandom(state: 11)
        var (told, joined) = (0, 0)
        for _ in 0..<400 {
            let answers = Self.random(&random)
            let figures = try Self.figures(Self.counted(answers))
            guard let bands = figures.tables.first(where: { $0.title.contains("How soon") }) else { continue }
            told += 1
            for table in figures.tables { #expect(table.rows.reduce(0) { $0 + $1.count } == answers.count) }
            #expect(Set(answers.map(\.mark)).count >= 3)
            // The rows are the bands in order, so the answers in order of time stand behind them.
            var left = answers.sorted { $0.response.minutes < $1.response.minutes }[...]
            for row in bands.rows {
                let own = left.prefix(row.count)
                left = left.dropFirst(row.count)
                let largest = Dictionary(grouping: own, by: \.mark).values.map(\.count).max() ?? 0
                #expect(own.count - largest >= 11)
            }
            if bands.rows.count > 1 { joined += 1 }
        }
        #expect(told > 100 && joined > 20)
    }

    @Test func neighboursAreJoinedInOrder() throws {
        func answers(_ minutes: Int, _ step: ResponseStep, each: Int) -> [Answer] {
            (0..<3).flatMap { mark in
                Array(repeating: (UInt8(mark), Response(minutes: minutes, step: step)), count: each)
            }
        }
        let counts = Self.counted(
            answers(15, .first, each: 6) + answers(16, .first, each: 3) + answers(240, .everyone, each: 5)
                + answers(241, .desk, each: 1))
        let tables = try Self.figures(counts).tables
        #expect(
            tables[0].rows.map { "\($0.label): \($0.count)" } == ["Within 15 minutes: 18", "After 15 minutes: 27"])
        #expect(
            tables[1].rows.map { "\($0.label): \($0.count)" } == [
                "Whom the seeker chose or The first who were asked: 27",
                "The whole team or Whoever comes after the team or Called by a desk: 18",
            ])
        // Two supporters alone would know each other's.
        let two = (0..<60).map { (UInt8($0 % 2), Response(minutes: 5, step: .first)) }
        #expect(try Self.figures(Self.counted(two)).tables.isEmpty)
    }

    /// The box is as long for none as for many, and gives back what was put in.
    @Test func theBoxTellsNothingByItsLength() throws {
        var random = FixedRandom(state: 3)
        let empty = ResponseCounts(bounds: Self.bounds)
        for _ in 0..<20 {
            let counts = Self.counted(Self.random(&random))
            #expect(counts.bytes.count == empty.bytes.count)
            #expect(ResponseCounts(bytes: counts.bytes) == counts)
            #expect(ResponseCounts(bytes: Array(counts.bytes.dropLast())) == nil)
        }
        #expect(ResponseCounts(bytes: []) == nil)
    }

    /// What is too little goes on, with the quarters it is of.
    @Test func whatIsTooLittleIsToldWithTheNext() throws {
        let few = Self.counted((0..<9).map { (UInt8($0 % 3), Response(minutes: 5, step: .first)) })
        #expect(try Self.figures(few).tables.isEmpty)
        let more = try #require(
            Self.counted((0..<9).map { (UInt8($0 % 3), Response(minutes: 90, step: .desk)) }).joined(by: few))
        let told = try Self.figures(more)
        #expect(told.first.text == "2026-07" && told.name == "July to December 2026")
        #expect(told.tables.first?.rows.map(\.count) == [18])
        #expect(ResponseCounts(bounds: [30]).joined(by: few) == nil)
    }

    /// A page's first yes counts, from the first page on; a yes after a no, and a second one, does not.
    @Test func onlyTheFirstYesOfACallOutCounts() {
        let now = Instant(milliseconds: 3_600_000)
        let paged = [Instant(milliseconds: 600_000), Instant(milliseconds: 0)]
        func response(_ answer: CallOutAnswer, after before: CallOutAnswer?, _ isAnswered: Bool) -> Response? {
            answer.response(after: before, isAnswered: isAnswered, pagedAt: paged, at: now)
        }
        #expect(response(.accepted, after: nil, false) == Response(minutes: 60, step: .desk))
        #expect(response(.accepted, after: nil, true) == nil)
        #expect(response(.accepted, after: .cannot, false) == nil)
        #expect(response(.accepted, after: .accepted, true) == nil)
        #expect(response(.cannot, after: nil, false) == nil)
    }
}
