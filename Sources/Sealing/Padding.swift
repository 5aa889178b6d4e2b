/// Fills content up to one size, so that sealed bytes do not tell how much there is: the content, a byte 0x80, then zeros
/// (ISO/IEC 7816-4).
struct Padding: Sendable {
    /// The bytes before sealing.
    let count: Int

    private static let endOfContent: UInt8 = 0x80

    /// Nothing where the content does not fit.
    func padded(_ content: [UInt8]) -> [UInt8]? {
        guard content.count < count else { return nil }
        return content + [Self.endOfContent] + [UInt8](repeating: 0, count: count - 1 - content.count)
    }

    /// The content again. Refuses another size or another filling.
    func unpadded(_ padded: [UInt8]) throws(OpeningFault) -> [UInt8] {
        guard padded.count == count, let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == Self.endOfContent
        else { throw .notInLayout }
        return Array(padded[..<end])
    }
}
