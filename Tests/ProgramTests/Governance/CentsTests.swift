import Program
import Testing

@Suite struct CentsTests {
    @Test(arguments: [
        ("0", 0), ("1250", 125_000), ("1,250", 125_000), ("1,250.5", 125_050), ("$1,250.50", 125_050), ("0.07", 7),
        ("100,000,000.00", 10_000_000_000),
    ])
    func whatPeopleTypeIsRead(text: String, cents: Int) {
        #expect(Cents(typed: text)?.number == cents)
    }

    @Test(arguments: [
        "", ".", "5.", ".5", "1.234", "-1", "1e3", "one", "1.2.3", "100000000.01", "99999999999999999999", "٣",
    ])
    func nothingElseIs(text: String) { #expect(Cents(typed: text) == nil) }

    @Test(arguments: [0, 7, 99, 100, 99_999, 100_000, 125_050, 10_000_000_000])
    func whatIsWrittenIsReadAgain(number: Int) {
        #expect(Cents(typed: Cents.words(number))?.number == number)
    }

    @Test func thousandsStandApart() {
        #expect([5, 100_000, 123_456_789].map { Cents.words($0) } == ["0.05", "1,000.00", "1,234,567.89"])
    }
}
