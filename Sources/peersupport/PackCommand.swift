import ArgumentParser
import Foundation
import PolicyPacks
import Program

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Works with policy packs.", subcommands: [Check.self, New.self, Reference.self])

    struct Reference: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the reference of every key that a pack may have, which is docs/packs.md.",
            discussion: "What each key means is taken from the sources of the program; run it in a checkout.")

        @Option(help: "The folder with the types of the policy.")
        var sources = "Sources/Program/Policy"

        func run() throws {
            print(try PackReference(words: DocWords(folder: URL(filePath: sources))).markdown, terminator: "")
        }
    }

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a pack for a new agency to start from, with comments.",
            discussion: """
                It starts from the IACP's guidelines in neutral words and promises nothing of another agency. What only the agency \
                can say is marked TO SETTLE, and `pack check` tells each such place until it is filled:

                  peersupport pack new --kind fire --title "Springfield Fire Department" > springfield.yaml
                """)

        @Option(help: "The kind of agency: \(PackStart.kinds.joined(separator: ", ")).")
        var kind: String

        @Option(help: "The agency's name as people read it.")
        var title: String

        @Option(help: "Where it is: \(CountryProfiles.names.joined(separator: ", ")).")
        var country = CountryProfiles.names[0]

        func run() throws {
            guard PackStart.kinds.contains(kind) else {
                throw ValidationError(
                    "There is no kind '\(kind)'; there are: \(PackStart.kinds.joined(separator: ", ")).")
            }
            guard CountryProfiles.names.contains(country) else {
                throw ValidationError(
                    "There is no country '\(country)'; there are: \(CountryProfiles.names.joined(separator: ", ")).")
            }
            guard let start = PackStart(kind: kind, title: title, country: country) else {
                throw ValidationError("The title needs at least one letter or digit, and stands on one line.")
            }
            print(start.text, terminator: "")
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks policy packs: every problem at once, then what becomes of each duty in the system.",
            discussion: """
                A pack that extends another finds it beside itself, or among the packs that come with the product. Exits \
                with 1 where a pack has a problem.
                """)

        @Argument(help: "Pack files, or names of packs that come with the product.")
        var packs: [String]

        @Flag(help: "Print JSON, an object a line for each pack.")
        var json = false

        func run() async throws {
            var isRight = true
            for pack in packs {
                switch try load(pack) {
                case .success(let loaded):
                    let report = PackReport(loaded)
                    print(json ? report.json : report.text)
                case .failure(let problems):
                    isRight = false
                    for problem in problems.problems { say("\(problem)") }
                }
            }
            if !isRight { throw ExitCode(1) }
        }

        private func load(_ name: String) throws -> Result<LoadedPack, PackProblems> {
            if PackLibrary.bundled.contains(PackID(name)) { return PackLibrary.load(PackID(name)) }
            return try loadPack(file: name)
        }
    }
}

/// Reads a pack file. Its parent is looked for beside it first.
func loadPack(file: String) throws -> Result<LoadedPack, PackProblems> {
    guard let data = FileManager.default.contents(atPath: file) else {
        throw ValidationError("There is no file \(file) that can be read.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
        throw ValidationError("\(file) is not UTF-8.")
    }
    let folder = URL(filePath: file).deletingLastPathComponent()
    return PackLibrary.load(text, file: file) { id in
        let beside = folder.appendingPathComponent("\(id.text).yaml")
        return (try? String(contentsOf: beside, encoding: .utf8)) ?? PackLibrary.bundledText(id)
    }
}
