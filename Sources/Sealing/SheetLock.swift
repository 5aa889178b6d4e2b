/// What lies in the box of a sheet.
package enum SheetBox: Sendable, Equatable {
    /// What its supporter sealed (``SheetKey``).
    case own([UInt8])
    /// Entries from before sheets were sealed to their supporters. They are sealed at the next use of the sheet.
    case before([UInt8])
}

// The lock of the server's stands around the supporter's seal. Whoever has the database alone cannot tell one box from another; and the
// server can lock a box anew without opening what is in it, so that copies of the database do not tell which of them was written in.
extension ServerKeys {
    /// Locks the box of a sheet.
    ///
    /// - Returns: as many bytes for every content of a size: 4157, 16 445 or 65 597. Nothing where the content does not fit.
    package func lock(sheet box: SheetBox, id: [UInt8], size: SheetSize) throws -> [UInt8]? {
        let content: [UInt8] =
            switch box {
            case .own(let sealed): [Self.own] + sealed
            case .before(let entries): [Self.before] + entries
            }
        guard let padded = Padding(count: size.rawValue + Self.room).padded(content) else { return nil }
        return try sheetKey.seal(padded, for: Self.binding(id))
    }

    /// The box of a sheet again, with its size.
    ///
    /// - Throws: `OpeningFault` when key, sheet or bytes are not those of the locking.
    package func unlock(sheet locked: [UInt8], id: [UInt8]) throws(OpeningFault) -> (box: SheetBox, size: SheetSize) {
        let count = locked.count - Secret.sealedOverhead
        guard let size = SheetSize(rawValue: count - Self.room) else { throw .notInLayout }
        let content = try Padding(count: count).unpadded(try sheetKey.open(locked, for: Self.binding(id)))
        switch content.first {
        case Self.own: return (.own(Array(content.dropFirst())), size)
        case Self.before: return (.before(Array(content.dropFirst())), size)
        default: throw .notInLayout
        }
    }

    /// Locks a submitted sheet that bears its supporter's name: the server opens it to its supporter and to whoever receives the sheets.
    ///
    /// - Returns: 4125, 16 413 or 65 565 bytes; nothing where the content does not fit.
    package func lock(
        filedSheet content: [UInt8], of account: String, month: String, agency: String
    ) throws -> [UInt8]? {
        guard let size = SheetSize(holding: content.count), let padded = size.padding.padded(content) else {
            return nil
        }
        return try sheetKey.seal(padded, for: Binding("filed sheet", agency, month, account))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, account, month or bytes are not those of the locking.
    package func unlock(
        filedSheet locked: [UInt8], of account: String, month: String, agency: String
    ) throws(OpeningFault) -> [UInt8] {
        try Padding(count: locked.count - Secret.sealedOverhead).unpadded(
            try sheetKey.open(locked, for: Binding("filed sheet", agency, month, account)))
    }

    /// Locks the hours of a quarter, of everybody of an agency.
    ///
    /// - Returns: 16 413 bytes, for very large teams 131 101 or 1 048 605; nothing where the content does not fit.
    package func lock(hours content: [UInt8], quarter: String, agency: String) throws -> [UInt8]? {
        guard let padded = Self.hours.lazy.compactMap({ Padding(count: $0).padded(content) }).first else { return nil }
        return try sheetKey.seal(padded, for: Binding("hours box", agency, quarter))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, quarter, agency or bytes are not those of the locking.
    package func unlock(hours locked: [UInt8], quarter: String, agency: String) throws(OpeningFault) -> [UInt8] {
        try Padding(count: locked.count - Secret.sealedOverhead).unpadded(
            try sheetKey.open(locked, for: Binding("hours box", agency, quarter)))
    }

    private static let own: UInt8 = 1
    private static let before: UInt8 = 2
    /// What the supporter's seal, the byte before it and the end of the filling need.
    private static let room = 32
    private static let hours = [1 << 14, 1 << 17, 1 << 20]

    private var sheetKey: Secret { seekerPass.derived(for: Binding("sheet box key")) }

    private static func binding(_ id: [UInt8]) -> Binding { Binding("sheet box", fields: [id]) }
}
