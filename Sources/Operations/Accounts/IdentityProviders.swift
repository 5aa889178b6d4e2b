import Program
import Sealing

/// The OpenID Connect provider of one agency, as the operator set it.
package struct IdentityProvider: Sendable {
    package let issuer: String
    let client: String
    let secret: Secret
    /// What is asked for besides knowing who it is, in OpenID Connect's words.
    let scopes: String
    /// The claim that holds the directory's employee number; none where people are linked by their first time alone.
    let employeeNumberClaim: String?
    let isSafe: @Sendable (String) -> Bool
    let ask: @Sendable (ProviderQuestion) async -> ProviderAnswer

    /// - Parameters:
    ///   - isSafe: whether an address may be asked, or somebody sent there.
    ///   - ask: asks the provider.
    package init(
        issuer: String, client: String, secret: Secret, scopes: String, employeeNumberClaim: String?,
        isSafe: @escaping @Sendable (String) -> Bool,
        ask: @escaping @Sendable (ProviderQuestion) async -> ProviderAnswer
    ) {
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.scopes = scopes
        self.employeeNumberClaim = employeeNumberClaim
        self.isSafe = isSafe
        self.ask = ask
    }
}

extension Programmes {
    /// The same programmes of an installation whose agencies have those providers, by their names in addresses.
    package func signing(inBy providers: [String: IdentityProvider]) -> Programmes {
        var signing = self
        signing.providers = providers
        return signing
    }

    /// Whether the agency has a sign-in of its own that stands in for the app.
    package func hasSignIn(_ agency: Agency) -> Bool { providers[agency.slug] != nil }
}
