import Operations
import Program

/// What is told of an import once it is done.
enum ImportWords {
    static func done(_ imported: ImportedPeople) -> String {
        var lines = [
            "Added \(imported.added), changed \(imported.changed), ended \(imported.ended), kept \(imported.unchanged)."
        ]
        let consequences = imported.consequences
        if consequences.rolesEnded > 0 {
            lines.append("Roles that ended with their holders: \(consequences.rolesEnded).")
        }
        if !consequences.orientations.isEmpty {
            lines.append("Due for the orientation of new employees: \(consequences.orientations.count).")
        }
        lines += consequences.ending.filter { !$0.roles.isEmpty }.map { account in
            "\(account.login), \(account.why.words): \(account.roles.map(\.text).joined(separator: ", ")) ended."
        }
        lines += consequences.seats.map { "\($0.login): a seat is vacant, \($0.seat) of \($0.committee)." }
        lines += consequences.returning.map { role in
            let what = "\(role.role.login), \(role.role.holding.role.text)"
            return role.kept.map { "\(what): not given back, for \($0.words)." } ?? "\(what): given back."
        }
        // A cookie has no room for more.
        let most = 20
        if lines.count > most { lines = lines.prefix(most) + ["… and \(lines.count - most) more."] }
        return lines.joined(separator: "\n")
    }
}
