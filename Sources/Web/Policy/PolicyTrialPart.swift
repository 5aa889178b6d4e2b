import HTML
import Program

/// What a new text would change, told in sentences.
enum PolicyTrialPart {
    static func report(_ trial: PolicyTrial, _ pack: PolicyPack) -> HTML {
        guard !trial.changesNothing else { return prose("<p>Nobody and nothing of today would be touched.</p>") }
        return prose("<ul>\(trial.sentences(pack).map { "<li>\($0)</li>" as HTML })</ul>")
    }

    /// What the code keeps under the pack of its beginning.
    static let staying = prose(
        """
        <ul><li>A sheet that was begun keeps its form.</li>
        <li>A request that is open goes on to whom the rules had it go when it was asked, after the same waits.</li>
        <li>A disclosure that was begun keeps its exception.</li>
        <li>Published summaries stay as they are.</li></ul>
        <p>All else goes by the new text from the first click after: what somebody may do, how long things are kept.</p>
        """)
}

extension PolicyTrial {
    /// One sentence for each thing that changes, the gravest first.
    func sentences(_ pack: PolicyPack) -> [String] {
        var lines = nobodyThere.map { "From then on: \(pack.words(for: $0))" }
        lines += seats.map { "\($0.committee) lacks \($0.missing) for the seat “\($0.seat)”." }
        lines += outOfCompliance.map { "\($0.name) would lack: \($0.courses.joined(separator: ", "))." }
        lines += rolesGone.map { role in
            let held =
                role.holders.isEmpty
                ? "Nobody holds it." : "\(role.holders.joined(separator: ", ")) may do nothing by it any more."
            return "The role \(role.title) is no more. \(held)"
        }
        lines += powers.map { change in
            let words = [("gains", change.gained), ("loses", change.lost)].filter { !$0.1.isEmpty }.map {
                verb, powers in
                "\(verb): \(powers.map(\.rawValue.spaced).joined(separator: ", "))"
            }
            return "\(change.name) \(words.joined(separator: "; "))."
        }
        lines += filled.map { "No longer so: \(pack.words(for: $0))" }
        if let threshold {
            lines.append(
                "Counts below \(threshold.after) are held back in summaries to come, and no longer below \(threshold.before). Those published stay as they are."
            )
        }
        if formChanges { lines.append("Sheets begun from then on have the new form; those begun before keep theirs.") }
        if agreementChanges { lines.append("What members agree to reads otherwise from then on.") }
        return lines
    }
}

extension String {
    fileprivate var spaced: String { replacing("-", with: " ") }
}
