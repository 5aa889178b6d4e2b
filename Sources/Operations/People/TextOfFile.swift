import Program

/// The bytes of a file as text in UTF-8.
enum TextOfFile {
    /// As they are where they may be UTF-8; made so where they are UTF-16.
    static func utf8(_ bytes: [UInt8], limitInMegabytes: Int) -> Result<[UInt8], ImportProblem.Fault> {
        if bytes.count > limitInMegabytes * 1_000_000 {
            return .failure(.tooLarge(limitInMegabytes: limitInMegabytes))
        }
        if let workbook = Workbook(bytes) { return .failure(.workbook(workbook)) }
        guard let order = ByteOrder(of: bytes) else {
            return bytes.prefix(1000).contains(0) ? .failure(.notText) : .success(bytes)
        }
        guard bytes.count.isMultiple(of: 2) else { return .failure(.notText) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2)
        let units = order.units(of: bytes)
        let isDamaged = transcode(
            units, from: UTF16.self, to: UTF8.self, stoppingOnError: true
        ) { text.append($0) }
        return isDamaged ? .failure(.notText) : .success(text)
    }

    /// How many bytes at the beginning are UTF-8.
    static func lengthOfUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var length = 0
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { length += scalar.count }
        return length
    }

    /// In which order the two bytes of UTF-16 stand.
    private struct ByteOrder {
        let isBig: Bool
        let hasMark: Bool

        func units(of bytes: [UInt8]) -> AnyIterator<UInt16> {
            let (high, low) = isBig ? (0, 1) : (1, 0)
            var place = hasMark ? 2 : 0
            return AnyIterator {
                guard place + 1 < bytes.count else { return nil }
                defer { place += 2 }
                let upper = UInt16(bytes[place + high])
                return upper << 8 | UInt16(bytes[place + low])
            }
        }

        /// Nothing where the bytes do not look like UTF-16: without a mark, every second byte of the first few is nought.
        init?(of bytes: [UInt8]) {
            if bytes.starts(with: [0xFF, 0xFE]) {
                (isBig, hasMark) = (false, true)
            } else if bytes.starts(with: [0xFE, 0xFF]) {
                (isBig, hasMark) = (true, true)
            } else {
                let first = Array(bytes.prefix(8))
                let places = first.indices.filter { first[$0] == 0 }
                guard first.count >= 4, places.count == first.count / 2, Set(places.map { $0 % 2 }).count == 1 else {
                    return nil
                }
                (isBig, hasMark) = (places[0] == 0, false)
            }
        }
    }
}
