import ArgumentParser
import Configuration
import Foundation
import Gateways
import Operations
import Program

/// The gateways of this installation, as the environment names them (docs/gateways.md).
///
/// They are no options of the command line: everybody on the machine can read those of a running program, and most of
/// these hold or stand beside a secret. A gateway whose address is not set is not there.
struct InstalledGateways {
    let carriers: Carriers
    /// Tells another place that all is well here; none where no place is set.
    let holdDeadManSwitch: (@Sendable () async -> Bool)?

    /// Throws a message that names the setting where one cannot be; never its value.
    init() throws {
        let settings = try GatewaySettings()
        carriers = Carriers(
            email: try settings.mail()?.carry, text: try settings.form("text")?.carry,
            call: try settings.form("call")?.carry, push: try settings.push())
        holdDeadManSwitch = try settings.deadManSwitch()?.hold
    }
}

/// Reads and checks the settings of each gateway.
private struct GatewaySettings {
    private let settings = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "peersupport")
    /// A file of certificates to trust instead of the system's.
    private var certificates: String?

    init() throws {
        certificates = text("gateway.certificates")
        if let certificates, !FileManager.default.isReadableFile(atPath: certificates) {
            throw ValidationError("\(variable("gateway.certificates")): there is no file that can be read.")
        }
    }

    func deadManSwitch() throws -> DeadManSwitch? {
        try address("dead.man.url", as: [.https, .http]).map { DeadManSwitch(server: $0, certificates: certificates) }
    }

    func mail() throws -> MailGateway? {
        guard let server = try address("smtp.url", as: [.smtps, .smtp]) else { return nil }
        guard let sender = text("smtp.from") else { throw missing("smtp.from", with: "smtp.url") }
        return try checked("smtp.from") { () throws(GatewayFault) in
            try MailGateway(
                server: server, sender: sender, user: text("smtp.user"), password: secret("smtp.password"),
                certificates: certificates)
        }
    }

    /// A provider of texts or calls, which take the same form.
    func form(_ kind: String) throws -> FormGateway? {
        guard let server = try address("\(kind).url", as: [.https, .http]) else { return nil }
        let fields = try checked("\(kind).words.format") { () throws(GatewayFault) in
            try FormGateway.Fields(
                number: text("\(kind).number.field") ?? "To", words: text("\(kind).words.field") ?? "Body",
                format: text("\(kind).words.format") ?? "{words}", key: text("\(kind).key.field"),
                others: try fixedFields("\(kind).fields"))
        }
        return try checked("\(kind).authorization") { () throws(GatewayFault) in
            try FormGateway(
                server: server, fields: fields, authorization: secret("\(kind).authorization"),
                certificates: certificates)
        }
    }

    /// Fields that are always the same, written as a form is posted: `From=%2B15550100&Type=text`.
    private func fixedFields(_ key: String) throws(GatewayFault) -> [(name: String, value: String)] {
        guard let written = secret(key) else { return [] }
        guard let items = URLComponents(string: "?\(written)")?.queryItems else {
            throw .setting("the fields that are always the same are written as name=value&name=value")
        }
        return items.map { (name: $0.name, value: $0.value ?? "") }
    }

    func push() throws -> Carriers.PushCarrier? {
        guard let contact = text("push.contact") else { return nil }
        guard contact.hasPrefix("mailto:") || contact.hasPrefix("https://") else {
            throw ValidationError("\(variable("push.contact")) begins with mailto: or https:.")
        }
        let others = text("push.services")?.split(separator: ",").map(String.init) ?? []
        let gateway = PushGateway(services: PushGateway.usualServices + others, certificates: certificates)
        return Carriers.PushCarrier(contact: contact, knows: gateway.knows, carry: gateway.carry)
    }

    private func address(_ key: String, as schemes: [ServerAddress.Scheme]) throws -> ServerAddress? {
        guard let written = secret(key) else { return nil }
        return try checked(key) { () throws(GatewayFault) in try ServerAddress(written, as: schemes) }
    }

    private func text(_ key: String) -> String? { settings.string(forKey: ConfigKey(key)).flatMap(\.unlessEmpty) }

    private func secret(_ key: String) -> String? {
        settings.string(forKey: ConfigKey(key), isSecret: true).flatMap(\.unlessEmpty)
    }

    private func checked<Made>(_ key: String, _ make: () throws(GatewayFault) -> Made) throws -> Made {
        do {
            return try make()
        } catch {
            throw ValidationError("\(variable(key)): \(error)")
        }
    }

    private func missing(_ key: String, with other: String) -> ValidationError {
        ValidationError("\(variable(key)) is needed beside \(variable(other)).")
    }

    private func variable(_ key: String) -> String {
        "PEERSUPPORT_" + key.uppercased().replacingOccurrences(of: ".", with: "_")
    }
}

extension String {
    fileprivate var unlessEmpty: String? { isEmpty ? nil : self }
}
