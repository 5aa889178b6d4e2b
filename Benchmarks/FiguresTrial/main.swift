// Makes synthetic programmes of two years, publishes them by their own packs and by nothing but the product's code, and writes what
// anybody can have of them, beside what was true, as lines of JSON. `bin/attack` and `Attack.test_figures` attack them.
//
//   FiguresTrial --programmes N [--first N] [--seed N] [--most CONTACTS-A-YEAR] [--pack ID] [--on-paper FIRST-MONTH]
//   FiguresTrial --measure      how long publishing takes; `bin/bench` shows it
//
// With `--on-paper` the sheets are such as can be taken over from paper: all on time, by the form as it is, with what stands in them.
import Foundation
import PolicyPacks
import Program

/// The value of an option of the command line.
func option(_ name: String) -> String? {
    let words = CommandLine.arguments
    guard let place = words.firstIndex(of: name), place + 1 < words.count else { return nil }
    return words[place + 1]
}

let solver = try Glpsol()
defer { solver.remove() }
if CommandLine.arguments.contains("--measure") {
    try Measuring(solver: solver).printAll()
    solver.remove()
    exit(0)
}
guard let programmes = option("--programmes").flatMap(Int.init), programmes > 0,
    let firstMonth = Month(option("--on-paper") ?? "2025-01")
else {
    FileHandle.standardError.write(
        Data(
            """
            FiguresTrial --programmes N [--first N] [--seed N] [--most CONTACTS-A-YEAR] [--pack ID] [--on-paper FIRST-MONTH]

            """.utf8))
    exit(64)
}
let first = max(option("--first").flatMap(Int.init) ?? 0, 0)
let seed = option("--seed").flatMap(UInt64.init) ?? 1
let most = max(option("--most").flatMap(Int.init) ?? 3000, 60)
let packs = option("--pack").map { [PackID($0)] } ?? PackLibrary.bundled

let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
for number in first..<first + programmes {
    let trial = Trial(
        packID: packs[number % packs.count], seed: seed &* 1_000_003 &+ UInt64(number), most: most, from: firstMonth,
        onPaper: option("--on-paper") != nil)
    var line = try encoder.encode(try trial.exports(by: solver))
    line.append(UInt8(ascii: "\n"))
    FileHandle.standardOutput.write(line)
}
