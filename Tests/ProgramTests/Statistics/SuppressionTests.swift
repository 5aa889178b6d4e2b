import Program
import Testing

@Suite struct SuppressionTests {
    /// Reads the finished tables as a stranger would, tries every month that could have been, and may not rule out
    /// any value below the threshold for any small count.
    @Test(arguments: [3, 4, 5])
    func triesEveryMonthAndLearnsNothing(_ threshold: Int) throws {
        var random = FixedRandom(state: UInt64(100 + threshold))
        var checked = 0
        for _ in 0..<700 {
            let month = TestMonth.random(using: &random, kinds: 3, questions: 2, options: 3, entries: 9)
            let shape = try ReleaseShape(of: month.counts, rule: month.rule, form: month.form)
            let view = Attacker.View(try month.summary(threshold: threshold), rule: month.rule, form: month.form)
            let found = Attacker(
                form: month.form, rule: month.rule, threshold: threshold, view: view,
                limit: shape.allEntries + threshold + 1
            ).possibleValues()
            for (cell, count) in shape.cells where (1..<threshold).contains(count) {
                #expect(try #require(found[cell]).isSuperset(of: 1..<threshold), "\(cell) of \(shape), \(view)")
                checked += 1
            }
        }
        #expect(checked > 700)
    }

    @Test(arguments: 5...11)
    func protectsEveryMonthAndShowsOnlyTheTruth(_ threshold: Int) throws {
        var random = FixedRandom(state: UInt64(200 + threshold))
        var complementary = 0
        for _ in 0..<600 {
            let month = TestMonth.random(using: &random, kinds: 5, questions: 3, options: 7, entries: 90)
            let shape = try ReleaseShape(of: month.counts, rule: month.rule, form: month.form)
            let mask = try Suppression(of: shape, below: threshold).mask
            #expect(DisclosureAudit(shape, mask).violated.isEmpty, "\(shape), \(mask)")
            for (cell, count) in shape.cells {
                if (1..<threshold).contains(count) { #expect(!mask.shows(cell)) }
                if count == 0, !mask.withholdsAll, !isWithheld(cell, mask) { #expect(mask.shows(cell)) }
                if count >= threshold, !mask.shows(cell) { complementary += 1 }
            }
            if shape.cells.values.allSatisfy({ $0 == 0 || $0 >= threshold }) { #expect(mask.suppressed.isEmpty) }

            let view = Attacker.View(try month.summary(threshold: threshold), rule: month.rule, form: month.form)
            #expect(view.shown == shape.cells.filter { mask.shows($0.key) })
            for (quantity, sum) in view.sums { #expect(month.counts[.sum(quantity)] == sum) }
        }
        #expect(complementary > 200)
    }

    private func isWithheld(_ cell: ReleaseCell, _ mask: Mask) -> Bool {
        if case .answer(let kind, _, _) = cell { mask.withheldKinds.contains(kind) } else { false }
    }
}
