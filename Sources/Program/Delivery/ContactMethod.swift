/// One way to reach the owner of an account: a number, an e-mail address or the installed page of a device.
package struct ContactMethod: Sendable, Equatable {
    package let id: String
    package let kind: Kind
    /// The number or e-mail address; for push, what its owner calls the device.
    package let address: String
    /// How many minutes after a ping it is used, unless the ping was answered before.
    package let delay: Int
    /// Whether a code sent there came back. Only then is it used.
    package let isConfirmed: Bool
    /// What is known to be wrong with it; nil where nothing is.
    package let trouble: Trouble?

    /// Why a way does not work any more, as far as anybody can tell who sends.
    package enum Trouble: String, Sendable, CaseIterable {
        /// The last word was refused for this number or address. It is still tried, since that may change.
        case refused
        /// The browser takes nothing any more: its permission was taken back, or the page removed.
        case gone
        /// The browser takes nothing by our new key; the one it knew was lost.
        case otherKey = "other-key"

        /// Whether nothing is sent by it any more. Only its owner can make it good, on that device.
        package var isEnd: Bool {
            switch self {
            case .refused: false
            case .gone, .otherKey: true
            }
        }
    }

    /// What carries the words.
    package enum Kind: String, Sendable, CaseIterable {
        /// A notification of the installed page (Web Push).
        case push
        /// A text message.
        case text
        /// A call that reads the words out.
        case call
        case email
    }

    package init(id: String, kind: Kind, address: String, delay: Int, isConfirmed: Bool, trouble: Trouble? = nil) {
        self.id = id
        self.kind = kind
        self.address = address
        self.delay = delay
        self.isConfirmed = isConfirmed
        self.trouble = trouble
    }
}
