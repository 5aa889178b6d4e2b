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
    /// Whether somebody answers at the address of a provider's page; none where pages are not to be asked.
    let isThere: (@Sendable (String) async -> Bool?)?
    /// The OpenID Connect providers of agencies, by the agencies' names in addresses.
    let providers: [String: IdentityProvider]
    /// Those that are set, by what they carry, to see whether they can be reached.
    let probes: [(gateway: String, probe: GatewayProbe)]

    /// Throws a message that names the setting where one cannot be; never its value.
    init() throws {
        let settings = try GatewaySettings()
        let (mail, text, call) = (try settings.mail(), try settings.form("text"), try settings.form("call"))
        let (push, deadManSwitch) = (try settings.push(), try settings.deadManSwitch())
        carriers = Carriers(email: mail?.carry, text: text?.carry, call: call?.carry, push: push?.carrier)
        holdDeadManSwitch = deadManSwitch?.hold
        isThere = try settings.pageLook()?.isThere
        let identity = IdentityGateway(certificates: settings.certificates)
        providers = try settings.providers(asking: identity)
        let single = [
            ("email", mail?.probe), ("text", text?.probe), ("call", call?.probe),
            ("dead man's switch", deadManSwitch?.probe),
        ]
        probes =
            single.compactMap { name, probe in probe.map { (name, $0) } }
            + (push?.gateway.probes ?? []).map { ("push", $0) }
            + providers.sorted { $0.key < $1.key }.compactMap { slug, provider in
                identity.probe(provider.issuer).map { ("sign-in of \(slug)", $0) }
            }
    }
}

/// Reads and checks the settings of each gateway.
struct GatewaySettings {
    private let settings = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "peersupport")
    /// A file of certificates to trust instead of the system's.
    private(set) var certificates: String?

    init() throws {
        certificates = text("gateway.certificates")
        if let certificates, !FileManager.default.isReadableFile(atPath: certificates) {
            throw ValidationError("\(variable("gateway.certificates")): there is no file that can be read.")
        }
    }

    func deadManSwitch() throws -> DeadManSwitch? {
        try address("dead.man.url", as: [.https, .http]).map { DeadManSwitch(server: $0, certificates: certificates) }
    }

    /// Whether pages of providers are asked at all: `PEERSUPPORT_LINK_CHECK=off` has nothing leave the machine for it.
    func pageLook() throws -> PageLook? {
        switch text("link.check") {
        case "on", nil: PageLook(certificates: certificates)
        case "off": nil
        default: throw wrong("link.check", "is on or off")
        }
    }

    func mail() throws -> MailGateway? {
        guard let server = try address("smtp.url", as: [.smtps, .smtp]) else { return nil }
        guard let written = text("smtp.from") else { throw missing("smtp.from", with: "smtp.url") }
        guard let sender = EmailAddress(written) else { throw wrong("smtp.from", "is no e-mail address") }
        let name = try hello() ?? DomainName.ofThisHost ?? sender.domain
        return try checked("smtp.user") { () throws(GatewayFault) in
            try MailGateway(
                server: server, sender: sender, name: name, user: text("smtp.user"),
                password: secret("smtp.password"), certificates: certificates)
        }
    }

    /// What a mail server is greeted with.
    private func hello() throws -> DomainName? {
        try text("smtp.hello").map { written in
            guard let name = DomainName(written) else {
                throw wrong("smtp.hello", "is no full name of a host, such as peers.agency.org")
            }
            return name
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

    func push() throws -> (gateway: PushGateway, carrier: Carriers.PushCarrier)? {
        guard let written = text("push.contact") else { return nil }
        let contact = try checked("push.contact") { () throws(PushContactFault) in try PushContact(written) }
        let gateway = PushGateway(
            services: PushGateway.usualServices + (try otherPushServices()), certificates: certificates)
        return (gateway, Carriers.PushCarrier(contact: contact, knows: gateway.knows, carry: gateway.carry))
    }

    /// Hosts, or a whole domain where it begins with a point.
    private func otherPushServices() throws -> [String] {
        try (text("push.services") ?? "").split(separator: ",").map { part in
            let name = part.trimmingCharacters(in: .whitespaces)
            guard DomainName(name.hasPrefix(".") ? String(name.dropFirst()) : name) != nil else {
                throw wrong(
                    "push.services", "holds what is no name of a host, such as push.example.org or .example.org")
            }
            return name
        }
    }

    private func address(_ key: String, as schemes: [ServerAddress.Scheme]) throws -> ServerAddress? {
        guard let written = secret(key) else { return nil }
        return try checked(key) { () throws(GatewayFault) in try ServerAddress(written, as: schemes) }
    }

    func text(_ key: String) -> String? { settings.string(forKey: ConfigKey(key)).flatMap(\.unlessEmpty) }

    func secret(_ key: String) -> String? {
        settings.string(forKey: ConfigKey(key), isSecret: true).flatMap(\.unlessEmpty)
    }

    func checked<Made, Fault>(_ key: String, _ make: () throws(Fault) -> Made) throws -> Made {
        do {
            return try make()
        } catch {
            throw wrong(key, "\(error)")
        }
    }

    func wrong(_ key: String, _ problem: String) -> ValidationError {
        ValidationError("\(variable(key)): \(problem)")
    }

    func missing(_ key: String, with other: String) -> ValidationError {
        ValidationError("\(variable(key)) is needed beside \(variable(other)).")
    }

    private func variable(_ key: String) -> String {
        "PEERSUPPORT_" + key.uppercased().replacingOccurrences(of: ".", with: "_")
    }
}

extension String {
    fileprivate var unlessEmpty: String? { isEmpty ? nil : self }
}
