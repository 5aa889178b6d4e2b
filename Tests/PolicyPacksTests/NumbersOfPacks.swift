import PolicyPacks
import Program
import Testing

/// Every number that a pack can have, with its range.
private let numbers: [String: ClosedRange<Int>] = {
    let keys = (try? PackKey.all()) ?? []
    return keys.reduce(into: [:]) { numbers, key in
        switch key.form {
        case .number(let range, _), .range(let range, _): numbers[key.path] = range
        case .text, .truth, .day, .time, .basis, .name, .word, .choice, .list, .mapping: break
        }
    }
}()

@Suite struct NumbersOfPacks {
    /// Of each number of the types there is one in some pack, so the next test tries them all.
    @Test func everyNumberIsInSomePack() throws {
        // Some kinds of holidays are those of other countries.
        let canadian = "id: town\nversion: \"1\"\nextends: iacp\ncountry: canada\n"
        let packs =
            try PackLibrary.bundled.map { try loaded(PackLibrary.load($0)) }
            + [loaded(PackLibrary.load(canadian, file: "town.yaml"))]
        let written = try packs.reduce(into: Set<String>()) { written, pack in
            let text = PackText(pack.text)
            for line in text.numberLines {
                let spoilt = try text.replacing(line, with: "-101").text
                written.formUnion(try problems(of: spoilt).map { pattern($0.path) })
            }
        }
        #expect(numbers.count > 30)
        #expect(Set(numbers.keys).subtracting(written) == [])
    }

    /// Whatever is out of its range is told with its path, and there is no number that is not.
    @Test(arguments: PackLibrary.bundled) func refusesAbsurdNumbersWithTheirPath(id: PackID) throws {
        let text = PackText(try loaded(PackLibrary.load(id)).text)
        #expect(!text.numberLines.isEmpty)
        for line in text.numberLines {
            let below = try problems(of: text.replacing(line, with: "-1").text)
            let path = try #require(below.first { $0.line == line + 1 }?.path)
            let range = try #require(numbers[pattern(path)], "\(path)")
            for absurd in [
                String(range.upperBound + 1), String(range.lowerBound - 1), "\(Int.max)", "\(Int.min)",
                "99999999999999999999999999",
            ] {
                let found = try problems(of: text.replacing(line, with: absurd).text)
                let problem = try #require(found.first { $0.path == path }, "\(path): \(absurd)")
                #expect(problem.line == line + 1)
                if range.count > 1 {
                    #expect(
                        problem.message.hasPrefix(
                            "A whole number from \(range.lowerBound) to \(range.upperBound) is needed ("))
                    #expect(problem.message.hasSuffix("; this is \(absurd)."))
                }
            }
        }
    }

    /// From the archive it is the nearest in the range, and that is told.
    @Test(arguments: PackLibrary.bundled) func absurdNumbersOfTheArchiveAreTheNearest(id: PackID) throws {
        let text = PackText(try loaded(PackLibrary.load(id)).text)
        for absurd in ["\(Int.max)", "\(Int.min)", "-99999999999999999999"] {
            let spoilt = try text.replacingAll(with: absurd).text
            let read = try loaded(PackLibrary.archived(spoilt, hash: PackLibrary.hash(of: spoilt)))
            #expect(read.allowances.count == text.numberLines.count - 1)
            #expect(read.pack.requests.firstContact.withinMinutes.number == (absurd.hasPrefix("-") ? 1 : 43_200))
            #expect(read.text == spoilt)
        }
    }

    @Test func aNumberIsInItsRange() {
        #expect(Minutes(exactly: 0) == nil)
        #expect(Minutes(exactly: 43_201) == nil)
        #expect(Minutes(exactly: 43_200)?.number == 43_200)
        #expect(Minutes(nearest: .max).number == 43_200)
        #expect(DayOfMonth(nearest: .min).number == 1)
    }
}
