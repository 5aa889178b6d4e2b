/// The dice of a demonstration: the same seed throws the same personnel on every machine and with every compiler
/// (SplitMix64, by Steele, Lea and Flood; the standard library does not promise its draws to stay the same).
struct PersonnelRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number of the range, each equally likely.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
    }

    /// Nothing where there is nothing to choose from.
    mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[number(in: 0...elements.count - 1)]
    }

    /// One of the elements, each as likely as its share says. Nothing where no element has a share.
    mutating func element<Element>(of elements: [Element], share: (Element) -> Int) -> Element? {
        let total = elements.reduce(0) { $0 + share($1) }
        guard total > 0 else { return nil }
        var rest = number(in: 1...total)
        return elements.first { element in
            rest -= share(element)
            return rest <= 0
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
