import Operations
import Program

/// What is told of an import once it is done.
enum ImportWords {
    static func done(_ imported: ImportedPeople) -> String {
        var lines = [
            "Added \(imported.added), changed \(imported.changed), ended \(imported.ended), kept \(imported.unchanged)."
        ]
        if imported.rolesEnded > 0 { lines.append("Roles that ended with their holders: \(imported.rolesEnded).") }
        lines += imported.returning.map { role in
            let what = "\(role.role.login), \(role.role.holding.role.text)"
            return role.kept.map { "\(what): not given back, for \($0.words)." } ?? "\(what): given back."
        }
        // A cookie has no room for more.
        let most = 20
        if lines.count > most { lines = lines.prefix(most) + ["… and \(lines.count - most) more."] }
        return lines.joined(separator: "\n")
    }
}
