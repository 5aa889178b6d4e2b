import Program
import Testing

/// For which places postings are made, and who comes first on each.
@Suite struct PostingTests {
    private static let units = [
        ("Patrol", "District 1"), ("Patrol", "District 2"), ("Records", "Support"), ("Support", "Support"),
    ].map { DirectoryUnit(name: $0.0, division: $0.1) }

    private func card(
        _ account: String, name: String? = nil, phone: String? = nil, unit: String? = nil, showsUnit: Bool = true
    ) -> SupporterCard {
        let choices = CardChoices(
            name: name, showsUnit: showsUnit, showsRank: false, showsShift: false, languages: [.spanish],
            experience: nil, words: nil, phone: phone.map { CardPhone(number: $0, use: .call) })
        return SupporterCard(
            account: account, showing: choices, unit: unit, rank: nil, shift: nil, isAvailableNow: account == "z")
    }

    @Test func withoutARuleThereIsOneForAnywhere() {
        #expect(PostingRule.places(of: nil, in: Self.units) == [.everywhere])
    }

    private typealias Case = (place: PostingPlace, here: [String], others: [String])

    /// Ana and Ben work in Patrol, which two districts have; Cid does and does not show it; Dot is in Records.
    @Test func thoseWhoShowThatTheyWorkThereComeFirst() {
        let cards = [
            card("z", name: "Ben", unit: "Patrol"), card("a", name: "Ana", unit: "Patrol"),
            card("c", name: "Cid", unit: "Patrol", showsUnit: false), card("d", phone: "555-0142", unit: "Records"),
            card("e", unit: "Records"),
        ]
        let cases: [Case] = [
            (.everywhere, [], ["a", "z", "c", "d"]), (.unit("Patrol"), ["a", "z"], ["c", "d"]),
            (.division("District 1"), ["a", "z"], ["c", "d"]), (.division("District 2"), ["a", "z"], ["c", "d"]),
            (.division("Support"), ["d"], ["a", "z", "c"]), (.unit("Records"), ["d"], ["a", "z", "c"]),
            (.unit("Traffic"), [], ["a", "z", "c", "d"]),
        ]
        for one in cases {
            let posting = Posting(at: one.place, of: cards, in: Self.units)
            #expect(posting.here.map(\.account) == one.here, "\(one.place)")
            #expect(posting.others.map(\.account) == one.others, "\(one.place)")
        }
    }
}
