/// Names and seals the stat sheets of one supporter. Only the supporter's own session can do either, so no column ties a sheet
/// to who keeps it, and nobody else reads what is in it.
package struct SheetKey: Redacted, Sendable {
    let secret: Secret

    /// The 16-byte id of the supporter's sheet of a month; always the same for the same agency and month, and random-looking
    /// to everyone else.
    ///
    /// - Parameters:
    ///   - agency: The agency's id.
    ///   - month: The month as `2026-03`, in the agency's time zone.
    package func sheetId(agency: String, month: String) -> [UInt8] {
        secret.derived(for: Binding("stat sheet", agency, month), count: 16).exposedBytes
    }

    /// Seals what the supporter keeps of a month, filled up to the size given. Nothing where it does not fit.
    package func seal(_ content: [UInt8], agency: String, month: String, size: SheetSize) throws -> [UInt8]? {
        guard let padded = size.padding.padded(content) else { return nil }
        return try contentKey(agency, month).seal(padded, for: Self.binding(agency, month))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, agency, month or bytes are not those of the sealing.
    package func open(_ sealed: [UInt8], agency: String, month: String) throws(OpeningFault) -> [UInt8] {
        try Padding(count: sealed.count - Secret.sealedOverhead).unpadded(
            try contentKey(agency, month).open(sealed, for: Self.binding(agency, month)))
    }

    private func contentKey(_ agency: String, _ month: String) -> Secret {
        secret.derived(for: Binding("stat sheet content key", agency, month))
    }

    private static func binding(_ agency: String, _ month: String) -> Binding {
        Binding("stat sheet content", agency, month)
    }
}

/// How large a sealed sheet is. There are three sizes, so that it tells only roughly how much is in it: about a hundred entries, four
/// hundred, and as many as a sheet has room for.
package enum SheetSize: Int, CaseIterable, Comparable, Sendable {
    case small = 4_096
    case middle = 16_384
    case large = 65_536

    /// The smallest that holds so many bytes, and is not smaller than another.
    package init?(holding count: Int, atLeast least: SheetSize = .small) {
        guard let size = Self.allCases.first(where: { $0 >= least && count < $0.rawValue }) else { return nil }
        self = size
    }

    package static func < (left: SheetSize, right: SheetSize) -> Bool { left.rawValue < right.rawValue }

    var padding: Padding { Padding(count: rawValue) }
}
