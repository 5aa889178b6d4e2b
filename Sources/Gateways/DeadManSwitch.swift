/// An address elsewhere that expects to be asked every minute and raises the alarm when it is not: so a server that has
/// stopped altogether is noticed too.
package struct DeadManSwitch: Sendable {
    let server: ServerAddress
    let certificates: String?

    /// - Parameters:
    ///   - server: an `https` address.
    ///   - certificates: a file of certificates to trust instead of the system's.
    package init(server: ServerAddress, certificates: String? = nil) {
        self.server = server
        self.certificates = certificates
    }

    /// Says that all is well here. False where nobody heard it.
    package func hold() async -> Bool {
        switch await Transfer(server: server, content: .get, certificates: certificates).done() {
        case .answered(200..<300): true
        case .answered, .replied, .connected, .none: false
        }
    }
}
