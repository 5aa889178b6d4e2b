/// How large a JPEG says it is, before anything is unpacked.
package struct JPEGSize: Sendable, Equatable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Walks the segments before the first scan to the frame header (ITU-T T.81, annex B); nothing where there is none.
    package init?(of bytes: [UInt8]) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var place = 2
        while place + 9 <= bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            let length = Self.number(at: place + 2, in: bytes)
            switch marker {
            case 0xFF:
                place += 1
            case 0xC4, 0xC8, 0xCC, 0xDB, 0xDD, 0xE0...0xEF, 0xFE:
                place += 2 + length
            case 0xC0...0xCF:
                self.init(
                    width: Self.number(at: place + 7, in: bytes), height: Self.number(at: place + 5, in: bytes))
                return
            default:
                return nil
            }
        }
        return nil
    }

    private static func number(at place: Int, in bytes: [UInt8]) -> Int {
        Int(bytes[place]) << 8 | Int(bytes[place + 1])
    }
}
