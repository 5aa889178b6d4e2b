import ArgumentParser
import Operations
import Program

extension AccountCommand {
    struct Appoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives an account a role, where nobody in the agency can.",
            discussion: """
                For the first people of an agency, and for an office that waits for a second person's yes while nobody is there \
                to say it. Two offices that check each other are refused to one person here as well. The act stands in the \
                agency's record as the operator's, and the team reads who came to the office.
                """)

        @OptionGroup var installation: InstallationOptions
        @OptionGroup var which: RoleOfAccount

        @Option(help: "The area of the agency, for a role that has one.")
        var area: String?

        func run() async throws {
            try await which.run(installation) { account, role, agency, programmes in
                let holding = Holding(
                    role: role, area: area, startsOn: try agency.day(at: programmes.clock()), until: nil)
                return try await programmes.appointAsOperator(
                    Appointment(account: account, holding: holding), in: agency
                )?.map { _ in () }
            }
        }
    }

    struct EndRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a role of an account as of today, where nobody in the agency can.",
            discussion: "Every session of the account ends. The act stands in the agency's record as the operator's.")

        @OptionGroup var installation: InstallationOptions
        @OptionGroup var which: RoleOfAccount

        func run() async throws {
            try await which.run(installation) { account, role, agency, programmes in
                try await programmes.endRoleAsOperator(role, of: account, in: agency)
            }
        }
    }
}

/// A role of an account, as the operator names it.
struct RoleOfAccount: ParsableArguments {
    @Argument(help: "The login name.")
    var login: String

    @Option(help: "The agency's name in addresses.")
    var agency: String

    @Option(help: "A role of the agency's pack, such as coordinator.")
    var role: String

    /// Does something with the role; `act` gives nothing where the account does not hold it.
    func run(
        _ installation: InstallationOptions,
        _ act: (String, RoleID, Agency, Programmes) async throws -> Result<Void, Refusal>?
    ) async throws {
        let programmes = try await installation.open()
        let agency = try await programmes.agency(named: agency)
        guard let account = try await programmes.accountAsOperator(login: login, in: agency) else {
            throw ValidationError("There is no account \(login) in \(agency.slug).")
        }
        switch try await act(account, RoleID(role), agency, programmes) {
        case nil: throw ValidationError("\(login) does not hold the role \(role).")
        case .failure(let refusal): throw refusal.exit()
        case .success: await programmes.close()
        }
    }
}
