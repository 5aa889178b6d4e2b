import ArgumentParser
import Operations
import Program
import Sealing
import Web

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Works with accounts.",
        subcommands: [Create.self, Appoint.self, EndRole.self, StartOver.self])

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
                report(
                    created.enrolmentCode, in: agency, json: json, with: ["account": .string(created.id)])
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
    }

    struct StartOver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Starts over an account whose owner lost whatever opens it.",
            discussion: """
                For an agency whose only keeper of accounts lost two of these: passphrase, phone, recovery code. For others a \
                keeper can do it. Passphrase, recovery code and second factor go, every session ends; entries of stat sheets \
                not yet submitted are lost, for only the old key opens them. Roles and all that was submitted stay. Prints a \
                one-time code, valid for seven days. Give it to the owner in person.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The login name.")
        var login: String

        @Option(help: "The agency's name in addresses.")
        var agency: String

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let programmes = try await installation.open()
            let agency = try await programmes.agency(named: agency)
            guard let code = try await programmes.startOverAsOperator(login: login, in: agency) else {
                throw ValidationError("There is no account \(login) in \(agency.slug).")
            }
            report(code, in: agency, json: json)
            await programmes.close()
        }
    }
}

/// Prints the code for the owner of an account, and where it is entered.
private func report(_ code: RecoveryCode, in agency: Agency, json: Bool, with members: [String: JSON] = [:]) {
    let place = "/agencies/\(agency.slug)/enrolment"
    if json {
        let told: [String: JSON] = ["enrolmentCode": .string(code.text), "enrolmentPlace": .string(place)]
        printJSON(.object(told.merging(members) { told, _ in told }))
    } else {
        print("Enrolment code: \(code.text)")
        print("Its owner enters it at \(place) within seven days.")
    }
}
