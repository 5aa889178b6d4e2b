import ArgumentParser
import Operations
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
        let steps = pending ? try await installation.pending() : try await taken()
        if json {
            printJSON(.array(steps.map { ["number": .integer($0.number), "name": .string($0.name)] }))
        } else {
            let words = pending ? "Steps to be taken" : "Steps taken"
            print(steps.isEmpty ? "The schema is of this version already." : "\(words): \(steps.count)")
            for step in steps { print("  \(step.number)  \(step.name)") }
        }
    }

    private func taken() async throws -> [Migration] {
        let (programmes, steps) = try await installation.migrated(making: true)
        await programmes.close()
        return steps
    }
}
