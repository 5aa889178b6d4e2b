import ArgumentParser
import Foundation
import Operations
import Program
import Sealing
import Web

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Checks and exports the audit chains.",
        subcommands: [Verify.self, Accept.self, Export.self, Key.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: """
                Finds edits, deletions, reordering and truncation in every agency's audit chain, and accounts and roles that \
                are not what it vouches for.
                """,
            discussion: """
                Without a checkpoint that was kept elsewhere, missing newest entries and a chain written anew cannot be seen. \
                Exits with 1 where a chain is not what was written, or an account or a role is not what it vouches for.
                """)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "A folder of checkpoints that was kept elsewhere; the latest of each agency counts.")
        var checkpoints: String?

        @Option(
            help: """
                The public key that was kept elsewhere (audit key); several where it was replaced. By default this server's.
                """,
            transform: Self.publicKey)
        var key: [AuditPublicKey] = []

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let programmes = try await installation.openExisting()
            let findings = try await programmes.verifyAudit(against: try latestCheckpoints(), signedBy: key)
            if json {
                printJSON(.array(findings.map(document)))
            } else {
                for finding in findings {
                    print(line(finding))
                    for difference in finding.differences { print("  DIFFERS: \(difference.words)") }
                }
            }
            await programmes.close()
            if findings.contains(where: { !$0.isWhole }) { throw ExitCode(1) }
        }

        private static func publicKey(_ text: String) throws -> AuditPublicKey {
            guard let key = AuditPublicKey(hex: text) else {
                throw ValidationError("A public key has 64 digits from 0 to 9 and a to f.")
            }
            return key
        }

        private func line(_ finding: AuditFinding) -> String {
            let state = finding.broken.map { "BROKEN: \($0)" } ?? "whole"
            let vouched = finding.isVouchedFor ? "against a checkpoint" : "without a checkpoint"
            return "\(finding.slug)  \(finding.entries) entries  \(state)  (\(vouched))"
        }

        private func document(_ finding: AuditFinding) -> JSON {
            [
                "agency": .string(finding.slug), "entries": .integer(Int(finding.entries)),
                "broken": JSON(finding.broken), "againstCheckpoint": .boolean(finding.isVouchedFor),
                "differences": .array(finding.differences.map { .string($0.words) }),
            ]
        }

        /// The latest checkpoint of each agency. Files are named `SLUG-YYYY-MM-DD.json`, so the last by name is the latest.
        private func latestCheckpoints() throws -> [SignedCheckpoint] {
            guard let checkpoints else { return [] }
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: checkpoints) else {
                throw ValidationError("There is no folder \(checkpoints) that can be read.")
            }
            let names = files.filter { $0.hasSuffix(".json") }
            var latest: [String: SignedCheckpoint] = [:]
            for name in names.sorted() {
                let file = URL(filePath: checkpoints).appendingPathComponent(name)
                guard let checkpoint = SignedCheckpoint(fileForm: try String(contentsOf: file, encoding: .utf8)) else {
                    throw ValidationError("\(name) is no checkpoint.")
                }
                latest[checkpoint.checkpoint.head.agency] = checkpoint
            }
            return Array(latest.values)
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes accounts and roles that differ from the audit chain as they are now.",
            discussion: """
                Only after somebody has looked at them: requests are sealed to whoever is accepted. The chain keeps for good \
                that the operator accepted it.
                """)

        @OptionGroup var installation: InstallationOptions

        @Option(help: "The agency's name in addresses.")
        var agency: String

        @Argument(help: "A login, or the id that audit verify names.")
        var which: String?

        @Flag(help: "Everything that differs in the agency, as after the key that vouches was lost.")
        var everyone = false

        func validate() throws {
            guard everyone != (which != nil) else { throw ValidationError("Name a login or an id, or say --everyone.") }
        }

        func run() async throws {
            let programmes = try await installation.open()
            let accepted = try await programmes.acceptAccounts(
                which, in: try await programmes.agency(named: agency))
            for difference in accepted { print("Accepted: \(difference.words)") }
            await programmes.close()
            if accepted.isEmpty { throw ValidationError("Nothing of that differs from the audit chain.") }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints an agency's audit chain, a line an entry, as docs/audit-verify.py reads it.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The agency's name in addresses.")
        var agency: String

        func run() async throws {
            let programmes = try await installation.openExisting()
            guard try await programmes.auditExport(slug: agency, line: { print($0) }) else {
                throw ValidationError("There is no agency \(agency).")
            }
            await programmes.close()
        }
    }

    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the public key that checkpoints are checked with. Keep it elsewhere.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            print(try await installation.openExisting().auditPublicKey)
        }
    }
}
