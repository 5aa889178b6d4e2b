import Program

/// Whether a gateway is there and would speak with us. Nothing is sent, and nobody is named.
package struct GatewayProbe: Sendable {
    /// Where it is: scheme and host, never what follows.
    package let place: String
    private let transfer: Transfer

    init(_ server: ServerAddress, _ content: Transfer.Content, certificates: String?) {
        place = server.description
        transfer = Transfer(
            server: server, content: content, certificates: certificates,
            patience: Patience(connecting: 5000, whole: 8000))
    }

    /// What is wrong with it, in the words of the journal; nil where it answers.
    package func obstacle() async -> String? {
        switch await transfer.done() {
        case .connected, .answered: nil
        case .replied(let reply): reply.code < 400 ? nil : reply.words
        case .none(let obstacle): obstacle.rawValue
        }
    }
}

extension MailGateway {
    /// Greets the mail server, signs in and says good-bye.
    package var probe: GatewayProbe { GatewayProbe(server, .greeting(caller: caller), certificates: certificates) }
}

extension FormGateway {
    package var probe: GatewayProbe { GatewayProbe(server, .connection, certificates: certificates) }
}

extension DeadManSwitch {
    package var probe: GatewayProbe { GatewayProbe(server, .connection, certificates: certificates) }
}

extension PushGateway {
    /// Those that have one name. What stands for a whole domain is no host.
    package var probes: [GatewayProbe] {
        services.filter { !$0.hasPrefix(".") }.compactMap { try? ServerAddress("https://\($0)/", as: [.https]) }
            .map { GatewayProbe($0, .connection, certificates: certificates) }
    }
}
