import Foundation
import PolicyPacks
import Program

/// The pack of a programme, and the one it has from some month on.
struct PacksOfTime {
    let first: PolicyPack
    let changed: (from: Month, pack: PolicyPack)?

    var latest: PolicyPack { changed?.pack ?? first }

    func pack(in month: Month) -> PolicyPack {
        guard let changed, month >= changed.from else { return first }
        return changed.pack
    }

    init(_ id: PackID, changedFrom month: Month?) throws {
        first = try PackLibrary.demonstration(of: id).get().pack
        guard let month else {
            changed = nil
            return
        }
        changed = (month, try PackLibrary.load(try Self.withOneMoreAnswer(id), file: "\(id.text).yaml").get().pack)
    }

    /// The bundled text with an answer more in its form's first question.
    private static func withOneMoreAnswer(_ id: PackID) throws -> String {
        guard let text = PackLibrary.bundledText(id), let form = text.range(of: "\ncontact-form:"),
            let options = text.range(of: "one:\n", range: form.upperBound..<text.endIndex),
            let line = text.range(of: "\n", range: options.upperBound..<text.endIndex)
        else { throw NoSuchForm(pack: id.text) }
        let indent = text[options.upperBound...].prefix { $0 == " " }
        return text.replacingCharacters(
            in: line, with: "\n\(indent)- {id: something-else, label: Something else}\n")
    }
}

struct NoSuchForm: Error {
    let pack: String
}
