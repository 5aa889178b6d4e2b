import ArgumentParser
import Foundation
import Gateways
import Operations
import Sealing

extension GatewaySettings {
    /// The sign-ins that agencies have by OpenID Connect. Each agency is named once, so that a setting of another is no silence.
    func providers(asking gateway: IdentityGateway) throws -> [String: IdentityProvider] {
        let slugs = (text("openid.agencies") ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        return Dictionary(
            try slugs.map { ($0, try provider(of: $0, asking: gateway)) }, uniquingKeysWith: { first, _ in first })
    }

    private func provider(of slug: String, asking gateway: IdentityGateway) throws -> IdentityProvider {
        guard !slug.isEmpty, slug.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { throw wrong("openid.agencies", "names what is no agency, such as orange-county-probation") }
        let place = "openid." + slug.replacing("-", with: ".")
        func needed(_ value: String?, _ key: String) throws -> String {
            guard let value else { throw missing("\(place).\(key)", with: "openid.agencies") }
            return value
        }
        let issuer = try needed(text("\(place).issuer"), "issuer")
        guard IdentityGateway.isSafe(issuer) else {
            throw wrong("\(place).issuer", "must begin with https and be the issuer as the provider writes it")
        }
        let scopes = text("\(place).scopes") ?? "openid"
        guard scopes.split(separator: " ").contains("openid") else {
            throw wrong("\(place).scopes", "must hold openid")
        }
        return IdentityProvider(
            issuer: issuer, client: try needed(text("\(place).client.id"), "client.id"),
            secret: Secret(bytes: Array(try needed(secret("\(place).client.secret"), "client.secret").utf8)),
            scopes: scopes, employeeNumberClaim: text("\(place).employee.number"), isSafe: IdentityGateway.isSafe,
            ask: gateway.ask)
    }
}
