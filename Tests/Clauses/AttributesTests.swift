import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// What members say of themselves: by choice, in counts, and never one person's.
@Suite struct AttributesTests {
    /// The town's own member and those more, who all say the same of themselves.
    private static func say(
        _ said: KeyValuePairs<String, String>, members: Int, in town: DemoTown, by keeper: Client, from first: Int = 0
    ) async throws {
        for number in first..<(first + members) {
            let member = try await town.newcomer(
                "m\(number)", named: "M. \(number)", as: "supporter", since: "2026-01-01", by: keeper)
            #expect(try await member.post("/about-myself", said).status == 303)
        }
    }

    @Test(.clause("SAC-I-3")) func theCommitteeSeesTheSpreadAndNobodysAnswer() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let form = try #require(try await member.page("/about-myself").forms.first { $0.action == "/about-myself" })
        #expect(
            Set(form.controls.map(\.name)).isSuperset(
                of: ["ethnicity", "culture", "gender", "lifeExperience"].map { $0 }))
        #expect(try await member.post("/about-myself", ["gender": "another"]).status == 303)
        #expect(try await member.post("/about-myself", ["gender": "nonsense"]).status == 422)
        try await town.programmes.freezeSpreads()
        let committee = try await town.signedIn("committee-member")
        #expect(try await committee.page("/team-spread").words.contains("Nothing to show yet"))

        try await Self.say(["gender": "woman"], members: 11, in: town, by: coordinator)
        try await Self.say(["gender": "man"], members: 11, in: town, by: coordinator, from: 11)
        try await town.programmes.freezeSpreads()
        let page = try await committee.page("/team-spread")
        let gender = try #require(page.table("Gender"))
        #expect(gender.contains(["Another", "not shown"]), "\(gender)")
        #expect(page.words.contains("SAC-I-3"))
        // One more joins: nothing on the page changes, then or in the next quarter.
        try await Self.say(["gender": "woman"], members: 1, in: town, by: coordinator, from: 22)
        try await town.programmes.freezeSpreads()
        #expect(try await committee.page("/team-spread").table("Gender") == gender)
        town.pass(seconds: 100 * 86_400)
        try await town.programmes.freezeSpreads()
        let later = try await town.signedIn("committee-member")
        #expect(try await later.page("/team-spread").table("Gender") == gender)
        // Nobody else sees even that, and nobody one person's: not by page, and not in rows.
        let other = try await town.signedIn("management-liaison")
        #expect(try await other.get("/team-spread").isNothing(for: other))
        let account = try town.member("supporter").account
        #expect(try await later.get("/about-myself/\(account)").status == 404)
        let rows = try await town.programmes.database.read { transaction in
            (
                try transaction.rows("SELECT account FROM card_attribute").count,
                try #require(try transaction.row("SELECT sealed FROM attribute_box")).blob("sealed")
            )
        }
        let text = String(decoding: rows.1, as: UTF8.self)
        #expect(rows.0 == 0 && !text.contains("another") && !text.contains(account))
        // Whoever takes it back has said nothing.
        let again = try await town.signedIn("supporter")
        #expect(try await again.post("/about-myself", [:]).status == 303)
        #expect(try await again.read("/api/v1/about-myself")["said"]?.array?.isEmpty == true)
    }

    @Test(.clause("IACP-3.9.1-2")) func aSeekerChoosesByWhatMembersChoseToShow() async throws {
        let town = try await DemoTown.on("iacp")
        let member = try await town.signedIn("supporter")
        let page = { try await town.visitor().page("/agencies/iacp").markup }
        #expect(
            try await member.api(
                .put, "/api/v1/about-myself", ["gender": "woman", "veteran": "yes", "shown": ["veteran"]]
            ).status == 204)
        let shown = try await page()
        #expect(shown.contains("data-facet=\"Military service\">Veteran<") && !shown.contains("data-facet=\"Gender\""))
        #expect(
            try await member.api(.put, "/api/v1/about-myself", ["gender": "woman", "veteran": "yes", "shown": []])
                .status == 204)
        #expect(try await !page().contains("data-facet=\"Military service\""))
        #expect(try await member.read("/api/v1/about-myself")["said"]?.array?.count == 2)
    }
}
