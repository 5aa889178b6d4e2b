import ArgumentParser
import Foundation
import Operations
import Program
import Web

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Works with the personnel directory.", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes an agency's directory say what a personnel file says.",
            discussion: """
                The file is CSV in UTF-8 (see docs/personnel-file.md). Either all of it is right, or every problem is told \
                with its line and nothing is imported; exits with 1 then.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The personnel file.")
        var file: String

        @Option(help: "The agency's name in addresses.")
        var agency: String

        @Flag(help: "Print what was done, or the problems, as JSON.")
        var json = false

        func run() async throws {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw ValidationError("There is no file \(file) that can be read.")
            }
            let programmes = try await installation.open()
            let agency = try await programmes.agency(named: agency)
            let today = try agency.day(at: programmes.clock())
            let progress = ProgressLine(label: "Reading")
            let reader = PersonnelFileReader([UInt8](data)) { done, total in progress.show(done, of: total) }
            switch PersonnelFile.check(rows: reader, at: today) {
            case .failure(let problems):
                report(problems)
                throw ExitCode(1)
            case .success(let personnel):
                report(try await programmes.updateDirectory(personnel, of: agency))
            }
            await programmes.close()
        }

        private func report(_ problems: ImportProblems) {
            guard json else {
                for problem in problems.first { say(problem.message) }
                if problems.total > problems.first.count { say("… and \(problems.total - problems.first.count) more.") }
                say("Nothing was imported.")
                return
            }
            let listed = problems.first.map { problem -> JSON in
                [
                    "line": .integer(problem.line), "column": JSON(problem.column?.rawValue),
                    "message": .string(problem.message),
                ]
            }
            printJSON(["problems": .array(listed), "total": .integer(problems.total)])
        }

        private func report(_ imported: ImportedPeople) {
            if json {
                printJSON([
                    "added": .integer(imported.added), "changed": .integer(imported.changed),
                    "ended": .integer(imported.ended), "unchanged": .integer(imported.unchanged),
                ])
            } else {
                print(
                    """
                    Added \(imported.added), changed \(imported.changed), ended \(imported.ended), \
                    unchanged \(imported.unchanged).
                    """)
            }
        }
    }
}
