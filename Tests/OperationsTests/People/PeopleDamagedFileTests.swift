import Operations
import Program
import Testing

@Suite struct PeopleDamagedFileTests {
    /// Cuts, swaps, repeats and overwrites bytes of a right file. It is refused with a reason or read whole: with as many
    /// people as it has lines, and so that writing it and reading it again gives the same people.
    @Test(arguments: 0..<400) func isRefusedOrReadWhole(_ seed: Int) throws {
        let agency = PeopleShapes.allCases[seed % PeopleShapes.allCases.count]
        let today = try #require(PeopleShapes.today)
        var dice = Dice(state: UInt64(seed))
        var file = DemonstrationPersonnel.file(agency.shape, size: 120, seed: 3, on: today)
        for _ in 0...dice.below(3) { dice.damage(&file) }

        switch PersonnelFile.check(rows: PersonnelFileReader(file), at: today) {
        case .failure(let problems):
            #expect(problems.total >= problems.first.count)
            #expect(!problems.first.isEmpty)
            #expect(problems.first.map(\.line) == problems.first.map(\.line).sorted())
            #expect(problems.first.allSatisfy { $0.message.hasPrefix("Line \($0.line)") })
        case .success(let personnel):
            let lines = file.split(separator: UInt8(ascii: "\n"))
            #expect(personnel.people.count == lines.count - 1)
            let again = PersonnelFileReader(PersonnelFileWriter.file(of: personnel.people))
            #expect(PersonnelFile.check(rows: again, at: today) == .success(personnel))
        }
    }

    @Test func oneHundredThousandPeopleAreCheckedInOneGo() throws {
        let today = try #require(PeopleShapes.today)
        let header = PersonnelColumn.allCases.map(\.rawValue).joined(separator: ",")
        var text = header + "\n1,Ana,Lee,,,Chief,Chief,Days,Chief,sworn,yes,,2004-01-01,,,,no,\n"
        for number in 2...100_000 {
            let day = number.isMultiple(of: 500) ? "soon" : "2019-03-31"
            text += "\(number),Ana,Lee,,,Patrol,West,Days,Officer,sworn,no,1,\(day),,,,no,\n"
        }
        var told = 0
        let reader = PersonnelFileReader(Array(text.utf8)) { _, _ in told += 1 }
        guard case .failure(let problems) = PersonnelFile.check(rows: reader, at: today) else {
            Issue.record("a file with wrong days was accepted")
            return
        }
        #expect(problems.total == 200)
        #expect(problems.first.map(\.line) == (1...200).map { $0 * 500 + 1 })
        #expect(told == 101)
    }
}

private struct Dice {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = (state &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        state ^= state >> 29
        return Int(state % UInt64(limit))
    }

    mutating func damage(_ file: inout [UInt8]) {
        guard !file.isEmpty else { return }
        let place = below(file.count)
        let end = min(file.count, place + below(200))
        switch below(7) {
        case 0: file.removeSubrange(place..<end)
        case 1: file.removeSubrange(place...)
        case 2: file.swapAt(place, below(file.count))
        case 3: file[place] = UInt8(below(256))
        case 4: file.insert(contentsOf: file[place..<end], at: below(file.count))
        case 5: file.insert(UInt8(ascii: "\""), at: place)
        default: file.insert(UInt8(ascii: "\n"), at: place)
        }
    }
}
