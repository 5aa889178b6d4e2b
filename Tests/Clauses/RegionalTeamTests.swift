import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// A team of several agencies: they train and meet together, and speak in confidence.
@Suite struct RegionalTeamTests {
    @Test(.clause("IACP-3.9.2-2")) func whatOneAgencyPlansIsAmongTheSessionsOfTheOtherAndEachCountsItsOwn() async throws
    {
        let town = try await Region.start(
            """
            training:
              recurring:
                - {id: hours, title: Three hours a year, amount: 3, unit: hours, per: year, strength: required,
                   basis: {chosen: Ours.}}
            """)
        let planner = try await town.signedIn("coordinator", at: Region.guidelines)
        let partner = try await town.signedIn("coordinator", at: Region.springfield)
        #expect(try await planner.page("/training/sessions/new").words.contains("Together with partner agencies"))
        let held = try await planner.plans(
            "training", "Helping after a death", "2026-03-20T09:00", "2026-03-20T12:00", [("isJoint", "yes")])
        #expect(try await planner.page(held).facts["Partner agencies"] == "Open to them; none takes part yet")

        // Springfield's planner is told, sees what, when, where and whose it is, and takes part in it as a training of its own kind.
        #expect(try await partner.notices().contains { $0.text("kind") == "joint-session" })
        #expect(try await partner.page("/home").words.contains("1 joint session open to your team"))
        let open = try #require(try await partner.page("/regional-team").section("Open to your team"))
        #expect(open.words.contains("Helping after a death") && open.words.contains("20 March 2026, 09:00"), "\(open)")
        #expect(open.facts["Where"] == "Room 2" && open.facts["Held by"] == town.agency.agency.name)
        let id = try #require(try await partner.region()["sessions"]?.array?.first).text("id")
        let nothing = try await partner.post("/regional-team/sessions/\(id)/acceptance", ["kind": "awareness"])
        #expect(nothing.status == 422 && nothing.text.contains("What it is to your team: choose one."), "\(nothing)")
        let taken = try await partner.post("/regional-team/sessions/\(id)/acceptance", ["kind": "training"])
        #expect(taken.status == 303)
        let own = try #require(taken.location)
        let twice = try await partner.post("/regional-team/sessions/\(id)/acceptance", ["kind": "training"])
        #expect(twice.status == 422 && twice.text.contains("IACP-3.9.2-2"))

        // Its members find it among their own sessions and sign up there; the holder learns how many.
        let member = try await town.signedIn("supporter", at: Region.springfield)
        let shown = try await member.page("/training").words
        #expect(
            shown.contains("Helping after a death") && shown.contains("Held by \(town.agency.agency.name)"), "\(shown)")
        #expect(try await member.post("\(own)/place").status == 303)
        let holder = try await planner.page(held)
        #expect(holder.facts["Partner agencies"] == "Springfield Police: 1 coming")
        let account = try #require(try town.agency(Region.springfield).members["supporter"]).account
        let read = try await planner.api(.get, "/api/v1\(held)")
        #expect(!holder.markup.contains(account) && read.status == 200 && !read.text.contains(account))
        #expect(try await planner.get(own).isNothing(for: planner))

        // What, where and when are the holder's to say.
        let moved = try await partner.moves(own, to: "Gym")
        #expect(moved.status == 422 && moved.text.contains("IACP-3.9.2-2"), "\(moved)")
        let colleague = try await town.signedIn("supporter", at: Region.guidelines)
        #expect(try await colleague.post("\(held)/place").status == 303)
        #expect(try await planner.moves(held, to: "Gym", isJoint: true).status == 303)
        #expect(try await member.page(own).facts["Where"] == "Gym")
        for told in [member, colleague] {
            #expect(try await told.notices().count { $0.text("kind") == "session-changed" } == 1)
        }

        // Each closes its own list, and Springfield's hours count under Springfield's policy.
        try town.turn(to: "2026-03-20T20:00:00Z")
        let keeper = try await town.signedIn("coordinator", at: Region.springfield)
        #expect(try await keeper.closes(own, present: [account]).status == 303)
        #expect(try await keeper.standing("recurring.hours", of: account).text("state") == "met")
        let after = try await town.signedIn("coordinator", at: Region.guidelines)
        #expect(try await after.page(held).facts["Partner agencies"] == "Springfield Police: 1 came")
    }

    @Test(.clause("IACP-3.9.2-2")) func whatIsCalledOffIsCalledOffForBothAndWhoeverHasAPlaceIsTold() async throws {
        let town = try await Region.start()
        let planner = try await town.signedIn("coordinator", at: Region.guidelines)
        let partner = try await town.signedIn("coordinator", at: Region.springfield)
        let held = try await planner.plans(
            "meeting", "Spring meeting", "2026-03-20T09:00", "2026-03-20T10:00", [("isJoint", "yes"), ("places", "1")])
        let id = try #require(try await partner.region()["sessions"]?.array?.first).text("id")
        let own = try #require(
            try await partner.post("/regional-team/sessions/\(id)/acceptance", ["kind": "meeting"]).location)
        let member = try await town.signedIn("supporter", at: Region.springfield)
        #expect(try await member.post("\(own)/place").status == 303)
        // There is one place, and it is taken.
        let full = try await town.signedIn("supporter", at: Region.guidelines).post("\(held)/place")
        #expect(full.status == 422 && full.text.contains("Every place is taken"))
        #expect(try await planner.post("\(held)/cancellation").status == 303)
        #expect(try await member.page(own).words.contains("Called off"))
        #expect(try await member.notices().contains { $0.text("kind") == "session-called-off" })
    }

    @Test(.clause("IACP-3.9.2-2")) func theTeamsWriteToEachOtherUnderASeal() async throws {
        let town = try await Region.start()
        let words = "Canary Zq: who could cover the second week of April?"
        let writer = try await town.signedIn("supporter", at: Region.guidelines)
        let form = try #require(try await writer.page("/regional-team").section("Write to the teams"))
        #expect(
            form.words.contains("Nobody who was helped is named here") && form.words.contains("After 30 days"),
            "\(form)")
        let empty = try await writer.post("/regional-team/messages", ["readers": "teams", "words": " "])
        #expect(empty.status == 422 && empty.text.contains("IACP-3.9.2-2"))
        let wrong = try await writer.post("/regional-team/messages", ["readers": "everybody", "words": words])
        #expect(wrong.status == 422 && wrong.text.contains("second week of April"))
        #expect(
            try await writer.post("/regional-team/messages", ["readers": "coordinators", "words": words]).status == 303)

        // The coordinators of both read it, with name and agency; nobody else has a copy.
        for agency in [Region.guidelines, Region.springfield] {
            let reader = try await town.signedIn("coordinator", at: agency)
            #expect(try await reader.page("/home").words.contains("1 message between the teams"))
            let page = try await reader.page("/regional-team").words
            #expect(page.contains("second week of April") && page.contains(town.agency.agency.name), "\(page)")
        }
        let member = try await town.signedIn("supporter", at: Region.springfield)
        #expect(try await member.region()["messages"]?.array?.isEmpty == true)
        #expect(try await writer.region()["messages"]?.array?.isEmpty == true)
        #expect(try await town.signedIn("management", at: Region.springfield).get("/regional-team").status == 404)

        // To everybody of the teams; and after its days it is gone.
        #expect(try await writer.post("/regional-team/messages", ["readers": "teams", "words": words]).status == 303)
        #expect(try await member.page("/regional-team").words.contains("second week of April"))
        try await town.endRegion()
        let later = try await writer.post("/regional-team/messages", ["readers": "teams", "words": words])
        #expect(later.status == 422 && later.text.contains("IACP-3.9.2-2"))
        town.pass(seconds: 29 * 86_400)
        try await town.programmes.destroyRegionalMessages()
        let still = try await town.signedIn("supporter", at: Region.springfield)
        #expect(try await still.page("/regional-team").words.contains("second week of April"))
        town.pass(seconds: 86_400)
        try await town.programmes.destroyRegionalMessages()
        let sizes = try await town.besides().read { transaction in
            try transaction.regionalMessages(
                for: try #require(town.agency(Region.springfield).members["supporter"]).account,
                agency: town.agency(Region.springfield).agency.id)
        }
        #expect(sizes.isEmpty)
    }

    /// Where one policy has no sealed messages, there is no way to write, and the rule is named.
    @Test(.clause("IACP-3.9.2-2")) func whereOnePolicyHasNoSealedMessagesNobodyWrites() async throws {
        let town = try await Region.start(
            """
            team:
              regional-team:
                sealed-messages: false
            """)
        for agency in [Region.guidelines, Region.springfield] {
            let member = try await town.signedIn("supporter", at: agency)
            #expect(try await member.page("/regional-team").section("Write to the teams") == nil)
            let refused = try await member.api(
                .post, "/api/v1/regional-team/messages", ["readers": "teams", "words": "Hello"])
            #expect(refused.status == 422 && refused.clauses == ["IACP-3.9.2-2"], "\(refused)")
        }
    }
}

extension Client {
    /// Changes the place of the session by its form, and nothing else.
    fileprivate func moves(_ session: String, to place: String, isJoint: Bool = false) async throws -> Reply {
        let fields = [
            ("kind", "training"), ("title", "Helping after a death"), ("place", place), ("from", "2026-03-20T09:00"),
            ("until", "2026-03-20T12:00"), ("places", "0"), ("creditMinutes", "0"),
        ]
        return try await post("\(session)/change", fields + (isJoint ? [("isJoint", "yes")] : []), token: formToken)
    }
}
