import ArgumentParser
import Operations
import Program
import Store
import Web

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the database's schema to this version. Any number of servers may try at once.")

    @OptionGroup var installation: InstallationOptions

    @Flag(help: "Print the steps taken as JSON.")
    var json = false

    func run() async throws {
        let programmes = try await installation.open(migrating: false)
        let taken = try await Migrator(Schema.migrations).migrate(
            programmes.database, now: Programmes.systemClock().milliseconds)
        if json {
            printJSON(.array(taken.map { ["number": .integer($0.number), "name": .string($0.name)] }))
        } else {
            print(taken.isEmpty ? "The schema is of this version already." : "Steps taken: \(taken.count)")
            for step in taken { print("  \(step.number)  \(step.name)") }
        }
        await programmes.close()
    }
}
