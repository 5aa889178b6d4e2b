import PolicyPacks
import Program
import Testing

/// Every number that a pack can have, with its range.
private let numbers: [String: ClosedRange<Int>] = {
    let keys = (try? PackKey.all()) ?? []
    return keys.reduce(into: [:]) { numbers, key in
        switch key.form {
        case .number(let range, _), .range(let range, _): numbers[key.path] = range
        case .list(of: .number(let range, _)): numbers[key.path] = range
        case .text, .truth, .day, .time, .basis, .name, .word, .choice, .list, .mapping: break
        }
    }
}()

@Suite struct NumbersOfPacks {
    /// Of each number of the types there is one in some pack, so the next test tries them all.
    @Test func everyNumberIsInSomePack() throws {
        // Some kinds of holidays are those of other countries.
        let canadian = "id: town\nversion: \"1\"\nextends: iacp\ncountry: canada\n"
        // What none of the five policies has.
        let further = """
            id: town
            version: "1"
            extends: police-division
            threshold: {interval: 9}
            selection:
              nomination: {answer-days: 14, basis: {chosen: Ours.}}
              cooling-days: {value: 30, basis: {chosen: Ours.}}
            governance:
              policy-revision:
                review-every: {value: 24, basis: {chosen: Ours.}}
            training:
              courses:
                - {id: fresh, title: Fresh, strength: recommended, covers: [], within-months: 6, valid-months: 24,
                   basis: {chosen: Ours.}}
              recurring:
                - {id: yearly, title: Yearly, amount: 1, unit: sessions, per: year, strength: recommended, every: 2,
                   by: {month: 3, day: 31}, basis: {chosen: Ours.}}
              qualifications:
                - {id: shootings, label: Shootings, conditions: [{id: been, label: Been through one}], valid-months: 36,
                   by: coordinator, basis: {chosen: Ours.}}
            incidents:
              scene-response: {answer-within-minutes: 15}
              follow-up: {after-days: [3, 30], basis: {chosen: Ours.}}
              outreach: {offered-by: [supporter], within-hours: 72, basis: {chosen: Ours.}}
              interventions:
                - {id: demobilisation, label: Demobilisation, window: [1, 8], latest-hours: 12, length-minutes: [10, 30],
                   team: [{kind: supporter, count: [1, 2], strength: required}], basis: {chosen: Ours.}}
            team:
              own-load: {heavy-hours: 20, basis: {chosen: Ours.}}
              ranges:
                - {each: division, members: [1, 4], basis: {chosen: Ours.}}
            """
        let packs =
            try PackLibrary.bundled.map { try loaded(PackLibrary.load($0)) }
            + [canadian, further].map { try loaded(PackLibrary.load($0, file: "town.yaml")) }
        let written = try packs.reduce(into: Set(["format"])) { written, pack in
            let spoilt = try PackText(pack.text).replacingAll(with: "-101").text
            written.formUnion(try problems(of: spoilt).map { pattern($0.path) })
        }
        #expect(numbers.count > 30)
        #expect(Set(numbers.keys).subtracting(written) == [])
    }

    /// Whatever is out of its range is told with its path, all of it at once, and there is no number that is not.
    @Test(arguments: PackLibrary.bundled) func refusesAbsurdNumbersWithTheirPath(id: PackID) throws {
        let text = PackText(try loaded(PackLibrary.load(id)).text)
        let below = try problems(of: text.replacingAll(with: "-101").text)
        let places = try text.numberLinesBesidesFormat.map { line in
            let path = try #require(below.first { $0.line == line + 1 }?.path)
            return (line: line, path: path, range: try #require(numbers[pattern(path)], "\(path)"))
        }
        #expect(!places.isEmpty)
        let absurd: [(ClosedRange<Int>) -> String] = [
            { String($0.upperBound + 1) }, { String($0.lowerBound - 1) }, { _ in "\(Int.max)" }, { _ in "\(Int.min)" },
            { _ in "99999999999999999999999999" },
        ]
        for number in absurd {
            let spoilt = try places.reduce(text) { try $0.replacing($1.line, with: number($1.range)) }
            let found = try problems(of: spoilt.text)
            for (line, path, range) in places {
                // Numbers of one list are the same then, which is told too.
                let problem = try #require(
                    found.first { $0.path == path && $0.message.hasPrefix("A whole number") },
                    "\(path): \(number(range))")
                #expect(problem.line == line + 1)
                #expect(
                    problem.message.hasPrefix(
                        "A whole number from \(range.lowerBound) to \(range.upperBound) is needed ("))
                #expect(problem.message.hasSuffix("; this is \(number(range))."))
            }
        }
    }

    /// From the archive it is the nearest in the range, and that is told.
    @Test(arguments: PackLibrary.bundled) func absurdNumbersOfTheArchiveAreTheNearest(id: PackID) throws {
        let text = PackText(try loaded(PackLibrary.load(id)).text)
        for absurd in ["\(Int.max)", "\(Int.min)", "-99999999999999999999"] {
            let spoilt = try text.replacingAll(with: absurd).text
            let read = try loaded(PackLibrary.archived(spoilt, hash: PackLibrary.hash(of: spoilt)))
            let nearest = read.allowances.filter { $0.message.hasPrefix("A whole number") }
            #expect(nearest.count == text.numberLines.count - 1)
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
