/// How long a gateway is waited for, in milliseconds.
package struct Patience: Sendable {
    /// Until a connection has to stand.
    package let connecting: Int
    /// Until all is done.
    package let whole: Int

    package init(connecting: Int, whole: Int) {
        self.connecting = connecting
        self.whole = whole
    }

    /// What is taken with it is leased for thirty seconds: longer than this, or another would send it meanwhile.
    package static let usual = Patience(connecting: 5000, whole: 15_000)
}
