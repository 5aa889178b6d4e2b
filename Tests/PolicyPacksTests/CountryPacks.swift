import Foundation
import PolicyPacks
import Program
import ReleasedPacks
import Testing

/// What a pack takes over from the country it names.
@Suite struct CountryPacks {
    private func town(_ own: String, extends parent: String = "iacp") -> String {
        "id: town\nversion: \"1\"\nextends: \(parent)\nagency: {title: Town}\n\(own)\n"
    }

    private func country(_ own: String) throws -> Country {
        try loaded(PackLibrary.load(town(own), file: "town.yaml")).pack.country
    }

    @Test func everyProfileThatComesAlongIsRight() throws {
        #expect(CountryProfiles.all.map(\.id) == CountryProfiles.names)
        for name in CountryProfiles.names {
            let pack = try loaded(PackLibrary.load(town("country: \(name)"), file: "town.yaml")).pack
            #expect(pack.country == CountryProfiles.all.first { $0.id == name })
            #expect(pack.everyCrisisLine.allSatisfy { !$0.telephone.isEmpty })
        }
    }

    @Test(arguments: [
        ("united-states", "911", ["988"], ["988"]), ("canada", "911", ["988"], ["988"]),
        ("united-kingdom", "999", ["116 123"], ["85258"]), ("australia", "000", ["13 11 14"], ["0477 13 11 14"]),
    ])
    func whomToCallInDanger(name: String, emergency: String, calls: [String], texts: [String]) throws {
        let country = try country("country: \(name)")
        #expect(country.emergencyNumber == emergency)
        #expect(country.crisisLines.map(\.telephone) == calls)
        #expect(country.crisisLines.compactMap(\.text) == texts)
    }

    @Test func aPackThatNamesNoneIsOfTheUnitedStates() throws {
        #expect(try country("").id == "united-states")
        for released in try ReleasedPack.all() where !released.text.contains("\"country\"") {
            let pack = try loaded(PackLibrary.archived(released.text, hash: released.hash)).pack
            #expect(pack.country.id == "united-states" && pack.country.emergencyNumber == "911")
        }
    }

    @Test func anAgencyChangesWhatItHasOtherwise() throws {
        let own = try country(
            """
            country:
              extends: canada
              emergency-number: "112"
              holidays: {days: [{id: boxing, remove: true}]}
            """)
        let canada = try country("country: canada")
        #expect(own.emergencyNumber == "112" && own.crisisLines == canada.crisisLines)
        #expect(own.holidays.days == canada.holidays.days.filter { $0.id != "boxing" })
    }

    /// What was changed in one country is not taken over into another.
    @Test func aChildChangesItsParentsCountryOrNamesAnother() throws {
        let parent = town("country: {extends: canada, emergency-number: \"112\"}")
        func child(_ own: String) throws -> Country {
            try loaded(
                PackLibrary.load("id: child\nversion: \"1\"\nextends: town\n\(own)\n", file: "child.yaml") {
                    $0.text == "town" ? parent : PackLibrary.bundledText($0)
                }
            ).pack.country
        }
        #expect(try child("").emergencyNumber == "112")
        let changed = try child("country: {holidays: {days: [{id: victoria, remove: true}]}}")
        #expect(changed.id == "canada" && changed.emergencyNumber == "112")
        #expect(!changed.holidays.days.contains { $0.id == "victoria" })
        #expect(try child("country: australia").emergencyNumber == "000")
    }

    /// The kept text says what the country was when it was put in force.
    @Test func theKeptTextSaysItAll() throws {
        let first = try loaded(PackLibrary.load(town("country: united-kingdom"), file: "town.yaml"))
        #expect(first.text.contains("116 123") && first.text.contains("Summer bank holiday"))
        let again = try loaded(PackLibrary.archived(first.text, hash: first.hash))
        #expect(again.pack == first.pack)
        #expect(try loaded(PackLibrary.load(town("country: canada"), file: "town.yaml")).hash != first.hash)
    }

    @Test(arguments: [
        (
            "country: narnia", "country",
            "There is no profile of a country 'narnia'; there are: united-states, canada, united-kingdom, australia."
        ),
        (
            "country: {crisis-lines: [{id: lifeline, remove: true}]}", "country.crisis-lines",
            "At least one line for everybody in the country is needed."
        ),
        (
            "country: {emergency-number: \"999x\"}", "country.emergency-number",
            "A telephone number is needed, such as +1 202 555 0142."
        ),
        (
            "country: {business-hours: {open: []}}", "country.business-hours.open",
            "The offices are open at some time of the week."
        ),
        (
            "country: {business-hours: {open: [{days: [], from: \"08:00\", until: \"12:00\"}]}}",
            "country.business-hours.open[1].days", "At least one day is needed."
        ),
        (
            "country: {business-hours: {open: [{days: [monday], from: 8 o'clock, until: 12:30}]}}",
            "country.business-hours.open[1].from", "A time by the 24-hour clock is needed, such as \"17:30\"."
        ),
        (
            "country: {languages: {value: []}}", "country.languages.value", "At least one language is needed."
        ),
        (
            "country: {languages: {value: [Klingon]}}", "country.languages.value[1]",
            "'Klingon' is unknown here; one of: English, Spanish, American Sign Language, Arabic, "
        ),
        (
            "country: {holidays: {days: [{id: never, name: Never, on: {date: {month: 2, day: 30}}, observed: on-the-day}]}}",
            "country.holidays.days[never].on", "There is no such day in any year."
        ),
        (
            "country: {holidays: {days: [{id: never, name: Never, on: {nth-weekday: {nth: 6, weekday: monday, month: 2}}, "
                + "observed: on-the-day}]}}", "country.holidays.days[never].on.nth-weekday.nth",
            "A whole number from 1 to 5 is needed (of its month); this is 6."
        ),
    ])
    func aMistakeIsTold(own: String, path: String, message: String) throws {
        let found = try problems(of: town(own), file: "town.yaml", parents: PackLibrary.bundledText)
        try #require(found.count == 1, "\(found)")
        #expect(found[0].path == path)
        #expect(found[0].message.hasPrefix(message), "\(found[0].message)")
    }
}
