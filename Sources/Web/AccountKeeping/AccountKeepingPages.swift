import HTML
import Operations
import Store

/// The agency's accounts, for whoever keeps them.
enum AccountKeepingPages {
    static func list(_ listing: Listing<AccountListing>, _ visit: StaffVisit) -> HTML {
        page(
            "Accounts", in: Shells.staff(visit, at: AccountKeepingAddresses.accounts),
            lead: "Everyone who can sign in here, by login.", width: .wide,
            main: """
                \(visit.keepsAccounts
                    ? actions(linkButton("New account", to: AccountKeepingAddresses.new.link(), style: .primary, icon: .add)) : nil)
                \(table(listing))
                \(visit.wayToTheTeam)
                \(pager(listing, at: AccountKeepingAddresses.accounts, last: listing.items.last?.login))
                """)
    }

    @Sendable
    static func new(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        var filled = Filled()
        filled.searches[AccountKeepingActs.person.name] = try await visit.search(in: AccountKeepingActs.person.name)
        return .page(
            page(
                "New account", in: Shells.staff(visit), lead: "Its owner chooses the passphrase; you never learn it.",
                back: back,
                main: AccountKeepingActs.create.form(
                    visit, filled: filled, refused: refused, button: "Create account")), again: refused)
    }

    /// The code with which the owner begins, or begins anew.
    static func code(_ code: String, of account: AccountListing, _ visit: StaffVisit) -> HTML {
        page(
            "One-time code", in: Shells.staff(visit), lead: "Give \(account.name) this code in person.",
            back: Crumb(account.name, AccountKeepingAddresses.account.link(PathID(account.id))),
            main: """
                \(callout(
                    "Print this page or write the code down now", tone: .warning,
                    "<p>It is shown this once, works once, and ends in seven days. Do not send it by mail.</p>"))
                \(facts([("Name", HTML(text: account.name)), ("Login", HTML(text: account.login))]))
                \(codeLine("One-time code", code))
                \(prose(
                    """
                    <p>On the sign-in page of \(visit.staff.agency.name) they choose “First time here”, type login and \
                    code, and choose a passphrase.</p>
                    """))
                \(actions(linkButton(
                    "Go on", to: AccountKeepingAddresses.account.link(PathID(account.id)), style: .primary)))
                """)
    }

    static let back = Crumb("Accounts", AccountKeepingAddresses.accounts.link())

    private static func table(_ listing: Listing<AccountListing>) -> HTML {
        guard !listing.items.isEmpty else {
            return emptyState("No account here", "No login comes after this one.")
        }
        return dataTable(
            "On this page: \(listing.items.count)",
            columns: ["Login", "Name", "Passphrase", "Second factor"],
            rows: listing.items.map { account in
                [
                    "<a\(href: AccountKeepingAddresses.account.link(PathID(account.id)))>\(account.login)</a>",
                    HTML(text: account.name), enrolment(of: account), secondFactor(of: account),
                ]
            })
    }

    static func enrolment(of account: AccountListing) -> HTML {
        account.isEnrolled ? badge("Chosen", tone: .good) : badge("Waits for its owner", tone: .warning)
    }

    static func secondFactor(of account: AccountListing) -> HTML {
        account.hasSecondFactor ? badge("Set up", tone: .good) : badge("Not set up")
    }
}
