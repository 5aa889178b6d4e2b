import Program
import Testing

/// The self-checks against what their authors publish: how many questions, which points, which bands.
@Suite struct SelfCheckTests {
    private static func check(_ id: String) throws -> SelfCheck { try #require(SelfCheck.all.first { $0.id == id }) }

    @Test(arguments: [
        ("phq-9", 9, 0...27), ("gad-7", 7, 0...21), ("pc-ptsd-5", 6, 0...5), ("audit-c", 3, 0...12),
    ])
    func asManyQuestionsAndPointsAsPublished(id: String, questions: Int, points: ClosedRange<Int>) throws {
        let check = try Self.check(id)
        #expect(check.questions.count == questions)
        let counted = check.questions.filter { $0.scale != nil }
        let least = counted.compactMap { $0.answers.map(\.points).min() }.reduce(0, +)
        let most = counted.compactMap { $0.answers.map(\.points).max() }.reduce(0, +)
        #expect(least...most == points)
    }

    /// Kroenke 2001; Spitzer 2006; Prins 2016; Bush 1998 and Bradley 2003; Stamm 2010.
    @Test(arguments: [
        ("phq-9", ["0-4", "5-9", "10-14", "15-19", "20-27"]), ("gad-7", ["0-4", "5-9", "10-14", "15-21"]),
        ("pc-ptsd-5", ["0-2", "3-3", "4-5"]), ("audit-c", ["0-2", "3-3", "4-12"]),
        ("proqol-5", ["10-22", "23-41", "42-50"]),
    ])
    func theBandsAreThePublishedOnes(id: String, bands: [String]) throws {
        for scale in try Self.check(id).scales {
            #expect(scale.bands.map { "\($0.points.lowerBound)-\($0.points.upperBound)" } == bands)
        }
    }

    /// Every sum that can come has one band.
    @Test(arguments: SelfCheck.all.map(\.id)) func everySumHasOneBand(id: String) throws {
        let check = try Self.check(id)
        for scale in check.scales {
            let counted = check.questions.filter { $0.scale == scale.id }
            let ends = check.questions.contains { $0.answers.contains(where: \.ends) }
            let least = ends ? 0 : counted.compactMap { $0.answers.map(\.points).min() }.reduce(0, +)
            let most = counted.compactMap { $0.answers.map(\.points).max() }.reduce(0, +)
            for sum in least...most {
                #expect(scale.bands.count { $0.points.contains(sum) } == 1, "\(scale.title) \(sum)")
            }
        }
    }

    /// The ninth question of the PHQ-9 asks after death, and no other does.
    @Test func onlyOneQuestionCallsForSomebodyAtOnce() throws {
        let urgent = SelfCheck.all.flatMap { check in
            check.questions.enumerated().filter { $0.element.isUrgent }.map { "\(check.id) \($0.offset + 1)" }
        }
        #expect(urgent == ["phq-9 9"])
    }

    /// As the ProQOL's manual has it: which question belongs where, and which five go the other way.
    @Test func theThreeScalesOfTheProQOL() throws {
        let check = try Self.check("proqol-5")
        func numbers(_ scale: String) -> [Int] {
            check.questions.enumerated().filter { $0.element.scale == scale }.map { $0.offset + 1 }
        }
        #expect(numbers("satisfaction") == [3, 6, 12, 16, 18, 20, 22, 24, 27, 30])
        #expect(numbers("burnout") == [1, 4, 8, 10, 15, 17, 19, 21, 26, 29])
        #expect(numbers("stress") == [2, 5, 7, 9, 11, 13, 14, 23, 25, 28])
        let turned = check.questions.enumerated().filter { $0.element.answers.first?.points == 5 }.map { $0.offset + 1 }
        #expect(turned == [1, 4, 15, 17, 29])
    }
}
