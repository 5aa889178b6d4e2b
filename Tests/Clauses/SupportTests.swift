import Operations
import Program
import Testing
import Web
import WebSupport

/// What a supporter does with a request, from the advisement to its end.
@Suite struct SupportTests {
    @Test(.clause("SAC-II.D.3.a")) func theAdvisementComesBeforeEverythingAndIsConfirmed() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks {
            $0.name = "Quentin Canary"
            $0.words = "It is about the night shift"
        }
        let id = try await supporter.offer()
        _ = try await supporter.accept(id)
        let unopened = try await supporter.page("/requests/\(id)")
        let before = unopened.words
        // The limits may matter at once.
        #expect(unopened.links.contains("/disclosures/new"))
        let rules = town.agency.policy.confidentiality
        #expect(before.contains(rules.advisement.opening))
        for exception in rules.exceptions { #expect(before.contains(exception.label)) }
        #expect(!before.contains("Canary") && !before.contains("night shift"))
        // No contact is logged before it.
        for (act, fields) in [("in-touch", [:]), ("messages", ["text": "Hello"])] as [(String, KeyValuePairs)] {
            let refused = try await supporter.act(id, act, fields)
            #expect(refused.status == 422 && refused.text.contains("Give the advisement first."), "\(act)")
            // The advisement is an act of its own, and no field of these.
            let call = try await supporter.api(
                .post, "/api/v1/requests/\(id)/\(act)", fields.isEmpty ? nil : ["text": "Hello"])
            #expect(call.status == 422 && call.json?["problems"]?.array?.first?["field"] == .null, "\(act)")
        }
        #expect(try await supporter.post("/requests/\(id)/advisement").status == 422)
        #expect(try await supporter.advise(id).status == 303)
        let after = try await supporter.page("/requests/\(id)").words
        #expect(after.contains("Quentin Canary") && after.contains("night shift"))
        #expect(try await supporter.act(id, "in-touch").status == 303)

        // A counted contact records that it was given; one without it is flagged to the supporter.
        let entry: [String: JSON] = ["kind": "contact", "type": "phone", "advisement": true]
        try await supporter.count(.object(entry), in: "2026-03")
        #expect(try await supporter.page("/sheets/2026-03").words.contains("not confirmed") == false)
        try await supporter.count(.object(entry.merging(["advisement": false]) { $1 }), in: "2026-03")
        let sheet = try await supporter.page("/sheets/2026-03").words
        #expect(sheet.contains("1 entry is not confirmed") && sheet.contains("SAC-II.D.3.a"))
    }

    @Test(.clause("SAC-II.D.3.b"), arguments: ["in-touch", "messages"])
    func supportIsShortTermAndTheWayToOthersIsAlwaysThere(contact: String) async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-01-01", by: coordinator)
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.take()
        let scope = try #require(town.agency.policy.statements.first { $0.id == "short-term" }).text
        #expect(try await supporter.page("/requests/\(id)").words.contains(scope))
        // Messages are contacts as much as what the supporter says was one; a day of writing is one.
        for day in 1...5 {
            #expect(try await asksAboutReferral(id, supporter) == false, "\(day)")
            let times = contact == "messages" ? 3 : 1
            for _ in 0..<times {
                #expect(try await supporter.act(id, contact, ["text": "How are you today?"]).status == 303)
            }
            #expect(try await supporter.read("/api/v1/requests/\(id)")["contactsMade"] == .integer(day))
            try await town.goOn(minutes: 24 * 60)
        }
        let page = try await supporter.page("/requests/\(id)")
        #expect(page.words.contains(referral) && page.words.contains("SAC-II.D.3.b"))
        // The ways to others lead somewhere: a professional is asked, and the request goes on to somebody else.
        #expect(page.links.contains("/requests/\(id)/hand-off") && page.links.contains("/requests/\(id)/consultations"))
        let ways = try await supporter.page("/requests/\(id)/consultations")
        let form = try #require(ways.forms.first { $0.names.contains("account") })
        let account = try #require(form.values(of: "account").first { !$0.isEmpty })
        let role = try #require(form.values(of: "consulted").first)
        #expect(try await supporter.act(id, "consultations", ["consulted": role, "account": account]).status == 303)
        let consulted = try await town.signedIn(role)
        #expect(try await consulted.page("/home").words.contains("asks you"))
        let handed = try await supporter.act(id, "hand-off", ["reason": "beyond-training", "seekerWasAsked": "yes"])
        #expect(handed.status == 303)
        #expect(try await other.offer() == id)
        #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
    }

    @Test(.clause("IACP-7.3"), arguments: ["in-touch", "messages"])
    func afterManyContactsTheSupporterAloneIsAskedAboutAReferral(contact: String) async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks()
        let id = try await supporter.take()
        let many = try #require(town.agency.policy.requests.manyContacts).value.number
        for day in 1...many {
            #expect(try await asksAboutReferral(id, supporter) == false, "\(day)")
            #expect(try await supporter.act(id, contact, ["text": "How are you today?"]).status == 303)
            if contact == "messages" {
                #expect(try await supporter.act(id, contact, ["text": "And the family?"]).status == 303)
                try await town.goOn(minutes: 24 * 60)
            }
        }
        let prompted = try await supporter.page("/requests/\(id)").words
        #expect(
            prompted.contains("IACP-7.3") && prompted.contains("Our choice: The guidelines speak of a large number"))
        #expect(try await asksAboutReferral(id, supporter))
        for role in town.roles where role != "supporter" {
            let client = try await town.signedIn(role)
            #expect(try await client.notices().isEmpty, "\(role)")
            #expect(!(try await client.page("/home").words.contains(referral)), "\(role)")
        }
        // Nothing of it reaches the person: they see what was written to them, and no more.
        #expect(try await seeker.view().messages.count == (contact == "messages" ? 2 * many : 0))
    }

    private let referral = "Would somebody else be the better help now?"

    private func asksAboutReferral(_ id: String, _ supporter: Client) async throws -> Bool {
        try await supporter.page("/requests/\(id)").words.contains(referral)
    }

    @Test(.clause("OCP-I.C.3.e")) func aFollowUpIsAskedForOnADayThatOnlyTheSupporterSees() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        let seeker = try await town.asks()
        let id = try await supporter.take()
        _ = try await supporter.act(id, "in-touch")
        for (kind, day, field) in [("birthday", "2026-03-17", "kind"), ("followUp", "soon", "day")] {
            let refused = try await supporter.act(id, "reminders", ["kind": kind, "day": day])
            #expect(refused.status == 422 && refused.text.contains("href=\"#field-\(field)\""))
            let call = try await supporter.api(
                .post, "/api/v1/requests/\(id)/reminders", ["kind": .string(kind), "day": .string(day)])
            #expect(call.status == 422 && call.json?["problems"]?.array?.first?["field"] == .string(field))
        }
        #expect(
            try await supporter.act(id, "reminders", ["kind": "followUp", "day": "2026-03-17"]).status == 303)
        let page = try await supporter.page("/requests/\(id)")
        #expect(page.words.contains("Be in touch again") && page.words.contains("On 17 March 2026"))
        #expect(try await supporter.page("/home").words.contains("Reminder on 17 March 2026"))
        try town.turn(to: "2026-03-17T16:00:00Z")
        let later = try await town.signedIn("supporter")
        #expect(try await later.page("/home").section("Yours")?.words.contains("Reminder") == true)
        for role in town.roles where role != "supporter" {
            let client = try await town.signedIn(role)
            #expect(try await client.page("/home").words.contains("Reminder") == false, "\(role)")
        }
        #expect(try await seeker.view().messages.isEmpty)
    }

    @Test(.clause("PD-A.2", "PD-E.8")) func supportGoesOnAsLongAsNeededAndReferralsAreFollowedUp() async throws {
        let town = try await DemoTown.on("police-division")
        let supporter = try await town.signedIn("supporter")
        let seeker = try await town.asks()
        let id = try await supporter.take()
        _ = try await supporter.act(id, "in-touch")
        _ = try await supporter.act(id, "reminders", ["kind": "referral", "day": "2026-03-24"])
        let reminders = try await supporter.read("/api/v1/requests/\(id)")["reminders"]?.array ?? []
        #expect(reminders.map { $0.text("kind") } == ["referral"])
        let reminder = try #require(reminders.first).text("id")
        // On its day the supporter alone is told, once; nobody else reads of it anywhere.
        let others = town.roles.filter { $0 != "supporter" }
        func pings() async throws -> [Int] {
            var counts: [Int] = []
            for role in others { counts.append(try await town.pings(of: role)) }
            return counts
        }
        let (own, before) = (try await town.pings(of: "supporter"), try await pings())
        try town.turn(to: "2026-03-23T18:00:00Z")
        try await town.programmes.tellReminders()
        #expect(try await town.pings(of: "supporter") == own)
        try town.turn(to: "2026-03-24T18:00:00Z")
        for _ in 0..<2 { try await town.programmes.tellReminders() }
        #expect(try await town.pings(of: "supporter") == own + 1)
        #expect(try await pings() == before)
        for role in others {
            let client = try await town.signedIn(role)
            for page in ["/home", "/notices"] {
                let words = try await client.page(page).words
                #expect(!words.contains("Reminder") && !words.contains("referral went"), "\(role)")
            }
        }
        // A year later it is as open as it was, and nothing closes it but one of the two.
        for _ in 0..<12 {
            try await town.goOn(minutes: 30 * 24 * 60)
            try await town.programmes.destroyEndedRequests()
        }
        let later = try await town.signedIn("supporter")
        let page = try await later.page("/requests/\(id)")
        #expect(page.words.contains("Ask how the referral went") && page.words.contains("Due"))
        #expect(try await later.act(id, "reminders/\(reminder)/done").status == 303)
        #expect(try await later.read("/api/v1/requests/\(id)")["reminders"] == [])
        try await seeker.write("Thank you, it helped.")
        #expect(try await later.page("/requests/\(id)").words.contains("Thank you, it helped."))
        // When done, it is counted as an act of its own.
        try await later.count(["kind": "referral-follow-up"], in: "2027-03")
        #expect(try await later.page("/sheets/2027-03").words.contains("Follow-up on a referral"))
    }

    @Test(.clause("OCP-I.C.3.a")) func whoeverAcceptsIsToldToConveyTrustAndAnonymity() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.offer()
        _ = try await supporter.accept(id)
        let words = try await supporter.page("/requests/\(id)").words
        let trust = try #require(town.agency.policy.statements.first { $0.id == "trust" }).text
        #expect(words.contains(trust))
        #expect(words.contains("I keep what you tell me to myself, and you need not tell me who you are."))
        #expect(words.contains("Our talk is not privileged under the Evidence Code."))
    }
}
