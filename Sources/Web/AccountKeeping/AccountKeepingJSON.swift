import Operations
import Program
import Store

/// Accounts as programs read them.
extension Routes {
    static let accountKeepingInterface: [Route] = [
        .api(.get, AccountKeepingAddresses.accounts.interface, for: .staff(.appoints), AccountKeepingEndpoints.list) {
            .success(.json(AccountKeepingEndpoints.page.json(try await AccountPage.list($0.visit, by: $0.staff))))
        },
        .api(.get, AccountKeepingAddresses.account.interface, for: .staff(.appoints), AccountKeepingEndpoints.read) {
            call, account in
            try await call.programmes.account(account.text, by: call.staff).map {
                .success(.json(AccountKeepingEndpoints.account.json($0)))
            }
        },
    ]
}

private enum AccountKeepingEndpoints {
    static let list = Endpoint(
        "listAccounts", "The agency's accounts in order of login, fifty at a time.",
        success: .ok("A page of accounts.") { _ in page.schema }, mayRefuse: false, query: [.after])

    static let read = Endpoint(
        "readAccount", "An account with every role it holds, held or will hold.",
        success: .ok("The account.") { _ in account.schema }, mayRefuse: false)

    static let page = Shape<Listing<AccountListing>>(
        .list("accounts", of: listing, \.items),
        Shape.Member(.next) { $0.hasMore ? JSON($0.items.last?.login) : .null })

    static let account = listing.of(\AccountView.listing).with(
        .list("roles", of: role, \.holdings))

    private static let listing = Shape<AccountListing>(
        .id("id", \.id), .words("login", \.login), .words("name", \.name),
        .flag("isEnrolled", about: "Whether its owner has chosen a passphrase.", \.isEnrolled),
        .flag("hasSecondFactor", \.hasSecondFactor))

    private static let role = Shape<HoldingRow>(.id("id", \.id)).with(AccountEndpoints.heldRole.of(\.holding))
}
