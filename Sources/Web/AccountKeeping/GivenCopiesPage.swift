import HTML
import Operations
import Program

/// Who can be offered a request, for everybody in the team to look at: a key or a person that nobody knows of is seen by somebody.
enum GivenCopiesPage {
    static func list(_ people: [GivenCopies], _ visit: StaffVisit) -> HTML {
        let given = people.filter(\.isGiven)
        return page(
            "Who can be offered a request", in: Shells.staff(visit, at: GivenCopiesAddresses.list),
            lead: "A request is sealed to those of them whom it may come to, and to nobody else but its seeker.",
            width: .wide,
            main: """
                \(given.isEmpty
                    ? emptyState("Nobody today", "Nobody who has enrolled holds a role for it.")
                    : table("Today: \(given.count)", given, visit))
                \(leftOut(people.filter { !$0.isGiven }, visit))
                \(prose(
                    """
                    <p>The mark of a key is made of it alone. Yours stands here too: when it changes and you did not enrol anew, \
                    tell whoever keeps the accounts.</p>
                    """))
                """)
    }

    private static func leftOut(_ people: [GivenCopies], _ visit: StaffVisit) -> HTML? {
        guard !people.isEmpty else { return nil }
        return section(
            "Not asked",
            lead: "They hold a role for it, but the record of this programme does not vouch for their key or role.",
            table("Left out: \(people.count)", people, visit))
    }

    private static func table(_ caption: String, _ people: [GivenCopies], _ visit: StaffVisit) -> HTML {
        dataTable(
            caption, columns: ["Name", "Roles", "Mark of the key", "Key since"],
            rows: people.map { person in
                [
                    HTML(text: person.name), roles(of: person, visit), "<code>\(person.fingerprint)</code>",
                    HTML(text: person.key.map { since($0) } ?? "not vouched for"),
                ]
            })
    }

    private static func roles(of person: GivenCopies, _ visit: StaffVisit) -> HTML {
        let items = person.roles.map { role -> HTML in
            let title = visit.pack.title(role.role)
            let how = role.vouched.map { "by \(giver($0.by))\(remark($0.how))" } ?? "not vouched for"
            return "\(title), since \(role.startsOn.longName), \(how)"
        }
        // A list of one is no list.
        guard items.count > 1 else { return items.joined() }
        return "<ul>\(items.map { "<li>\($0)</li>" as HTML }.joined())</ul>"
    }

    private static func since(_ vouched: Vouched) -> String { "\(vouched.on.longName)\(remark(vouched.how))" }

    private static func remark(_ how: Vouching) -> String {
        switch how {
        case .done: ""
        case .takenOver: " (taken over as it was)"
        case .accepted: " (accepted by the operator)"
        }
    }

    fileprivate static func giver(_ giver: Vouched.Giver) -> String {
        switch giver {
        case .account(let name): name
        case .operator: "the operator of this installation"
        case .server: "whom is not kept"
        }
    }
}

enum GivenCopiesAddresses {
    static let list = FixedAddress("who-can-be-offered")
}

extension StaffVisit {
    /// The way there, for whoever may go.
    var wayToTheTeam: HTML? {
        Need.seesTheTeam.isMet(by: staff.powers, owesSecondFactor: staff.owesSecondFactor)
            ? actions(linkButton("Who can be offered a request", to: GivenCopiesAddresses.list.link())) : nil
    }
}

extension Need {
    /// The team, who keeps its accounts and who looks after its call-out list.
    static let seesTheTeam = Need.anyOf([.takeRequests, .manageAccounts, .keepRoster])
}

extension Routes {
    static let givenCopies: [Route] = [
        .staff(.get, GivenCopiesAddresses.list, for: .staff(.seesTheTeam)) { visit in
            .page(GivenCopiesPage.list(try await visit.programmes.givenCopies(in: visit.agency), visit))
        },
        .read(
            "listWhoCanBeOffered",
            "Everybody who can be given a copy of a request's key today, and whoever holds a role for it and is left out.",
            at: GivenCopiesAddresses.list, for: .staff(.seesTheTeam), "The people, by name.",
            .list("people", of: GivenCopiesShapes.person)
        ) { visit in try await visit.programmes.givenCopies(in: visit.agency) },
    ]
}

private enum GivenCopiesShapes {
    static let person = Shape<GivenCopies>(
        .id("account", \.account), .words("name", \.name),
        .flag("isGiven", about: "Whether a request is sealed to them.", \.isGiven),
        .words("fingerprint", about: "A short mark of the account's key.", \.fingerprint),
        .part(maybe: "key", vouched, about: "How the record vouches for the key; null where it does not.", \.key),
        .list("roles", of: role, \.roles))

    private static let role = Shape<GivenRole>(
        .words("role", \.role.text), .words(maybe: "area", \.area), .day("startsOn", \.startsOn),
        .day(maybe: "until", \.until),
        .part(maybe: "given", vouched, about: "Who gave it; null where the record does not vouch for it.", \.vouched))

    private static let vouched = Shape<Vouched>(
        .day("on", \.on), .words("by") { GivenCopiesPage.giver($0.by) },
        .choice("how", of: ["done", "taken-over", "accepted"]) { $0.how.word })
}

extension Vouching {
    fileprivate var word: String {
        switch self {
        case .done: "done"
        case .takenOver: "taken-over"
        case .accepted: "accepted"
        }
    }
}
