import Operations
import Program
import Store

/// Accounts as programs read them.
extension Routes {
    static let accountKeepingInterface: [Route] = [
        .read(
            "listAccounts", "The agency's accounts in order of login, fifty at a time.",
            at: AccountKeepingAddresses.accounts, for: .staff(.appoints), query: [.after], "A page of accounts.",
            AccountShapes.page
        ) { visit in try await AccountPage.list(visit.visit, by: visit.staff) },
        .read(
            "readAccount", "An account with every role it holds, held or will hold.",
            at: AccountKeepingAddresses.account, for: .staff(.appoints), "The account.", AccountShapes.account
        ) { visit, account in try await visit.programmes.account(account.text, by: visit.staff) },
    ]
}

private enum AccountShapes {
    static let page = Shape<Listing<AccountListing>>(
        .list("accounts", of: listing, \.items),
        Shape.Member(.next) { $0.hasMore ? JSON($0.items.last?.login) : .null })

    static let account = listing.of(\AccountView.listing).with(
        .list("roles", of: role, \.holdings))

    private static let listing = Shape<AccountListing>(
        .id("id", \.id), .words("login", \.login), .words("name", \.name),
        .flag("isEnrolled", about: "Whether its owner has chosen a passphrase.", \.isEnrolled),
        .flag("hasSecondFactor", \.hasSecondFactor))

    private static let role = Shape<HoldingRow>(.id("id", \.id)).with(HoldingRows.shape.of(\.holding))
}
