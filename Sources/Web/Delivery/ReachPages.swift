import HTML
import Operations
import Program

/// How someone is reached, and adding a way.
enum ReachPages {
    static let title = "How to reach me"

    static func reach(_ methods: [ReachingMethod], _ visit: StaffVisit, after change: ReachChange?) -> HTML {
        page(
            title, in: Shells.staff(visit), lead: "These ways are tried in this order until you have looked.",
            back: Crumb("My account", AccountAddresses.account.link()), announcement: change?.announcement,
            main: """
                \(isReachable(methods) ? nil : notReachable)
                \(methods.isEmpty ? nil : list(methods))
                \(ways(visit))
                \(section("What is sent", words))
                """)
    }

    static func new(_ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let form = visit.form(to: ReachAddresses.new.link(), typed: refusal.map { _ in visit.form }, problems: refusal)
        let kinds = written(visit).map { FieldOption($0.rawValue, $0.label) }
        return page(
            "Add a number or an address", in: Shells.staff(visit),
            lead: "Six digits are sent there. It is used once you have typed them in here.",
            back: Crumb(title, ReachAddresses.reach.link()),
            main: form.html(
                """
                \(form.choice("kind", "How", kinds))
                \(form.text(
                    "address", "Number or e-mail address", hint: "Such as 916 555 0123, or name@example.org",
                    maxLength: 254))
                \(delayField(in: form))
                """, actions: button("Send the digits")))
    }

    /// After how many minutes it is used.
    static func delayField(in form: Form, first: Int = 0) -> HTML {
        let minutes = Set([0, 1, 2, 3, 5, 6, 10, 15, 20, 30, 45, 60, first]).sorted()
        return form.select(
            "delay", "When", minutes.map { FieldOption("\($0)", when($0)) }, first: "\(first)",
            hint: "The earliest of your ways is always used at once.")
    }

    static func when(_ minutes: Int) -> String {
        switch minutes {
        case 0: "At once"
        case 1: "After a minute"
        default: "After \(minutes) minutes"
        }
    }

    /// Each with the time it is really used, counted from the earliest that is.
    private static func list(_ methods: [ReachingMethod]) -> HTML {
        let first = methods.map(\.method).filter(\.isConfirmed).map(\.delay).min() ?? 0
        return cards(methods.map { MethodPages.linkToMethod($0, used: when(max(0, $0.method.delay - first))) })
    }

    private static func isReachable(_ methods: [ReachingMethod]) -> Bool {
        methods.contains(where: \.method.isConfirmed)
    }

    private static let notReachable = callout(
        "Nobody can reach you yet", tone: .warning,
        "<p>Whatever comes for you waits until you look here. Add a way and confirm it.</p>")

    /// What this installation has a gateway for and needs no installed page.
    private static func written(_ visit: StaffVisit) -> [ContactMethod.Kind] {
        [.text, .call, .email].filter(visit.site.carriers.kinds.contains)
    }

    private static func ways(_ visit: StaffVisit) -> HTML {
        let links = [
            written(visit).isEmpty
                ? nil
                : linkButton("Add a number or an address", to: ReachAddresses.new.link(), style: .primary, icon: .add),
            visit.site.carriers.kinds.contains(.push)
                ? linkButton("Notifications on this device", to: ReachAddresses.device.link(), icon: .phone) : nil,
        ].compactMap(\.self)
        guard !links.isEmpty else {
            return emptyState(
                "No way to be told here",
                "Whoever runs this installation has set no gateway. Look at these pages often.")
        }
        return "<div class=\"actions\">\(links)</div>"
    }

    private static let words: HTML = """
        <p>Always only this: “\(Saying.message.written)” No name, no agency and no reason, for phones lie on tables. A call \
        says the same aloud. You are not called for what can wait.</p>
        """
}

extension ContactMethod.Kind {
    /// As people choose it.
    var label: String {
        switch self {
        case .push: "Notification"
        case .text: "Text message"
        case .call: "Call"
        case .email: "E-mail"
        }
    }
}
