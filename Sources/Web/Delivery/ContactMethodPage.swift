import HTML
import Operations
import Program

/// One of the ways someone is reached.
struct ContactMethodPage {
    let view: ContactMethodView
    let visit: StaffVisit

    /// Nothing where the account has no such way.
    init?(_ id: PathID, _ visit: StaffVisit) async throws {
        let own = try await visit.programmes.contactMethods(of: visit.staff)
        guard let view = own.first(where: { $0.method.id == id.text }) else { return nil }
        self.view = view
        self.visit = visit
    }

    /// The page again where something was refused.
    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await ContactMethodPage(id, visit).map {
            .again($0.html(refused: refused))
        }
    }

    func html(after change: ContactMethodChange? = nil, refused: Refused? = nil) -> HTML {
        let delay = Filled(first: ["delay": "\(view.method.delay)"])
        return page(
            view.title, in: Shells.staff(visit),
            back: Crumb(ContactMethodPages.title, ContactMethodAddresses.methods.link()),
            announcement: change?.announcement ?? refused?.announcement,
            main: """
                \(TroubledWays.onOwnPage(view.method))
                \(facts([("State", view.state(visit)), ("Last used", HTML(text: lastUse))]))
                \(view.method.isConfirmed ? test : proof(refused))
                \(section(
                    "When it is used",
                    ContactMethodActs.setDelay.form(
                        visit, id, filled: delay, refused: refused, button: "Save", style: .secondary)))
                \(ContactMethodActs.remove.asConfirmation(
                    "Remove it", "<p>Nothing is sent there any more, also not what is waiting.</p>",
                    button: "Remove", visit, id, style: .danger))
                """)
    }

    private var id: PathID { PathID(view.method.id) }

    private var lastUse: String {
        guard let last = view.lastOutcomes.last else { return "Not in the last thirty days" }
        return switch last {
        case .accepted: "It was taken"
        case .begun: "Under way, or cut short and tried again"
        case .failed, .unknown: "It was not taken, and is tried again"
        case .refused: "It was refused for this address"
        case .givenUp: "It was given up after \(Carriage.mostAttempts) attempts"
        }
    }

    private func proof(_ refused: Refused?) -> HTML {
        let again = ContactMethodActs.sendCode.asButton("Send new digits", visit, id)
        guard view.isAwaitingCode else {
            return section(
                "Confirm it", "<p>It is used once you have typed in the digits that are sent there.</p>\(again)")
        }
        return section(
            "Confirm it", "\(ContactMethodActs.confirm.form(visit, id, refused: refused, button: "Confirm"))\(again)")
    }

    private var test: HTML {
        section("Try it", ContactMethodActs.sendTest.asButton("Send a test", visit, id))
    }
}

extension ContactMethodView {
    var title: String { "\(method.kind.label): \(method.address)" }

    func state(_ visit: StaffVisit) -> HTML {
        if !visit.site.carriers.kinds.contains(method.kind) { return badge("No gateway", tone: .bad) }
        if let trouble = method.trouble { return badge(trouble.label, tone: .bad) }
        if method.isConfirmed { return badge("In use", tone: .good) }
        return isAwaitingCode ? badge("Waiting for its digits", tone: .warning) : badge("Not used", tone: .bad)
    }
}
