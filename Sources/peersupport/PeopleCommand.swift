import ArgumentParser
import Foundation
import Operations
import Program
import Web

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Works with the personnel directory.",
        subcommands: [Import.self, Columns.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes an agency's directory say what a personnel file says.",
            discussion: """
                The file is CSV (see docs/personnel-file.md). Either all of it is right, or every problem is told with its line \
                and nothing is imported; exits with 1 then. A file that ends more than a tenth of the people, and more than \
                five, is imported only with --ends and their number. Look first with --dry-run. For a month a later file of the \
                same people gives back the roles that a wrong one took.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The personnel file.")
        var file: String

        @Option(help: "The agency's name in addresses.")
        var agency: String

        @Flag(help: "Say what would be done, and change nothing.")
        var dryRun = false

        @Option(help: "How many people the file ends, where that is right. Needed where it ends many.")
        var ends: Int?

        @Flag(help: "Print what was done, or the problems, as JSON.")
        var json = false

        func run() async throws {
            let bytes = try bytes(of: file)
            let programmes = try await installation.open()
            let agency = try await programmes.agency(named: agency)
            let today = try agency.day(at: programmes.clock())
            let mapping = try await programmes.personnelMapping(of: agency)
            let progress = ProgressLine(label: "Reading")
            let reader = PersonnelFileReader(bytes, by: mapping) { done, total in progress.show(done, of: total) }
            let report = PeopleReport(agency: agency, json: json)
            switch PersonnelFile.check(rows: reader, by: mapping, at: today) {
            case .failure(let problems):
                report.show(problems, unknown: PersonnelFileReader.headings(of: bytes, by: mapping)?.unknown ?? [])
                throw ExitCode(1)
            case .success(let personnel) where dryRun:
                report.show(try await programmes.previewDirectory(personnel, of: agency))
            case .success(let personnel):
                switch try await programmes.updateDirectory(personnel, of: agency, ending: ends) {
                case .failure(let refusal): throw refusal.exit()
                case .success(let imported): report.show(imported)
                }
            }
            await programmes.close()
        }
    }

    struct Columns: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says once which heading of an agency's own files is which column.",
            discussion: """
                With --set, --without, --leave-out or --forget it changes what was said before, for every file to come; \
                otherwise it shows it. With a file it shows its headings as well, and what each most likely is.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "A personnel file, to look at its headings.")
        var file: String?

        @Option(help: "The agency's name in addresses.")
        var agency: String

        @Option(help: "A column and its heading in your files, such as rank=\"Job title\". May be given several times.")
        var set: [String] = []

        @Option(help: "A column that your files do not have. May be given several times.")
        var without: [String] = []

        @Option(help: "A heading whose column is not taken. May be given several times.")
        var leaveOut: [String] = []

        @Flag(help: "Begin anew: every heading is the column's own name.")
        var forget = false

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let bytes = try file.map(bytes(of:))
            let programmes = try await installation.open()
            let agency = try await programmes.agency(named: agency)
            var mapping = try await programmes.personnelMapping(of: agency)
            if forget || !(set.isEmpty && without.isEmpty && leaveOut.isEmpty) {
                switch PersonnelMapping.checked(
                    headings: try headings(beginningWith: forget ? .none : mapping),
                    leftOut: (forget ? [] : mapping.leftOut).filter { !leaveOut.contains($0) } + leaveOut)
                {
                case .failure(let refusal): throw refusal.exit()
                case .success(let new):
                    try await programmes.setPersonnelMapping(new, of: agency)
                    mapping = new
                }
            }
            PeopleReport(agency: agency, json: json).show(
                mapping, bytes.flatMap { PersonnelFileReader.headings(of: $0, by: mapping) })
            await programmes.close()
        }

        private func headings(beginningWith mapping: PersonnelMapping) throws -> [PersonnelColumn: String] {
            var headings = Dictionary(
                PersonnelColumn.allCases.map { ($0, mapping.heading(of: $0) ?? "") },
                uniquingKeysWith: { first, _ in first })
            for pair in set {
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else {
                    throw ValidationError("--set: write a column and its heading, such as rank=\"Job title\".")
                }
                headings[try column(parts[0])] = parts[1]
            }
            for name in without { headings[try column(name)] = "" }
            return headings
        }

        private func column(_ name: String) throws -> PersonnelColumn {
            guard let column = PersonnelColumn(rawValue: name) else {
                let names = PersonnelColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("There is no column \(name). There are: \(names).")
            }
            return column
        }
    }
}

/// The bytes of a file that the operator names.
private func bytes(of file: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file) else {
        throw ValidationError("There is no file \(file) that can be read.")
    }
    return [UInt8](data)
}
