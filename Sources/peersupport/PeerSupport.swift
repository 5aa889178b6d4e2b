import ArgumentParser

/// The one command of the product; each subcommand is in a file of its own.
@main
struct PeerSupport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peersupport",
        abstract: "Runs the peer support programmes of public safety agencies by their own written policies.",
        subcommands: [
            Serve.self, Demo.self, Migrate.self, PackCommand.self, AgencyCommand.self, PeopleCommand.self,
            AccountCommand.self, AuditCommand.self, KeysCommand.self, BackupCommand.self, RestoreCommand.self,
            HealthCommand.self, DoctorCommand.self, DataInventory.self,
        ])
}
