import HTML
import Operations
import Program
import Sealing
import Store

/// The agency's accounts, for whoever keeps them.
enum AccountsPages {
    static func list(_ listing: Listing<AccountListing>, _ visit: StaffVisit) -> HTML {
        page(
            "Accounts", in: Shells.staff(visit, at: AccountsAddresses.accounts),
            lead: "Everyone who can sign in here, by login.", width: .wide,
            main: """
                \(visit.keepsAccounts
                    ? actions(linkButton("New account", to: AccountsAddresses.new.link(), style: .primary, icon: .add)) : nil)
                \(table(listing))
                \(pager(listing, at: AccountsAddresses.accounts, last: listing.items.last?.login))
                """)
    }

    static func new(_ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let form = visit.form(
            to: AccountsAddresses.accounts.link(), typed: refusal == nil ? nil : visit.form, problems: refusal)
        return page(
            "New account", in: Shells.staff(visit), lead: "Its owner chooses the passphrase; you never learn it.",
            back: back,
            main: form.html(
                """
                \(form.text(
                    "login", "Login", kind: .code, hint: "Small letters, digits, points and hyphens. It cannot change.",
                    maxLength: 60))
                \(form.text("name", "Name", hint: "As colleagues know this person.", maxLength: 120))
                \(form.text(
                    "employeeNumber", "Employee number", kind: .code,
                    hint: "As in the personnel directory. Leave it empty for a professional from outside.",
                    isOptional: true, maxLength: PersonnelColumn.employeeNumber.maximumLength))
                """, actions: button("Create account")))
    }

    /// The code for the new account's owner, shown this once.
    static func created(_ created: CreatedAccount, _ new: NewAccount, _ visit: StaffVisit) -> HTML {
        page(
            "Account created", in: Shells.staff(visit), lead: "Give \(new.name) this code in person.", back: back,
            main: """
                \(handOver(created.enrolmentCode, login: new.login, name: new.name, visit))
                \(actions(
                    linkButton(
                        "Give a role", to: AccountsAddresses.account.link(PathID(created.id)), style: .primary)))
                """)
    }

    /// A new code in place of one that was lost or has ended, shown this once.
    static func renewedCode(_ code: RecoveryCode, of account: AccountListing, _ visit: StaffVisit) -> HTML {
        page(
            "New one-time code", in: Shells.staff(visit), lead: "Give \(account.name) this code in person.",
            back: Crumb(account.name, AccountsAddresses.account.link(PathID(account.id))),
            main: handOver(code, login: account.login, name: account.name, visit))
    }

    static func handOver(_ code: RecoveryCode, login: String, name: String, _ visit: StaffVisit) -> HTML {
        """
        \(callout(
            "Print this page or write the code down now", tone: .warning,
            "<p>It is shown this once, works once, and ends in seven days. Do not send it by mail.</p>"))
        \(facts([("Name", HTML(text: name)), ("Login", HTML(text: login))]))
        \(codeLine("One-time code", code.text))
        \(prose(
            """
            <p>On the sign-in page of \(visit.staff.agency.name) they choose “First time here”, type login and code, and \
            choose a passphrase.</p>
            """))
        """
    }

    static let back = Crumb("Accounts", AccountsAddresses.accounts.link())

    private static func table(_ listing: Listing<AccountListing>) -> HTML {
        guard !listing.items.isEmpty else {
            return emptyState("No account here", "No login comes after this one.")
        }
        return dataTable(
            "On this page: \(listing.items.count)",
            columns: ["Login", "Name", "Passphrase", "Second factor"].map { TableColumn($0) },
            rows: listing.items.map { account in
                [
                    "<a\(href: AccountsAddresses.account.link(PathID(account.id)))>\(account.login)</a>",
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
