import ArgumentParser
import Operations
import Store
import Web

struct HealthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Tells whether all is well, and which step fails for which agency.",
        discussion: """
            It reads what the running servers keep in the database, as /health does, and names the agencies too. Exits with 1 \
            where something is unwell. docs/operations.md says what to do.
            """)

    @OptionGroup var installation: InstallationOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let programmes = try await installation.openExisting()
        let health = await programmes.health()
        let failing = health.unwell.contains(.database) ? [] : try await programmes.failingSteps()
        if json {
            printJSON(document(health, failing))
        } else {
            print(health.isWell ? "well" : "unwell: \(unwell(health).joined(separator: ", "))")
            for row in failing {
                print("  \(row.step.worker)  \(row.step.step)  \(row.slug ?? "for everybody")  (\(row.fault))")
            }
        }
        await programmes.close()
        if !health.isWell { throw ExitCode(1) }
    }

    private func unwell(_ health: Health) -> [String] {
        Health.Part.allCases.filter(health.unwell.contains).map(\.rawValue)
    }

    private func document(_ health: Health, _ failing: [FailingStepRow]) -> JSON {
        [
            "unwell": .array(unwell(health).map { .string($0) }),
            "failing": .array(
                failing.map {
                    [
                        "worker": .string($0.step.worker), "step": .string($0.step.step), "agency": JSON($0.slug),
                        "fault": .string($0.fault),
                    ]
                }),
        ]
    }
}
