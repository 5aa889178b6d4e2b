import ArgumentParser
import Foundation
import Operations
import Sealing
import Store
import Web

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Looks whether the server's keys fit its database, and goes on without a lost one.",
        subcommands: [Check.self, Replace.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells of each key whether it is the one that the database knows.",
            discussion: """
                The digits are the beginning of each key's fingerprint, to compare servers by; they help nobody to find the key. \
                Exits with 1 where a server would not start.
                """)

        @OptionGroup var installation: InstallationOptions

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let findings = try await installation.looking { database in
                try await ServerKeys.compared(in: installation.keys, with: database)
            }
            if json {
                printJSON(.array(findings.map(document)))
            } else {
                for finding in findings { print(line(finding)) }
            }
            guard findings.unfit.isEmpty else {
                say(KeyAdvice.whatToDo)
                throw ExitCode(1)
            }
        }

        private func line(_ finding: KeyFinding) -> String {
            let name = finding.file.rawValue.padding(toLength: 20, withPad: " ", startingAt: 0)
            return "\(name)  \(finding.fingerprint ?? "------------")  \(finding.state.words)"
        }

        private func document(_ finding: KeyFinding) -> JSON {
            [
                "file": .string(finding.file.rawValue), "fingerprint": JSON(finding.fingerprint),
                "fits": .boolean(finding.isFit), "state": .string(finding.state.words),
            ]
        }
    }

    struct Replace: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Goes on without keys that are lost for good: draws new ones.",
            discussion: """
                What only the old key opened is lost. Without the confirmation nothing is done, and it is said what that is. A key \
                that is there is kept beside the new one. Afterwards copy the folder of keys to every other server of the \
                database, and start those anew: they do nothing until then.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The files of the keys, such as receipt-id.key.", transform: Self.file)
        var files: [ServerKeyFile]

        @Flag(help: "Yes: what the old keys opened may be lost.")
        var yesItIsLost = false

        func run() async throws {
            for file in files { say("\(file.rawValue) \(file.purpose). \(file.loss)") }
            guard yesItIsLost else {
                say("Nothing was done. Look for the key in its backup first; to go on without it: --yes-it-is-lost")
                throw ExitCode(1)
            }
            let replaced = try await installation.looking { database in
                guard try await Migrator(Schema.migrations).pending(in: database).isEmpty else {
                    throw ValidationError("The database is of an earlier version: peersupport migrate comes first.")
                }
                return try await ServerKeys.replace(files, in: installation.keys, knownTo: database)
            }
            for key in replaced {
                print(
                    "\(key.file.rawValue) is new." + (key.kept.map { " The key that was there is kept: \($0)" } ?? ""))
            }
            say("Copy the folder of keys to every other server of the database and start those anew. Back it up.")
        }

        private static func file(_ name: String) throws -> ServerKeyFile {
            guard let file = ServerKeyFile(rawValue: name) else {
                let names = ServerKeyFile.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("There is no key \(name). There are: \(names).")
            }
            return file
        }
    }
}
