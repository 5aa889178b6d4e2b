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

    package init(id: String, kind: Kind, address: String, delay: Int, isConfirmed: Bool) {
        self.id = id
        self.kind = kind
        self.address = address
        self.delay = delay
        self.isConfirmed = isConfirmed
    }
}
