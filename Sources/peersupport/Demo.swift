import ArgumentParser
import Foundation
import Operations
import Program
import Sealing
import Store

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves invented agencies, one for each pack and a small neighbour of one, to look at and try.",
        subcommands: [Run.self, Digits.self], defaultSubcommand: Run.self)

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the demonstration in a data folder, where it is not there yet, and serves it.")

        @Option(help: "The folder to keep it in.")
        var data = "data/demo"

        @Option(help: "The port to listen on, on 127.0.0.1.")
        var port = 8080

        @Flag(help: "Make the demonstration and stop.")
        var onlyMake = false

        func run() async throws {
            let gateways = try InstalledGateways()
            let folder = URL(filePath: data, directoryHint: .isDirectory)
            for cast in try await casts(in: folder) { show(lines(cast)) }
            show("The passphrase of everybody: \(Demonstration.passphrase)")
            show("Six digits for any of them, when asked: \(Demonstration.digits(at: Programmes.systemClock()))")
            show("  (they change every half minute; the present ones: peersupport demo digits)")
            if onlyMake { return }
            let programmes = try await open(folder, watchedBy: SteadyClock())
            try await serve(
                programmes, checkpoints: CheckpointFolder(folder.appendingPathComponent("checkpoints")),
                gateways: gateways, host: "127.0.0.1", port: port, isSecure: false, asksPages: false)
        }

        /// Who is in the demonstration, which is made where there is none. The list is kept with it, last of all: that it is there says that the
        /// rest is whole. What an earlier release made has an empty one.
        private func casts(in folder: URL) async throws -> [Demonstration.Cast] {
            let complete = folder.appendingPathComponent("complete")
            if !FileManager.default.fileExists(atPath: complete.path) {
                try? FileManager.default.removeItem(at: folder)
                try await make(in: folder)
                try JSONEncoder().encode(Demonstration.casts).write(to: complete, options: .atomic)
            }
            let list = try Data(contentsOf: complete)
            return list.isEmpty ? Demonstration.casts : try JSONDecoder().decode([Demonstration.Cast].self, from: list)
        }

        /// The agency and where its people sign in, then a line for each role.
        private func lines(_ cast: Demonstration.Cast) -> String {
            let roles = cast.roles.map { (who: $0.logins.joined(separator: ", "), title: $0.title) }
            let width = roles.map(\.who.count).max() ?? 0
            let place = "http://127.0.0.1:\(port)/agencies/\(cast.agency)/sign-in"
            let lines = roles.map { "  \($0.who.padding(toLength: width, withPad: " ", startingAt: 0))  \($0.title)\n" }
            return "\(cast.name): \(place)\n\(lines.joined())"
        }

        private func make(in folder: URL) async throws {
            let clock = MovableClock(Programmes.systemClock())
            let programmes = try await open(folder, clock: { clock.now })
            let progress = ProgressLine(label: "Making the demonstration")
            try await Demonstration.make(in: programmes, clock: clock) { progress.show($0, of: $1) }
            await programmes.close()
        }

        private func open(
            _ folder: URL, watchedBy steady: SteadyClock? = nil,
            clock: @escaping @Sendable () -> Instant = Programmes.systemClock
        ) async throws -> Programmes {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let database = try await DatabaseAddress("sqlite:\(folder.path)/peersupport.sqlite").open()
            _ = try await Migrator(Schema.migrations).migrate(
                database, now: Programmes.systemClock().milliseconds)
            let keys = try await ServerKeys.vouchedFor(
                in: folder.appendingPathComponent("keys"), by: database, making: true)
            return Programmes(
                database: database, keys: keys, derivation: KeyDerivation(parameters: .demonstration),
                oldReceipts: Programmes.derivationOfOldReceipts(work: .demonstration), steady: steady,
                clock: clock
            ).proving(with: GlpsolSolver())
        }
    }

    struct Digits: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the present six digits of the demonstration's second factor.")

        func run() { print(Demonstration.digits(at: Programmes.systemClock())) }
    }
}
