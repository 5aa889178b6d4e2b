import Foundation
import Program

/// Hands words for telephones to a provider that takes them as a posted form over HTTPS, as most do: one field for the
/// number, one for the words, some that are always the same, and a header that says who sends.
package struct FormGateway: Sendable {
    let server: ServerAddress
    private let fields: Fields
    private let authorization: String?
    let certificates: String?
    private let patience: Patience

    /// What the provider calls its fields.
    package struct Fields: Sendable {
        /// The field for the number.
        package let number: String
        /// The field for the words.
        package let words: String
        /// What stands in it: `{words}` becomes the words.
        package let format: String
        /// The field for the idempotency key, where the provider has one. The header `Idempotency-Key` is sent anyway.
        package let key: String?
        /// Fields that are always the same, such as the sender's number.
        package let others: [(name: String, value: String)]

        package init(
            number: String, words: String, format: String, key: String?, others: [(name: String, value: String)]
        ) throws(GatewayFault) {
            guard format.contains("{words}") else { throw .setting("the format of the words must hold {words}") }
            self.number = number
            self.words = words
            self.format = format
            self.key = key
            self.others = others
        }
    }

    /// - Parameters:
    ///   - server: an `https` address.
    ///   - authorization: the value of the Authorization header, such as `Bearer …`.
    ///   - certificates: a file of certificates to trust instead of the system's.
    package init(
        server: ServerAddress, fields: Fields, authorization: String?, certificates: String? = nil,
        patience: Patience = .usual
    ) throws(GatewayFault) {
        if let authorization, authorization.utf8.contains(where: { $0 < 32 || $0 == 127 }) {
            throw .setting("the authorization holds a character that no header may hold")
        }
        self.server = server
        self.fields = fields
        self.authorization = authorization
        self.certificates = certificates
        self.patience = patience
    }

    package func carry(_ parcel: PhoneWords) async -> GatewayAnswer {
        let content = Transfer.Content.post(body: form(of: parcel), headers: headers(of: parcel))
        let transfer = Transfer(server: server, content: content, certificates: certificates, patience: patience)
        return await transfer.done().answer(GatewayAnswer.init(provider:))
    }

    private func headers(of parcel: PhoneWords) -> [String] {
        ["Content-Type: application/x-www-form-urlencoded", "Idempotency-Key: \(parcel.key)"]
            + (authorization.map { ["Authorization: \($0)"] } ?? [])
    }

    private func form(of parcel: PhoneWords) -> [UInt8] {
        let words = fields.format.replacingOccurrences(of: "{words}", with: parcel.words)
        let all =
            fields.others + [(fields.number, parcel.number.text), (fields.words, words)]
            + (fields.key.map { [($0, parcel.key)] } ?? [])
        return Array(all.map { "\($0.0.formEncoded)=\($0.1.formEncoded)" }.joined(separator: "&").utf8)
    }
}

extension String {
    /// As application/x-www-form-urlencoded takes it (WHATWG URL, 5).
    var formEncoded: String {
        utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "*"):
                String(UnicodeScalar(byte))
            case UInt8(ascii: " "): "+"
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
