/// A page's markup, byte by byte: thousands of pages are read in the tests, and an expression would look at each letter many times.
struct MarkupBytes {
    private let bytes: [UInt8]

    init(_ markup: String) { bytes = Array(markup.utf8) }

    /// The elements of one of these names, from tag to tag.
    func elements(_ names: [String]) -> [String] {
        var found: [String] = []
        var place = 0
        while let start = next(UInt8(ascii: "<"), from: place) {
            if let name = names.first(where: { opens($0, at: start) }), let end = end(of: name, from: start) {
                found.append(String(decoding: bytes[start..<end], as: UTF8.self))
                place = end
            } else {
                place = start + 1
            }
        }
        return found
    }

    /// What can be read, with a blank in place of each tag, and without what is drawn or is said to the browser.
    func read() -> String {
        var text: [UInt8] = []
        var place = 0
        while let start = next(UInt8(ascii: "<"), from: place) {
            text += bytes[place..<start]
            text.append(UInt8(ascii: " "))
            if let name = ["style", "head", "svg"].first(where: { opens($0, at: start) }),
                let end = end(of: name, from: start)
            {
                place = end
            } else {
                place = next(UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.endIndex
            }
        }
        return String(decoding: text + bytes[place...], as: UTF8.self)
    }

    private func next(_ byte: UInt8, from place: Int) -> Int? { bytes[place...].firstIndex(of: byte) }

    /// Whether a tag of exactly that name begins there.
    private func opens(_ name: String, at place: Int) -> Bool {
        let after = place + 1 + name.utf8.count
        guard after < bytes.endIndex, bytes[(place + 1)..<after].elementsEqual(name.utf8) else { return false }
        return [UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "\n")].contains(bytes[after])
    }

    /// Behind the next tag that closes an element of that name.
    private func end(of name: String, from place: Int) -> Int? {
        let closing = Array("</\(name)>".utf8)
        var from = place
        while let start = next(UInt8(ascii: "<"), from: from) {
            if bytes[start...].starts(with: closing) { return start + closing.count }
            from = start + 1
        }
        return nil
    }
}
