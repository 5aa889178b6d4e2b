import Program
import Testing

/// What may be a picture on a card, as far as its first bytes tell.
@Suite struct CardPhotoTests {
    /// Begins like a JPEG of that size: its start, a segment of the application's, a table, the frame.
    private static func beginning(width: Int, height: Int, frame: UInt8 = 0xC0) -> [UInt8] {
        let size = [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) }
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 1, 2, 0xFF, 0xFF, 0xDB, 0, 3, 9, 0xFF, frame, 0, 11, 8] + size + [1]
    }

    @Test(arguments: [(1, 1), (320, 200), (200, 320), (65_535, 4)], [0xC0, 0xC1, 0xC2] as [UInt8])
    func theSizeIsInTheFrame(size: (Int, Int), frame: UInt8) {
        let bytes = Self.beginning(width: size.0, height: size.1, frame: frame)
        #expect(JPEGSize(of: bytes) == JPEGSize(width: size.0, height: size.1))
        // Every shorter one is none, and none reads past its end.
        for length in 0..<bytes.count - 1 { #expect(JPEGSize(of: Array(bytes.prefix(length))) == nil, "\(length)") }
    }

    @Test(
        arguments: [
            ([], "not a whole JPEG"), (Array("GIF89a, and more than enough".utf8), "not a whole JPEG"),
            ([0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0, 0, 0, 0, 0, 0], "not a whole JPEG"),
            (beginning(width: 321, height: 8), "at most 320 by 320"),
            (beginning(width: 8, height: 321), "at most 320 by 320"),
            (beginning(width: 0, height: 8), "at most 320 by 320"),
        ] as [([UInt8], String)])
    func everythingElseIsRefusedByName(bytes: [UInt8], told: String) throws {
        guard case .failure(let refusal) = CardPhoto.read(bytes) else {
            Issue.record("It was taken.")
            return
        }
        #expect(refusal.problems.map(\.field) == ["photo"])
        #expect(refusal.problems.first?.message.contains(told) == true, "\(refusal)")
    }

    @Test func theLargestIsTaken() throws {
        let start = Self.beginning(width: 320, height: 320)
        let whole = start + [UInt8](repeating: 0, count: CardPhoto.mostBytes - start.count)
        #expect(try CardPhoto.read(whole).get().jpeg == whole)
        let tooMuch = CardPhoto.read(whole + [0])
        #expect(throws: CardPhoto.tooLarge) { try tooMuch.get() }
    }
}
