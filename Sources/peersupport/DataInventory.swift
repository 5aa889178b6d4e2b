import ArgumentParser
import Store

struct DataInventory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data-inventory",
        abstract: "Prints every table and column with its class of confidentiality, as docs/data-inventory.md has it.")

    func run() throws {
        print(Inventory.markdown, terminator: "")
    }
}
