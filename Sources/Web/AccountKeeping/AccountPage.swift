import HTML
import HTTPTypes
import Operations
import Program
import Sealing
import Store

/// One account with its roles, and what can be done about them.
struct AccountPage: Sendable {
    let view: AccountView
    let suspended: SuspendedMember?
    /// What waits for a second yes and was asked for by whoever looks, or is theirs to answer.
    let waiting: [WaitingProposal]
    let visit: StaffVisit

    /// Nothing where the agency has no such account.
    init?(_ account: PathID, _ visit: StaffVisit) async throws {
        guard let view = try await visit.programmes.account(account.text, by: visit.staff) else { return nil }
        self.view = view
        suspended = try await visit.programmes.suspension(of: account.text, by: visit.staff)
        waiting = try await visit.programmes.officeProposals(for: visit.staff).filter {
            $0.proposal.account == account.text
        }
        self.visit = visit
    }

    static func list(_ visit: Visit, by staff: Staff) async throws -> Listing<AccountListing> {
        let beginning = visit.query("after") ?? ""
        let found = try await visit.programmes.accounts(
            after: beginning, limit: Listing<AccountListing>.lookahead, by: staff)
        return Listing(found: found, after: beginning)
    }

    func answer(after change: KeeperChange? = nil, refused: Refused? = nil) -> Answer {
        .page(html(after: change, refused: refused), again: refused)
    }

    /// The page again where something was refused.
    @Sendable
    static func refused(_ visit: StaffVisit, _ refused: Refused, _ account: PathID) async throws -> Answer? {
        try await AccountPage(account, visit)?.answer(refused: refused)
    }

    private func html(after change: KeeperChange?, refused: Refused?) -> HTML {
        page(
            view.listing.name, in: Shells.staff(visit), back: AccountKeepingPages.back,
            announcement: change?.announcement ?? refused?.announcement, width: .wide,
            main: """
                \(facts([
                    ("Login", HTML(text: view.listing.login)), ("Passphrase", AccountKeepingPages.enrolment(of: view.listing)),
                    ("Second factor", AccountKeepingPages.secondFactor(of: view.listing)),
                ]))
                \(view.listing.isEnrolled || !visit.keepsAccounts
                    ? nil : section("Waits for its owner", newCode))
                \(oneHand)
                \(view.lacksStanding.map(StandingPages.onAccount))
                \(waiting.isEmpty
                    ? nil
                    : section("Waits for a second yes", waiting.map { OfficePages.part($0, visit) }.joined()))
                \(section("Roles", roles))
                \(section("Give a role", roleForm(refused)))
                \(SuspensionPages.part(view, suspended, visit))
                \(visit.keepsAccounts ? everyDevice : nil)
                \(visit.keepsAccounts && view.listing.isEnrolled ? startOver : nil)
                """)
    }

    /// From before offices were kept apart, or by two accounts that were tied to one person later.
    private var oneHand: HTML? {
        view.inOneHand.map { pair in
            callout(
                "One person holds two offices that check each other", tone: .warning,
                """
                <p>\(visit.pack.title(of: pair.first)) and \(visit.pack.title(of: pair.second)). End one of them; nobody signs or \
                decides twice meanwhile.</p>
                """)
        }
    }

    private var roles: HTML {
        guard !view.holdings.isEmpty else {
            return emptyState("No role yet", "Without a role an account can do nothing but sign in.")
        }
        let staff = visit.staff
        let table = dataTable(
            "Held, over and to come", columns: HoldingRows.columns,
            rows: view.holdings.map { HoldingRows.cells(of: $0.holding, under: staff.policy, on: staff.today) })
        let appointed = visit.appointedRoles.map(\.id)
        let open = view.holdings.filter {
            !$0.holding.hasEnded(by: staff.today) && appointed.contains($0.holding.role)
        }
        return table + open.map { ending(of: $0) }.joined()
    }

    private func ending(of row: HoldingRow) -> HTML {
        let title = HoldingRows.title(of: row.holding, under: visit.pack)
        return AccountKeepingActs.endRole.asConfirmation(
            "End: \(title)", "<p>It ends today, and every session of \(view.listing.name) with it.</p>",
            button: "End this role", visit, PathID(view.listing.id), PathID(row.id), inside: .danger)
    }

    private func roleForm(_ refused: Refused?) -> HTML {
        let filled = Filled(
            options: ["role": visit.appointedRoles.map { FieldOption($0.id.text, $0.title) }],
            first: ["startsOn": visit.staff.today.text])
        let byTwo = visit.appointedRoles.filter { visit.pack.isGivenByTwo($0.id) }.map(\.title)
        return AccountKeepingActs.giveRole.form(
            visit, PathID(view.listing.id), filled: filled, refused: refused, button: "Give role",
            before: byTwo.isEmpty ? nil : "<p>A second person says yes to: \(byTwo.joined(separator: ", ")).</p>")
    }

    private var newCode: HTML {
        AccountKeepingActs.renewEnrolment.asConfirmation(
            "New one-time code",
            "<p>For an owner who lost the code or came after its seven days. The one before stops working.</p>",
            button: "Make a new code", visit, PathID(view.listing.id), inside: .primary)
    }

    private var everyDevice: HTML {
        section(
            "Every device", lead: "When a phone is lost, end what is open on it.",
            AccountKeepingActs.endSessions.asConfirmation(
                "End all sessions", "<p>\(view.listing.name) has to sign in again everywhere.</p>",
                button: "End all sessions", visit, PathID(view.listing.id), style: .danger))
    }
}

extension StaffVisit {
    var keepsAccounts: Bool { staff.powers.contains(.manageAccounts) }

    /// The roles that this visitor may give and end.
    var appointedRoles: [RoleRule] { pack.rolesAppointed(by: .staff(staff.holdings), on: staff.today) }
}
