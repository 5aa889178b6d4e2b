import Foundation
import HTML
import Operations
import Program

/// What files are taken: of which kinds, and how large.
package struct FileRule: Sendable, Hashable {
    let types: [FileType]
    let mostBytes: Int

    /// Of the base64 (RFC 4648) a file is sent in.
    var longestText: Int { (mostBytes + 2) / 3 * 4 }
    var size: String { "at most \(mostBytes / 1024) KiB" }
    /// As programs and people are told it.
    var words: String { "a \(names) in base64, of \(size)" }

    fileprivate var names: String { types.map(\.name).joined(separator: " or ") }

    /// The kind that those bytes are of.
    func type(of bytes: [UInt8]) -> FileType? { types.first { bytes.starts(with: $0.beginning) } }

    fileprivate func allows(_ bytes: [UInt8]) -> Bool { types.contains { bytes.starts(with: $0.beginning) } }
}

/// A kind of file, by its media type.
package enum FileType: String, Sendable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case pdf = "application/pdf"

    fileprivate var name: String {
        switch self {
        case .jpeg: "JPEG"
        case .png: "PNG"
        case .pdf: "PDF"
        }
    }

    /// What the bytes of each begin with, whatever its sender calls it.
    fileprivate var beginning: [UInt8] {
        switch self {
        case .jpeg: [0xFF, 0xD8, 0xFF]
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        case .pdf: [0x25, 0x50, 0x44, 0x46, 0x2D]
        }
    }
}

extension Field where Value == [UInt8] {
    /// A file, in base64 at both faces: on a page a script makes it small enough and puts it there, so that nothing else of what
    /// was chosen leaves the device. What its bytes say beyond their beginning is for the act to look at.
    ///
    /// - Parameters:
    ///   - besides: what the act asks of it besides, for the document.
    ///   - control: how a page has it chosen.
    static func file(
        _ name: String, _ label: String, _ rule: FileRule, besides: String? = nil, _ words: FieldWords = FieldWords(),
        chosenBy control: @escaping @Sendable (Form, FieldLook) -> HTML
    ) -> Field {
        let about = [rule.words, besides].compactMap { $0 }.joined(separator: " and ")
        let words = words.about("\(about.prefix(1).uppercased())\(about.dropFirst()).")
        var field = Field(
            name, words, as: .file(rule), control: control,
            read: { answers, agency throws(Refusal) in
                func refusal(_ told: String) -> Refusal {
                    .answer(to: label, told, field: name, clauses: words.clauses(agency.policy))
                }
                let text = answers.verbatim(name)
                guard !text.isEmpty else { throw refusal("choose a file first.") }
                guard text.utf8.count <= rule.longestText else { throw refusal("\(rule.size).") }
                guard let data = Data(base64Encoded: text) else {
                    throw refusal("\(rule.words), without a space or line break.")
                }
                guard data.count <= rule.mostBytes else { throw refusal("\(rule.size).") }
                guard rule.allows([UInt8](data)) else { throw refusal("this is no \(rule.names).") }
                return [UInt8](data)
            })
        field.isFile = true
        return field
    }
}

extension FieldWords {
    fileprivate func about(_ words: String) -> FieldWords {
        var changed = self
        changed.about = words
        return changed
    }
}
