import Program
import Testing

/// In which order seekers see the cards.
@Suite struct CardOrderTests {
    private static func card(_ account: String, _ name: String?, isAvailableNow: Bool) -> SupporterCard {
        let choices = CardChoices(
            name: name, showsUnit: true, showsRank: false, showsShift: false, languages: [], experience: nil,
            words: nil,
            phone: nil)
        return SupporterCard(
            account: account, showing: choices, unit: "Patrol", rank: nil, shift: nil, isAvailableNow: isAvailableNow)
    }

    /// Whoever can be reached now, by name; those without a name last of their kind.
    @Test func byNameAndWhoeverCanBeReachedFirst() {
        let ordered = [
            Self.card("z", "Ana", isAvailableNow: true), Self.card("y", "Zoe", isAvailableNow: true),
            Self.card("a", nil, isAvailableNow: true), Self.card("c", "Ana", isAvailableNow: false),
            Self.card("d", "Ana", isAvailableNow: false), Self.card("b", "Ben", isAvailableNow: false),
            Self.card("e", nil, isAvailableNow: false), Self.card("f", nil, isAvailableNow: false),
        ]
        for (place, card) in ordered.enumerated() {
            for other in ordered[(place + 1)...] {
                #expect(card.comesBefore(other) && !other.comesBefore(card), "\(card.account), \(other.account)")
            }
        }
    }
}
