/// What a sealed or derived value is for, and whose it is.
///
/// It is authenticated with every sealed value, so that bytes moved to another row, column or account do not open there.
package struct Binding: Sendable, Equatable {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - purpose: What the value is for, in words that no other use shares, such as `totp secret`.
    ///   - ids: Whose it is: the ids that must be the same again at opening, in a fixed order.
    package init(_ purpose: String, _ ids: String...) {
        self.init(purpose, fields: ids.map { Array($0.utf8) })
    }

    /// The same with ids that are bytes.
    init(_ purpose: String, fields: [[UInt8]]) {
        var canonical = CanonicalBytes()
        canonical.append(text: "peersupport")
        canonical.append(text: purpose)
        for field in fields { canonical.append(field: field) }
        bytes = canonical.bytes
    }
}
