import CLibQREncode
import HTML

extension SquareCode {
    /// The code that holds those words, so robust that a seventh of it may be smudged (level M); nothing where they are too
    /// many for one.
    static func holding(_ words: String) -> SquareCode? {
        let bytes = Array(words.utf8)
        guard !bytes.isEmpty,
            let made = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(made) }
        let width = Int(made.pointee.width)
        guard let modules = made.pointee.data else { return nil }
        // The lowest bit of a module says whether it is dark; the others what it is for.
        let isDark = UnsafeBufferPointer(start: modules, count: width * width).map { $0 & 1 == 1 }
        return SquareCode(width: width, isDark: isDark)
    }
}
