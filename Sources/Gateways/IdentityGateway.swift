import Foundation
import Program

/// Asks the OpenID Connect provider of an agency: its own description, its keys, and a token for a code. Nothing of it is logged.
package struct IdentityGateway: Sendable {
    /// Descriptions and keys of large providers have some thousands of bytes.
    private static let mostRead = 256 * 1024
    /// Somebody waits before a page for up to three of these.
    private static let patience = Patience(connecting: 3000, whole: 6000)

    private let certificates: String?

    /// - Parameter certificates: a file of certificates to trust instead of the system's.
    package init(certificates: String? = nil) { self.certificates = certificates }

    /// Whether an address is one that may be asked, or that somebody may be sent to: encrypted, or of this machine.
    @Sendable
    package static func isSafe(_ address: String) -> Bool {
        (try? ServerAddress(address, as: [.https, .http])) != nil
    }

    @Sendable
    package func ask(_ question: ProviderQuestion) async -> ProviderAnswer {
        guard let server = try? ServerAddress(question.address, as: [.https, .http]) else { return .away }
        var transfer = Transfer(server: server, content: Self.content(of: question), certificates: certificates)
        (transfer.patience, transfer.mostRead) = (Self.patience, Self.mostRead)
        let (outcome, read) = await transfer.answered()
        switch outcome {
        case .answered(let status): return .answered(status: status, read)
        case .replied, .connected, .none: return .away
        }
    }

    private static func content(of question: ProviderQuestion) -> Transfer.Content {
        guard let form = question.form else { return .get }
        let body = form.map { "\($0.name.formEncoded)=\($0.value.formEncoded)" }.joined(separator: "&")
        let credentials = question.client.map { client -> String in
            let both = "\(client.name.formEncoded):\(client.password.formEncoded)"
            return "Authorization: Basic \(Data(both.utf8).base64EncodedString())"
        }
        return .post(
            body: Array(body.utf8),
            headers: ["Content-Type: application/x-www-form-urlencoded", "Accept: application/json"]
                + [credentials].compactMap(\.self))
    }

    /// Whether the provider is there.
    package func probe(_ issuer: String) -> GatewayProbe? {
        (try? ServerAddress(issuer, as: [.https, .http])).map {
            GatewayProbe($0, .connection, certificates: certificates)
        }
    }
}
