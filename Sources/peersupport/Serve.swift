import ArgumentParser
import HTML
import Hummingbird
import Logging
import Operations
import ServiceLifecycle
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the programmes of this installation.",
        discussion: """
            The database's schema is brought to this version first. Any number of servers may start at once, on the same keys: \
            with a key missing, or another than the database knows, none starts. The gateways that reach people are set in the \
            environment: docs/gateways.md.
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Flag(help: "People reach the server by HTTPS, through a proxy: cookies are bound to it.")
    var https = false

    @Option(help: "The socket of ClamAV's daemon (clamd), which looks through certificates before they are sealed.")
    var clamd: String?

    @Flag(help: "Never make a new installation: where there is none, its disk may not be there.")
    var existing = false

    func run() async throws {
        // Read before anything is opened: a server whose gateways are set wrongly does not start.
        let gateways = try InstalledGateways()
        let programmes = try await installation.open(making: !existing)
            .scanning(with: clamd.map { .clamd(socket: $0) } ?? .none)
        do {
            try await programmes.requireNothingLost(since: installation.mark, installation.checkpoints)
        } catch {
            await programmes.close()
            throw error
        }
        try await serve(
            programmes, checkpoints: installation.checkpoints, mark: installation.mark, gateways: gateways, host: host,
            port: port, isSecure: https)
    }
}

/// Runs the server until it is told to stop.
///
/// - Parameter asksPages: whether providers' pages are asked, unless the environment says otherwise. A demonstration leaves others alone.
func serve(
    _ programmes: Programmes, checkpoints: CheckpointFolder, mark: CommittedMark? = nil, gateways: InstalledGateways,
    host: String, port: Int, isSecure: Bool, asksPages: Bool = true
) async throws {
    let programmes = programmes.carrying(gateways.carriers.kinds).signing(inBy: gateways.providers)
    leaveNoMemoryBehind()
    outliveFullFiles()
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var logger = Logger(label: "peersupport")
    logger.logLevel = .notice
    if gateways.carriers.kinds.isEmpty {
        say("No gateway is set: people are told nothing outside these pages. See docs/gateways.md.")
    }
    for slug in gateways.providers.keys.sorted() {
        if case .some(.none) = try? await programmes.agency(slug: slug) {
            say("PEERSUPPORT_OPENID_AGENCIES names \(slug), and there is no such agency.")
        }
    }
    let housekeeping = Housekeeping(
        programmes: programmes, checkpoints: checkpoints, asking: asksPages ? gateways.isThere : nil, logger: logger)
    let courier = Courier(
        programmes: programmes, carriers: gateways.carriers, holdDeadManSwitch: gateways.holdDeadManSwitch,
        logger: logger)
    let due = DueClock(programmes: programmes, mark: mark, logger: logger)
    let application = buildApplication(
        programmes: programmes, site: Site(assets: try Assets(), isSecure: isSecure, carriers: gateways.carriers),
        host: host, port: port, limits: ConnectionLimits(descriptors: raiseDescriptors()), logger: logger,
        services: [housekeeping, courier, due],
        onServerRunning: { say("Listening on http://\(host):\($0)") })
    try await application.runUntilTold(logger)
    await programmes.close()
}
