import ArgumentParser
import Operations
import Web

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks at everything a server needs, and says what to do about what is not as it should be.",
        discussion: """
            Run it as the server's user, with the server's environment. It reads and changes nothing, calls each gateway without \
            sending anything, and names agencies and roles but no person. Exits with 1 where something is unwell.
            """)

    @OptionGroup var installation: InstallationOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Only what is not well.")
    var quiet = false

    @Flag(help: "Call no gateway.")
    var offline = false

    func run() async throws {
        var findings = MachineCheckUp(installation).findings()
        findings += await GatewayCheckUp(isOffline: offline).findings()
        findings += await InstallationCheckUp(installation).findings()
        let isUnwell = findings.contains { $0.level == .unwell }
        let shown = quiet ? findings.filter { $0.level != .well } : findings
        if json {
            printJSON(["isWell": .boolean(!isUnwell), "findings": .array(shown.map(\.document))])
        } else {
            for finding in shown { print(finding.line) }
        }
        if isUnwell { throw ExitCode(1) }
    }
}
