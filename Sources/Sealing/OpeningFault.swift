/// Why sealed bytes did not open. None of the cases says anything about the content.
package enum OpeningFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Too short for the layout, or content of another length than its kind has.
    case notInLayout
    /// The first byte names a layout this version of the software does not know.
    case unknownVersion(UInt8)
    /// Wrong key, wrong purpose or owner, or altered bytes: these cannot be told apart, on purpose.
    case refused

    package var description: String {
        switch self {
        case .notInLayout: "The sealed value is damaged: it does not have its layout."
        case .unknownVersion(let version): "The sealed value has layout \(version), which this version does not know."
        case .refused: "The sealed value does not open with this key in this place."
        }
    }
}

/// The only layout so far: the first byte of everything sealed. A later layout takes the next number, and old rows still open.
let sealedLayoutVersion: UInt8 = 1

/// Checks the first byte of something sealed and gives what follows it.
func sealedBody(of bytes: [UInt8], atLeast count: Int) throws(OpeningFault) -> ArraySlice<UInt8> {
    guard let version = bytes.first else { throw .notInLayout }
    guard version == sealedLayoutVersion else { throw .unknownVersion(version) }
    let body = bytes.dropFirst()
    guard body.count >= count else { throw .notInLayout }
    return body
}
