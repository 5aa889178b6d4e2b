import ArgumentParser
import Operations
import PolicyPacks
import Program
import Web

struct AgencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agency", abstract: "Works with agencies.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes an agency in, with its policy pack in force.",
            discussion: """
                A pack that extends another promises people what its parent says wherever it does not say it itself, and the \
                crisis lines and the emergency number of its country's profile. Each such promise is shown, and is confirmed one by \
                one on a terminal. Elsewhere, read them with `peersupport pack check` and name them with --promises.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The agency's name in addresses, such as orange-county-probation.")
        var slug: String

        @Option(help: "The agency's name as people write it.")
        var name: String

        @Option(help: "Its time zone, such as America/Los_Angeles.")
        var timeZone: String

        @Option(help: "Its policy pack: a file, or the name of a pack that comes with the product.")
        var pack: String

        @Option(
            help:
                "The name of the promises taken over from another pack, as `pack check` prints it, once they were read."
        )
        var promises: String?

        func run() async throws {
            let isBundled = PackLibrary.bundled.contains(PackID(pack))
            let loaded: LoadedPack
            switch isBundled ? PackLibrary.load(PackID(pack)) : try loadPack(file: pack) {
            case .failure(let problems):
                for problem in problems.problems { say("\(problem)") }
                throw ExitCode(1)
            case .success(let pack): loaded = pack
            }
            let confirmed = try promises ?? PromiseReading(loaded).confirmed()
            let programmes = try await installation.open(making: true)
            switch try await programmes.foundAgency(
                slug: slug, name: name, timeZone: timeZone, pack: loaded, confirming: confirmed)
            {
            case .failure(let refusal): throw refusal.exit()
            case .success(let agency): print("\(agency.slug)  pack \(loaded.pack.id) \(loaded.hash.prefix(12))")
            }
            await programmes.close()
        }
    }
}
