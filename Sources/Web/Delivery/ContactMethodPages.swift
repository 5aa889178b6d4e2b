import HTML
import Operations
import Program

/// How someone is reached, and adding a way.
enum ContactMethodPages {
    static let title = "How to reach me"

    static func list(_ methods: [ContactMethodView], _ visit: StaffVisit, after change: ContactMethodChange?) -> HTML {
        page(
            title, in: Shells.staff(visit), lead: "These ways are tried in this order until you have looked.",
            back: Crumb("My account", OwnAccountAddresses.account.link()), announcement: change?.announcement,
            main: """
                \(methods.contains(where: \.method.isConfirmed) ? nil : notReachable)
                \(methods.isEmpty ? nil : list(methods, visit))
                \(ways(visit))
                \(section("What is sent", words))
                """)
    }

    static func new(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let kinds = typedKinds(visit)
        let filled = Filled(options: ["kind": ContactMethodFields.options(kinds)])
        return page(
            "Add a number or an address", in: Shells.staff(visit),
            lead: "Six digits are sent there. It is used once you have typed them in here.",
            back: Crumb(title, ContactMethodAddresses.methods.link()),
            main: kinds.isEmpty
                ? noGateway
                : ContactMethodActs.add.form(visit, filled: filled, refused: refused, button: "Send the digits"))
    }

    /// Each with the time it is really used, counted from the earliest that is.
    private static func list(_ methods: [ContactMethodView], _ visit: StaffVisit) -> HTML {
        let first = methods.map(\.method).filter(\.isConfirmed).map(\.delay).min() ?? 0
        return cards(
            methods.map { view in
                linkCard(
                    view.title, detail: ContactMethodFields.when(max(0, view.method.delay - first)),
                    to: ContactMethodAddresses.method.link(PathID(view.method.id)), icon: .phone,
                    badge: view.state(visit))
            })
    }

    private static let notReachable = callout(
        "Nobody can reach you yet", tone: .warning,
        "<p>Whatever comes for you waits until you look here. Add a way and confirm it.</p>")

    /// What this installation has a gateway for and needs no installed page.
    private static func typedKinds(_ visit: StaffVisit) -> [ContactMethod.Kind] {
        ContactMethodFields.typedKinds.filter(visit.site.carriers.kinds.contains)
    }

    private static func ways(_ visit: StaffVisit) -> HTML {
        let links = [
            typedKinds(visit).isEmpty
                ? nil
                : linkButton(
                    "Add a number or an address", to: ContactMethodAddresses.new.link(), style: .primary, icon: .add),
            visit.site.carriers.kinds.contains(.push)
                ? linkButton("Notifications on this device", to: ContactMethodAddresses.device.link(), icon: .phone)
                : nil,
        ].compactMap(\.self)
        return links.isEmpty ? noGateway : "<div class=\"actions\">\(links)</div>"
    }

    private static let noGateway = emptyState(
        "No way to be told here", "Whoever runs this installation has set no gateway. Look at these pages often.")

    private static let words: HTML = """
        <p>Always only this: “\(Saying.message.written)” No name, no agency and no reason, for phones lie on tables. A call \
        says the same aloud. You are not called for what can wait.</p>
        """
}
