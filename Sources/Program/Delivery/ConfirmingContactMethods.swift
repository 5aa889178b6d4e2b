/// How an address is proved: six digits go there, and its owner types them.
package struct AddressCode: Sendable, Equatable {
    /// How long the digits are taken: a quarter of an hour.
    package static let time = LongestWait(seconds: 900)
    /// Wrong digits that may be typed before new ones have to be sent.
    package static let mostTries = 5
    /// Codes and tests that one account may have sent in a day, so that nobody's phone is made to ring by it.
    package static let mostWordsADay = 20

    /// The digits, while their time lasts.
    package let digits: String?
    /// Those that are still taken: their time lasts, and wrong ones were not typed too often.
    private let taken: String?

    /// - Parameters:
    ///   - sent: the digits that were sent; none where there are none.
    ///   - until: when their time is over.
    ///   - tries: how often wrong ones were typed since.
    package init(sent: String?, until: Instant?, tries: Int, at now: Instant) {
        digits = until.map { Self.time.isOver($0, by: now) } == false ? sent : nil
        taken = tries < Self.mostTries ? digits : nil
    }

    /// Whether digits were sent that may still be typed.
    package var isAwaited: Bool { taken != nil }

    /// What is wrong with typed digits, if anything.
    package func mayConfirm(_ typed: String) -> Refusal? {
        guard let taken else {
            return Refusal("These digits are no longer taken. Have new ones sent.", field: "digits")
        }
        guard typed.filter({ !$0.isWhitespace }) == taken else {
            return Refusal("These are not the digits that were sent.", field: "digits")
        }
        return nil
    }
}

extension ContactMethod {
    /// What keeps its owner from having that word sent there, if anything.
    package func mayAskFor(_ word: Word) -> Refusal? {
        switch word {
        case .code: isConfirmed ? Refusal("This one is confirmed already.") : nil
        case .test, .message: isConfirmed ? nil : Refusal("Confirm it first.")
        }
    }

    /// What a word says when it is sent; nothing where there is nothing to say any more: the method lost its confirmation, or the
    /// code its time.
    package func saying(_ word: Word, code: AddressCode) -> Saying? {
        switch word {
        case .message: isConfirmed ? .message : nil
        case .test: isConfirmed ? .test : nil
        case .code: code.digits.map { .code($0) }
        }
    }
}

extension Refusal {
    /// More words were asked for than an account gets in a day.
    package static let toldOften = Refusal("That was often for one day. Try again tomorrow.")
}
