import ArgumentParser
import Operations
import Program
import Store
import Web

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Brings the database's schema to this version. Any number of servers may try at once.")

    @OptionGroup var installation: InstallationOptions

    @Flag(help: "Only tell which steps are to be taken.")
    var pending = false

    @Flag(help: "Print the steps as JSON.")
    var json = false

    func run() async throws {
        let programmes = try await installation.open(migrating: false)
        let migrator = try Migrator(Schema.migrations)
        let steps =
            pending
            ? try await migrator.pending(in: programmes.database)
            : try await migrator.migrate(programmes.database, now: Programmes.systemClock().milliseconds)
        if json {
            printJSON(.array(steps.map { ["number": .integer($0.number), "name": .string($0.name)] }))
        } else {
            let words = pending ? "Steps to be taken" : "Steps taken"
            print(steps.isEmpty ? "The schema is of this version already." : "\(words): \(steps.count)")
            for step in steps { print("  \(step.number)  \(step.name)") }
        }
        await programmes.close()
    }
}
