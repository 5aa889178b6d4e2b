import Foundation
import Program

/// What `pack check` tells about a pack that reads without a problem: in what it differs from its parent, and what becomes of each
/// duty in the running system.
package struct PackReport: Sendable, Equatable {
    package let pack: PackID
    package let version: String
    package let hash: String
    package let parent: PackID?
    package let differences: [PackDifference]
    package let duties: [DutyConformance]
    package let inherited: [PackPromise]
    package let inheritedHash: String?
    /// The exceptions to confidence that each agency settles with its counsel, as the advisement says them.
    package let unsettled: [String]
    /// What is to be settled with the agency's counsel, answered or open.
    package let questions: [CounselQuestion]

    package init(_ loaded: LoadedPack) {
        pack = loaded.pack.id
        version = loaded.pack.version
        hash = loaded.hash
        parent = loaded.parent
        differences = loaded.differences
        duties = loaded.conformance
        inherited = loaded.inherited
        inheritedHash = loaded.inheritedHash
        unsettled = loaded.pack.confidentiality.unsettled.map { "\($0.id): \($0.label)" }
        questions = loaded.pack.counsel?.questions ?? []
    }

    private func count(_ state: DutyState) -> Int { duties.count { $0.state == state } }

    /// For people.
    package var text: String {
        var lines = ["\(pack) version \(version), \(duties.count) clauses, sha256 \(hash)"]
        if let parent {
            lines.append("Differs from \(parent) in \(differences.count) values:")
            for difference in differences {
                lines.append("  \(difference.path)")
                lines.append("    \(parent): \(difference.parent ?? "no such rule")")
                lines.append("    \(pack): \(difference.own ?? "taken out")")
                if !difference.gone.isEmpty {
                    let gone = difference.gone.joined(separator: ", ")
                    lines.append("    This list replaces the parent's; of its items these are gone: \(gone)")
                }
                if let basis = difference.basis { lines.append("    because: \(basis)") }
            }
            lines += promises
        }
        lines.append(
            """
            Of its duties \(count(.carriedOut)) are carried out by the system, \(count(.said)) are said, and \
            \(count(.writtenDown)) are written down and not carried out:
            """)
        for duty in duties where duty.state == .writtenDown {
            lines.append("  \(duty.clause.id) (\(duty.clause.place)): \(duty.clause.duty)")
            lines += duty.shortfalls.map { "    \($0)" }
        }
        if !unsettled.isEmpty {
            lines.append("To be settled by each agency with its counsel, before it is taken in:")
            lines += unsettled.map { "  \($0)" }
        }
        if !questions.isEmpty {
            lines.append("Questions for the agency's counsel:")
            lines += questions.flatMap { ["  \($0.id): \($0.question)", "    \($0.answer ?? "open")"] }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Each promise that is told to people in the parent's words, or with a number of the country's profile, for somebody to read before
    /// it is the agency's.
    private var promises: [String] {
        guard let parent, let inheritedHash else { return [] }
        let heading =
            "Promised to people in the words of \(parent) or its country's profile, to be read and confirmed (\(inheritedHash)):"
        return [heading]
            + inherited.flatMap { ["  \($0.path)", "    \($0.text)"] }
    }

    /// For scripts.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let content = Content(
            pack: pack.text, version: version, hash: hash, clauses: duties.count, parent: parent?.text,
            differences: differences.map {
                Content.Difference(path: $0.path, parent: $0.parent, own: $0.own, basis: $0.basis, gone: $0.gone)
            },
            inherited: inherited.map { Content.Promise(path: $0.path, text: $0.text) }, inheritedHash: inheritedHash,
            carriedOut: count(.carriedOut), said: count(.said), writtenDown: count(.writtenDown),
            duties: duties.map(Content.Duty.init), unsettled: unsettled,
            questions: questions.map { Content.Question(id: $0.id, question: $0.question, answer: $0.answer) })
        return (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private struct Content: Encodable {
        let pack: String
        let version: String
        let hash: String
        let clauses: Int
        let parent: String?
        let differences: [Difference]
        let inherited: [Promise]
        let inheritedHash: String?
        let carriedOut: Int
        let said: Int
        let writtenDown: Int
        let duties: [Duty]
        let unsettled: [String]
        let questions: [Question]

        struct Question: Encodable {
            let id: String
            let question: String
            /// Nothing while it is open.
            let answer: String?
        }

        struct Promise: Encodable {
            let path: String
            let text: String
        }

        struct Difference: Encodable {
            let path: String
            let parent: String?
            let own: String?
            let basis: String?
            let gone: [String]
        }

        struct Duty: Encodable {
            let id: String
            let place: String
            let duty: String
            let kind: String
            let state: String
            let rules: [Rule]

            init(_ duty: DutyConformance) {
                id = duty.clause.id.text
                place = duty.clause.place
                self.duty = duty.clause.duty
                kind = duty.clause.kind.rawValue
                state = duty.state.rawValue
                rules = duty.rules.map { rule in
                    Rule(
                        path: rule.path, state: rule.state.rawValue,
                        readers: rule.readers.map { "\($0.kind.rawValue) \($0.name)" }, unread: rule.unread)
                }
            }
        }

        struct Rule: Encodable {
            let path: String
            let state: String
            let readers: [String]
            let unread: [String]
        }
    }
}
