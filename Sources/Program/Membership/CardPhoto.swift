/// A picture of themselves that a supporter chose to show.
package struct CardPhoto: Sendable, Equatable {
    /// The field of forms and of the programming interface that holds it.
    package static let field = "photo"
    package static let mostBytes = 64 * 1024
    /// In pixels, of either side.
    package static let longestSide = 320

    package let jpeg: [UInt8]

    /// - Parameter jpeg: what is sent to everybody as it is; nothing but a picture may be in it.
    package init(jpeg: [UInt8]) { self.jpeg = jpeg }

    /// What was sent, as far as its beginning tells: a small JPEG. What else is in it is not looked at.
    package static func read(_ jpeg: [UInt8]) -> Result<CardPhoto, Refusal> {
        guard jpeg.count <= mostBytes else { return .failure(tooLarge) }
        guard let size = JPEGSize(of: jpeg) else { return .failure(unreadable) }
        guard (1...longestSide).contains(size.width), (1...longestSide).contains(size.height) else {
            return .failure(refusal("at most \(longestSide) by \(longestSide) pixels."))
        }
        return .success(CardPhoto(jpeg: jpeg))
    }

    package static let tooLarge = refusal("at most \(mostBytes / 1024) KiB.")
    package static let unreadable = refusal("this is not a whole JPEG picture.")
    /// A photo stands on a card; without one nobody would see it.
    package static let needsCard = refusal("choose first what else people see of you, such as your name.")

    private static func refusal(_ words: String) -> Refusal { Refusal("Photo: \(words)", field: field) }
}
