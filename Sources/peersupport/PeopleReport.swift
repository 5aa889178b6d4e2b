import Operations
import Program
import Web

/// What the command line says of a personnel file: to people in lines, to scripts in JSON.
struct PeopleReport {
    let agency: Agency
    let json: Bool

    // MARK: What is wrong

    func show(_ problems: ImportProblems, unknown: [String]) {
        guard json else {
            for problem in problems.first { say(problem.message) }
            if problems.total > problems.first.count { say("… and \(problems.total - problems.first.count) more.") }
            if !unknown.isEmpty {
                say("Which column is which is said once: peersupport people columns FILE --agency \(agency.slug)")
            }
            say("Nothing was imported.")
            return
        }
        let listed = problems.first.map { problem -> JSON in
            [
                "line": .integer(problem.line), "column": JSON(problem.column?.rawValue),
                "message": .string(problem.message),
            ]
        }
        printJSON(["problems": .array(listed), "total": .integer(problems.total)])
    }

    // MARK: What would be done

    func show(_ preview: DirectoryPreview) {
        let update = preview.update
        guard json else {
            list("New", update.added.count, update.added.map(name))
            list(
                "Changed", update.changed.count,
                update.changed.map { change in
                    let values = change.values.map { "\($0.column.rawValue) “\($0.old)” → “\($0.new)”" }
                    let back = change.isBack ? ["back with the agency"] : []
                    return "\(name(change.before.record)): \((back + values).joined(separator: ", "))"
                })
            list("Ended", update.ended.count, update.ended.map { ending($0, preview) })
            for role in preview.consequences.emptied { print("Nobody will hold \(title(role)).") }
            for role in preview.consequences.returning { print(words(role, "comes back", "does not come back")) }
            for account in preview.consequences.ending where account.why == .standing {
                print(
                    "\(account.login) loses \(account.roles.map(title).joined(separator: ", ")): \(account.why.words).")
            }
            for seat in preview.consequences.seats {
                print("\(seat.login): a seat falls vacant, \(seat.seat) of \(seat.committee).")
            }
            if !preview.consequences.orientations.isEmpty {
                list(
                    "Due for the orientation of new employees", preview.consequences.orientations.count,
                    preview.consequences.orientations.map { "\($0.employeeNumber) \($0.name), by \($0.dueOn.text)" })
            }
            print("Kept as they are: \(update.unchanged).")
            if update.endsMany {
                print("This ends many. Where it is right, import with --ends \(update.ended.count).")
            }
            print("Nothing was changed.")
            return
        }
        printJSON([
            "added": .array(some(update.added).map { .string($0.employeeNumber) }),
            "changed": .array(some(update.changed).map(changed)),
            "ended": .array(some(update.ended).map { ended($0, preview) }),
            "emptied": .array(preview.consequences.emptied.map { .string($0.text) }),
            "returning": .array(preview.consequences.returning.map(returning)),
            "counts": [
                "added": .integer(update.added.count), "changed": .integer(update.changed.count),
                "ended": .integer(update.ended.count), "unchanged": .integer(update.unchanged),
            ],
            "endsMany": .boolean(update.endsMany),
        ])
    }

    private func list(_ what: String, _ count: Int, _ lines: [String]) {
        print("\(what): \(count).")
        for line in some(lines) { print("  \(line)") }
        if count > DirectoryPreview.listed { print("  … and \(count - DirectoryPreview.listed) more") }
    }

    private func some<Item>(_ items: [Item]) -> [Item] { Array(items.prefix(DirectoryPreview.listed)) }

    private func name(_ person: PersonRecord) -> String {
        "\(person.employeeNumber) \(person.givenName) \(person.familyName), \(person.unit)"
    }

    private func ending(_ person: ListedPerson, _ preview: DirectoryPreview) -> String {
        let accounts = preview.consequences.ending.filter { $0.person == person.id }.map { account in
            let roles = account.roles.map(title).joined(separator: ", ")
            let turns = account.rotations.isEmpty ? "" : "; turns: \(account.rotations.joined(separator: ", "))"
            return "account \(account.login)\(roles.isEmpty ? "" : ": \(roles)")\(turns)"
        }
        return ([name(person.record)] + accounts).joined(separator: " — ")
    }

    private func changed(_ change: PersonChange) -> JSON {
        [
            "employeeNumber": .string(change.record.employeeNumber), "isBack": .boolean(change.isBack),
            "values": .array(
                change.values.map { value -> JSON in
                    [
                        "column": .string(value.column.rawValue), "old": .string(value.old), "new": .string(value.new),
                    ]
                }),
        ]
    }

    private func ended(_ person: ListedPerson, _ preview: DirectoryPreview) -> JSON {
        let accounts = preview.consequences.ending.filter { $0.person == person.id }.map { account -> JSON in
            [
                "login": .string(account.login), "roles": .array(account.roles.map { .string($0.text) }),
                "rotations": .array(account.rotations.map { .string($0) }),
            ]
        }
        return ["employeeNumber": .string(person.record.employeeNumber), "accounts": .array(accounts)]
    }

    // MARK: What was done

    func show(_ imported: ImportedPeople) {
        guard json else {
            print(
                """
                Added \(imported.added), changed \(imported.changed), ended \(imported.ended), \
                unchanged \(imported.unchanged).
                """)
            if imported.consequences.rolesEnded > 0 {
                print("Roles that ended with their holders: \(imported.consequences.rolesEnded).")
            }
            for account in imported.consequences.ending where !account.roles.isEmpty {
                print(
                    "\(account.login), \(account.why.words): \(account.roles.map(title).joined(separator: ", ")) ended."
                )
            }
            for seat in imported.consequences.seats {
                print("\(seat.login): a seat is vacant, \(seat.seat) of \(seat.committee).")
            }
            if !imported.consequences.orientations.isEmpty {
                print("Due for the orientation of new employees: \(imported.consequences.orientations.count).")
            }
            for role in imported.consequences.returning { print(words(role, "is given back", "is not given back")) }
            return
        }
        printJSON([
            "added": .integer(imported.added), "changed": .integer(imported.changed),
            "ended": .integer(imported.ended), "unchanged": .integer(imported.unchanged),
            "rolesEnded": .integer(imported.consequences.rolesEnded),
            "returning": .array(imported.consequences.returning.map(returning)),
        ])
    }

    private func returning(_ role: ReturningRole) -> JSON {
        [
            "login": .string(role.role.login), "role": .string(role.role.holding.role.text),
            "comesBack": .boolean(role.kept == nil), "why": JSON(role.kept?.words),
        ]
    }

    private func words(_ role: ReturningRole, _ yes: String, _ no: String) -> String {
        let what = "\(role.role.login): \(title(role.role.holding.role))"
        return role.kept.map { "\(what) \(no): \($0.words)." } ?? "\(what) \(yes)."
    }

    private func title(_ role: RoleID) -> String { agency.policy.title(of: role) }

    // MARK: Headings

    func show(_ mapping: PersonnelMapping, _ found: FoundHeadings?) {
        guard json else {
            for column in PersonnelColumn.allCases {
                print("\(column.rawValue): \(mapping.heading(of: column).map { "“\($0)”" } ?? "not in the files")")
            }
            for heading in mapping.leftOut { print("left out: “\(heading)”") }
            for column in found?.missing ?? [] {
                let likely = found?.suggestion(for: column).map { ", most likely “\($0)”" } ?? ""
                print("Not found in this file: \(column.rawValue)\(likely)")
            }
            for heading in found?.unknown ?? [] { print("Not known in this file: “\(heading)”") }
            return
        }
        var told: [String: JSON] = [
            "columns": .object(
                Dictionary(
                    PersonnelColumn.allCases.map { ($0.rawValue, JSON(mapping.heading(of: $0))) },
                    uniquingKeysWith: { first, _ in first })),
            "leftOut": .array(mapping.leftOut.map { .string($0) }),
        ]
        if let found {
            told["unknown"] = .array(found.unknown.map { .string($0) })
            told["missing"] = .array(
                found.missing.map { column -> JSON in
                    ["column": .string(column.rawValue), "likely": JSON(found.suggestion(for: column))]
                })
        }
        printJSON(.object(told))
    }
}
