import Testing
import Web
import WebSupport

/// Sacramento County's five exceptions to confidence, as a Peer Supporter carries them out.
@Suite struct DisclosureSacramentoTests {
    private static let pack = "sacramento-probation"

    @Test(.clause("SAC-VI.B.1")) func whatTheLawReveals() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let (before, record) = try await supporter.disclose("required-by-law")
        #expect(before.words.contains("The Management Liaison, as soon as possible."))
        // Nothing can be written into it.
        let form = try #require(before.forms.first { $0.action == "/disclosures" })
        #expect(form.names == ["exception", "id"] && form.controls.filter { $0.takesWords }.isEmpty)
        let began = try await supporter.read("/api/v1/disclosures")["disclosures"]?.array?.first
        #expect(began?.text("begunAt").hasPrefix("2026-03-10T17:") == true)

        for (role, client) in try await town.everyone(but: "supporter") {
            #expect(try await client.notices().count == (role == "management-liaison" ? 1 : 0), "\(role)")
        }
        let liaison = try await town.signedIn("management-liaison")
        let inbox = try await liaison.page("/notices")
        #expect(inbox.words.contains("Speak with Peer Supporter now"))
        #expect(inbox.words.contains("SAC-VI.B.1"))
        #expect(try await supporter.page(record).words.contains("Told, not yet acknowledged"))
        #expect(try await liaison.answer(try await liaison.notices()[0], how: "in-person").status == 303)
        let after = try await supporter.page(record)
        #expect(after.words.contains("Management Liaison acknowledged it 10 March 2026"))
        #expect(after.words.contains("in person"))
    }

    @Test(.clause("SAC-VI.B.3a")) func aThreatToAnother() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let (before, record) = try await supporter.disclose("harm-to-another")
        #expect(before.words.contains("The Management Liaison, at once."))
        #expect(try await town.pings(of: "management-liaison") == 1)
        // At once means within minutes: told again after five, and after ten somebody else answers in the liaison's place.
        try await town.wait(minutes: 5)
        #expect(try await town.pings(of: "management-liaison") == 2)
        for role in town.roles where role != "management-liaison" {
            #expect(try await town.pings(of: role) == 0, "\(role)")
        }
        try await town.wait(minutes: 5)
        #expect(try await town.pings(of: "management-liaison") == 3)
        let coordinator = try await town.signedIn("coordinator")
        let inPlace = try #require(try await coordinator.notices().first)
        #expect(inPlace.text("title") == "Speak with Peer Supporter now, for the Management Liaison")
        #expect(try await supporter.page(record).words.contains("Overdue"))
        // Nobody answers: the supporter is told so, with numbers at which somebody is there.
        try await town.wait(minutes: 5)
        try await town.wait(minutes: 5)
        let inbox = try await supporter.page("/notices")
        #expect(inbox.words.contains("Nobody has answered: call somebody now"))
        #expect(inbox.numbers.contains("988") && inbox.numbers.contains("911"))
        #expect(try await supporter.page(record).words.contains("Nobody has answered."))
        let liaison = try await town.signedIn("management-liaison")
        #expect(try await liaison.answer(try await liaison.notices()[0]).status == 303)
        #expect(try await coordinator.notices().isEmpty)
        #expect(try await supporter.notices().isEmpty)
        let pinged = try await town.pings(of: "management-liaison")
        try await town.wait(minutes: 600)
        #expect(try await town.pings(of: "management-liaison") == pinged)
        for role in town.roles where !["management-liaison", "coordinator", "supporter"].contains(role) {
            #expect(try await town.pings(of: role) == 0, "\(role)")
        }
    }

    @Test(.clause("SAC-VI.B.3b"), arguments: ["self-harm"]) func selfHarm(exception: String) async throws {
        try await chaplaincyAndCoordinatorThenLiaison(exception, rule: "SAC-VI.B.3b")
    }

    @Test(.clause("SAC-VI.B.4"), arguments: ["substances"]) func substances(exception: String) async throws {
        try await chaplaincyAndCoordinatorThenLiaison(exception, rule: "SAC-VI.B.4")
    }

    /// Two are told at once; when the coordinator knows, it is for them to tell the liaison.
    private func chaplaincyAndCoordinatorThenLiaison(_ exception: String, rule: String) async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        let (before, record) = try await supporter.disclose(exception)
        // The crisis lines stand before everything else.
        let crisis = try #require(before.words.firstRange(of: "First of all"))
        let recipients = try #require(before.words.firstRange(of: "These are told, and nobody else"))
        #expect(crisis.lowerBound < recipients.lowerBound)
        #expect(before.words.contains("First of all In a crisis, at any hour: call or text 988"))
        for role in town.roles {
            let isTold = ["chaplaincy", "coordinator"].contains(role)
            #expect(try await town.pings(of: role) == (isTold ? 1 : 0), "\(role)")
        }
        let liaison = try await town.signedIn("management-liaison")
        #expect(try await liaison.notices().isEmpty)
        let chaplain = try await town.signedIn("chaplaincy")
        let coordinator = try await town.signedIn("coordinator")
        for client in [chaplain, coordinator] {
            #expect(try await client.page("/notices").words.contains(rule))
            #expect(try await client.answer(try await client.notices()[0]).status == 303)
        }
        #expect(try await chaplain.notices().isEmpty)
        let duty = try #require(try await coordinator.notices().first)
        #expect(duty["kind"] == "follow-on" && duty.text("title") == "Tell the Management Liaison")
        // The duty escalates too, until it is done.
        let pinged = try await town.pings(of: "coordinator")
        try await town.wait(minutes: 15)
        #expect(try await town.pings(of: "coordinator") == pinged + 1)
        // Whether further assistance was sought is said with it, by yes or no, and in no words.
        let form = try #require(
            try await coordinator.page("/notices").forms.first { $0.action.hasSuffix("\(duty.text("id"))/answer") })
        #expect(form.values(of: "furtherAssistance") == ["yes", "no"])
        #expect(form.controls.filter { $0.takesWords }.isEmpty)
        #expect(try await coordinator.answer(duty, how: "page").status == 422)
        #expect(try await coordinator.notices().count == 1)
        #expect(try await coordinator.answer(duty, how: "page", assistance: "yes").status == 303)
        let done = try await coordinator.read("/api/v1/notices")["answered"]?.array ?? []
        #expect(done.filter { $0["furtherAssistance"] == "yes" }.count == 1)
        let passed = try #require(try await liaison.notices().first)
        #expect(passed["exception"]?.string == exception)
        #expect(try await liaison.answer(passed, how: "telephone").status == 303)
        #expect(try await coordinator.notices().isEmpty)
        #expect(try await supporter.page(record).words.contains("acknowledged it 10 March 2026"))
    }

    /// Nobody can ask a Peer Supporter for what was said: whatever is sent to them, or written down about them, is chosen
    /// from a list.
    @Test(.clause("SAC-VI.C")) func nobodyAsksForContent() async throws {
        let town = try await DemoTown.on(Self.pack)
        let supporter = try await town.signedIn("supporter")
        for exception in ["required-by-law", "self-harm"] { _ = try await supporter.disclose(exception) }
        for role in ["management-liaison", "coordinator", "committee-member"] {
            let client = try await town.signedIn(role)
            for address in ["/notices", "/notices/overview", "/notices/ask"] {
                let reply = try await client.get(address)
                guard reply.status == 200 else { continue }
                for form in try Page(reply).forms {
                    #expect(form.controls.filter { $0.takesWords }.isEmpty, "\(role) \(form.action)")
                }
            }
            // A supporter's records, and the way to make one, are not for them.
            for address in ["/disclosures", "/disclosures/new"] {
                #expect(try await client.get(address).isNothing(for: client), "\(role) \(address)")
            }
        }
        let interface = try Interface(try await supporter.read("/api/v1/agencies/\(Self.pack)/openapi.json"))
        for operation in ["answerNotice", "approveActivation", "disclose", "confirmTold", "tellResponse"] {
            // Which request a supporter steps back from is one of their own ids, or refused.
            let words = (interface.bodies[operation]?.properties ?? []).filter {
                $0.schema.takesWords && $0.name != "request"
            }
            #expect(words.isEmpty, "\(operation)")
        }
        // The one thing that can be written to a supporter names them, and no more.
        #expect(interface.bodies["askToGetInTouch"]?.properties.map(\.name) == ["supporter"])
        let liaison = try await town.signedIn("management-liaison")
        let account = try town.member("supporter").account
        let asked = try await liaison.api(.post, "/api/v1/notices", ["supporter": .string(account)])
        #expect(asked.status == 422)
    }
}
