/// What marks one sending of an act: the random key of its form or call, with the address and everything that was sent. The
/// same again is the same act; the same key with other words is another.
package struct OnceKey: Sendable, Equatable {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - key: as the form or the call carries it. Whoever leaves it out gets an act done as often as it is sent.
    ///   - address: method and path.
    ///   - sent: the body, without what differs between two sendings of the same.
    package init(_ key: String, at address: String, sent: [UInt8]) {
        bytes = [key, address].reduce(into: []) { all, text in all += Array("\(text.utf8.count):\(text)".utf8) } + sent
    }
}

/// An act that was done before and is sent again: nothing was done now. The answer is that of the first time.
package struct DoneBefore: Error {
    /// The id of what it made then, where it made something.
    package let made: String?
}

/// The session or the power with which somebody came through the gate was lost before their act began: nothing was done.
package struct RightLost: Error {
    /// Whether the session itself has ended.
    package let isSignedOut: Bool
}
