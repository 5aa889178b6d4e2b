/// How an address is proved: six digits go there, and its owner types them.
package enum AddressCode {
    /// How long the digits are taken, in seconds.
    package static let length: Int64 = 900
    /// Wrong digits that may be typed before new ones have to be sent.
    package static let mostTries = 5
    /// Codes and tests that one account may have sent in a day, so that nobody's phone is made to ring by it.
    package static let mostWordsADay = 20

    /// What is wrong with typed digits, if anything.
    ///
    /// - Parameters:
    ///   - sent: the digits that were sent; none where there are none or their time is over.
    ///   - tries: how often wrong ones were typed since.
    package static func mayConfirm(_ typed: String, sent: String?, tries: Int) -> Refusal? {
        guard let sent, tries < mostTries else {
            return Refusal("These digits are no longer taken. Have new ones sent.", field: "digits")
        }
        guard typed.filter({ !$0.isWhitespace }) == sent else {
            return Refusal("These are not the digits that were sent.", field: "digits")
        }
        return nil
    }
}
