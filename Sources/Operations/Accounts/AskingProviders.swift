import Foundation
import Program
import Sealing

/// What a provider says of itself (OpenID Connect Discovery 1.0). It is asked each time: sign-ins are few, and nothing is out of date.
private struct ProviderDescription: Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksUri: String
    let tokenEndpointAuthMethodsSupported: [String]?

    /// Whether we show ourselves in the header, as every provider has to take it, unless it says otherwise.
    var takesHeader: Bool { tokenEndpointAuthMethodsSupported?.contains("client_secret_basic") ?? true }
}

private struct ProviderTokens: Decodable {
    let idToken: String
}

extension IdentityProvider {
    /// Where somebody is sent to say who they are.
    ///
    /// - Parameter place: where they come back, as the provider knows it.
    func address(for errand: ProviderErrand, returningTo place: String) async throws(Refusal) -> String {
        let described = try await description()
        let parameters = [
            ("response_type", "code"), ("client_id", client), ("redirect_uri", place), ("scope", scopes),
            ("state", errand.state), ("nonce", errand.nonce), ("code_challenge", errand.challenge),
            ("code_challenge_method", "S256"),
        ]
        let query = parameters.map { "\($0.0)=\($0.1.asParameter)" }.joined(separator: "&")
        return described.authorizationEndpoint + (described.authorizationEndpoint.contains("?") ? "&" : "?") + query
    }

    /// Who it says that somebody is, for a code that they brought back.
    func claims(for code: String, of errand: ProviderErrand, returnedTo place: String, at now: Instant)
        async
        throws(Refusal) -> ProviderClaims
    {
        let described = try await description()
        let compact = try await token(for: code, of: errand, returnedTo: place, described)
        let keys = try await read(described.jwksUri)
        let token: IDToken
        do {
            token = try IDToken(compact, signedByOneOf: keys)
        } catch {
            throw .untrustedToken(error.words)
        }
        let claims = ProviderClaims(
            issuer: token.issuer, subject: token.subject, audience: token.audience,
            authorizedParty: token.authorizedParty,
            endsAt: Instant(milliseconds: token.ends.multipliedReportingOverflow(by: 1000).partialValue),
            nonce: token.nonce, employeeNumber: employeeNumberClaim.flatMap { token.claim($0) })
        if let refusal = claims.refusal(of: issuer, for: client, nonce: errand.nonce, at: now) { throw refusal }
        return claims
    }

    private func token(
        for code: String, of errand: ProviderErrand, returnedTo place: String, _ described: ProviderDescription
    ) async throws(Refusal) -> String {
        let password = String(decoding: secret.exposedBytes, as: UTF8.self)
        var form = [
            (name: "grant_type", value: "authorization_code"), (name: "code", value: code),
            (name: "redirect_uri", value: place), (name: "code_verifier", value: errand.verifier),
        ]
        if !described.takesHeader {
            form += [(name: "client_id", value: client), (name: "client_secret", value: password)]
        }
        let question = ProviderQuestion(
            described.tokenEndpoint, form: form,
            client: described.takesHeader ? (name: client, password: password) : nil)
        switch await ask(question) {
        case .answered(200, let bytes):
            guard let tokens: ProviderTokens = decoded(bytes) else { throw .agencySignInAway }
            return tokens.idToken
        case .answered(let status, _) where (400..<500).contains(status): throw .codeNotTaken
        case .answered, .away: throw .agencySignInAway
        }
    }

    private func description() async throws(Refusal) -> ProviderDescription {
        let root = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let bytes = try await read("\(root)/.well-known/openid-configuration")
        guard let described: ProviderDescription = decoded(bytes), described.issuer == issuer,
            [described.authorizationEndpoint, described.tokenEndpoint, described.jwksUri].allSatisfy(isSafe)
        else { throw .agencySignInAway }
        return described
    }

    private func read(_ address: String) async throws(Refusal) -> [UInt8] {
        guard case .answered(200, let bytes) = await ask(ProviderQuestion(address)) else { throw .agencySignInAway }
        return bytes
    }

    private func decoded<Value: Decodable>(_ bytes: [UInt8]) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(Value.self, from: Data(bytes))
    }
}

extension IDTokenFault {
    /// What is wrong, for whoever was not let in.
    fileprivate var words: String {
        switch self {
        case .unreadable: "it cannot be read"
        case .otherAlgorithm: "it is signed in a way that is not taken here"
        case .noKeys, .unknownKey: "the provider has no such key"
        case .forged: "its signature is wrong"
        }
    }
}

extension String {
    /// Percent-encoded but for RFC 3986's unreserved characters.
    fileprivate var asParameter: String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
