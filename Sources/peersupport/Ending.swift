import Dispatch
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs a service until it is told to stop, and then no longer than a few seconds: what was begun by then is finished, or taken up
/// again at the next start, as after a loss of power.
struct Ending<Base: Service>: Service {
    let base: Base

    /// How long those who are at work may finish it.
    static var graceful: Duration { .seconds(8) }
    /// When the process ends, whoever is still at work.
    private static var last: DispatchTimeInterval { .seconds(10) }

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await base.run()
        } onGracefulShutdown: {
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.last) {
                say("Not everything was finished in time. It is taken up at the next start.")
                exit(0)
            }
        }
    }
}

extension Service {
    /// Runs it until the system says that it is enough, in time.
    func runUntilTold(_ logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(
            services: [Ending(base: self)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Ending<Self>.graceful
        try await ServiceGroup(configuration: configuration).run()
    }
}
