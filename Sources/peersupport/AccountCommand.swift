import ArgumentParser
import Operations
import Program
import Sealing
import Web

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Works with accounts.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes an account with a role, for the first people of an agency.",
            discussion: """
                Prints a one-time code, valid for seven days, with which its owner chooses a passphrase. Give it to them in \
                person.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The login name.")
        var login: String

        @Option(help: "The agency's name in addresses.")
        var agency: String

        @Option(help: "The name of the account's owner.")
        var name: String

        @Option(help: "A role of the agency's pack, such as coordinator.")
        var role: String

        @Option(help: "The area of the agency, for a role that has one.")
        var area: String?

        @Option(help: "The owner's employee number; none for an outside professional.")
        var employeeNumber: String?

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let programmes = try await installation.open()
            let agency = try await programmes.agency(named: agency)
            guard agency.policy.role(RoleID(role)) != nil else {
                let roles = agency.policy.roles.map(\.id.text).joined(separator: ", ")
                throw ValidationError("--role: the pack has these roles: \(roles)")
            }
            let new = NewAccount(login: login, name: name, employeeNumber: employeeNumber)
            switch try await programmes.createAccount(new, in: agency) {
            case .failure(let refusal): throw refusal.exit()
            case .success(let created):
                try await appoint(created, in: agency, programmes)
                report(created, in: agency)
            }
            await programmes.close()
        }

        private func appoint(_ created: CreatedAccount, in agency: Agency, _ programmes: Programmes) async throws {
            let today = try agency.day(at: programmes.clock())
            let holding = Holding(role: RoleID(role), area: area, startsOn: today, until: nil)
            let appointment = Appointment(account: created.id, holding: holding)
            if case .failure(let refusal) = try await programmes.appointAsOperator(appointment, in: agency) {
                say("The account was made, the role was not given:")
                throw refusal.exit()
            }
        }

        private func report(_ created: CreatedAccount, in agency: Agency) {
            let place = "/agencies/\(agency.slug)/enrolment"
            if json {
                printJSON([
                    "account": .string(created.id), "enrolmentCode": .string(created.enrolmentCode.text),
                    "enrolmentPlace": .string(place),
                ])
            } else {
                print("Enrolment code: \(created.enrolmentCode.text)")
                print("Its owner enters it at \(place) within seven days.")
            }
        }
    }
}
