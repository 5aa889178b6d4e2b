import Program
import Testing

@Suite struct DisclosureAuditTests {
    /// The audit's ranges are exactly what trying every month finds, also where too little is hidden.
    @Test(arguments: [3, 4, 5])
    func findsExactlyWhatTryingEveryMonthFinds(_ threshold: Int) throws {
        var random = FixedRandom(state: UInt64(threshold))
        var unsafe = 0
        for _ in 0..<400 {
            let month = TestMonth.random(using: &random, kinds: 3, questions: 2, options: 3, entries: 9)
            let shape = try ReleaseShape(of: month.counts, rule: month.rule, form: month.form)
            let masks = [
                Mask(of: shape, below: threshold), try Suppression(of: shape, below: threshold).mask,
            ]
            for mask in masks {
                let audit = DisclosureAudit(shape, mask)
                let limit = shape.allEntries + threshold + 1
                let found = Attacker(
                    form: month.form, rule: month.rule, threshold: threshold, view: .init(shape, mask), limit: limit
                ).possibleValues()
                for cell in shape.cells.keys {
                    let span = audit.span(of: cell)
                    let values = try #require(found[cell])
                    #expect(values.min() == span.lowerBound, "\(cell) of \(shape), \(mask)")
                    if span.upperBound < limit {
                        #expect(values.max() == span.upperBound, "\(cell) of \(shape), \(mask)")
                    }
                }
                let small = shape.cells.filter { (1..<threshold).contains($0.value) }.keys
                let given = small.filter { !(found[$0] ?? []).isSuperset(of: 1..<threshold) }
                #expect(given.sorted() == audit.violated)
                unsafe += given.isEmpty ? 0 : 1
            }
        }
        #expect(unsafe > 50, "hiding the small counts alone gives many away")
    }
}
