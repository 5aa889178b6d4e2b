import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// No field takes what was said but those that are sealed between seeker and supporter, and nobody is asked for it: a walk
/// through everything that can be filled in.
@Suite struct NothingSaidTests {
    /// What words can be written into, anywhere: to sign in, to keep accounts, cards, rosters and ways to be reached, to
    /// import personnel, and to name who is or is not to be asked. None of it is about what was said.
    private static let written: Set = [
        "login", "passphrase", "present", "again", "code", "digits", "name", "employeeNumber", "area", "startsOn",
        "until", "file", "secret", "agency", "receipt", "experience", "phone", "number", "address", "auth", "endpoint",
        "p256dh", "delay", "chainOf", "units", "ranks", "wanted", "unwanted",
        "account",
        "supporter", "role", "list", "from", "to", "instead", "members", "shadows", "handOver", "id", "day",
        "exception", "firstDay", "lastDay",
        // When an incident was, and what was done about it: days and times.
        "happenedAt", "toldAt", "askedAt", "startedAt", "startsAt",
        // Looking for somebody of the directory by name.
        "employeeNumber-search",
        // A picture, which is refused where it is none.
        "photo",
        // The after-action input, which is refused where it names anybody.
        "event", "happened", "did", "worked", "change", "resources",
        // Whom an exception is told to: an authority's name and number.
        "telephone",
        // The request that a disclosure is about, by its id.
        "request",
        // The personnel file, which has the directory's columns and no others, and what they are called there.
        "table", PersonnelMapping.leftOutField, DirectoryUpdate.wordField,
    ]
    private static let fields = written.union(PersonnelColumn.allCases.map(\.rawValue))

    /// Where a personnel file is pasted, and where its headings are said.
    private static let ofTheDirectory: Set = ["/people/import", "/people/columns"]

    /// What is sealed between the two as soon as it is sent, by operation: words to begin with, messages, and what may be
    /// passed on. A supporter's own card says a few words too, of themselves.
    private static let sealed = [
        "askForSupport": "words", "writeToSupporter": "text", "writeToSeeker": "text", "consentToDisclosure": "scope",
        "showOwnCard": "words",
    ]

    /// What the programme writes of itself and what members hand in about their own part in it, by act and field: openings and
    /// letters of application, the agreement, a pause, training, committees, professionals, the rules, announcements with feedback on
    /// the programme, its registers, counsel's answers and the sponsor's letter. None of it has a request, a contact or whoever was helped beside it.
    private static let ofTheProgramme: [String: Set<String>] = [
        "postOpening": ["words"], "apply": ["letter"], "recordInterview": ["panel"],
        "signAgreement": ["text"], "pauseMembership": ["reason"], "adoptRelevantReason": ["label"],
        "planSession": ["course", "holders", "place", "title"],
        "changeSession": ["course", "holders", "place", "title"],
        "handInCertificate": ["certificate", "course", "title"], "recordCompletion": ["course", "title"],
        "nameCourse": ["title"],
        "offerSeat": ["seat"], "openElection": ["seat"], "askCommittee": ["question"],
        "recordLicence": ["jurisdiction", "licence"], "writeScope": ["words"],
        "draftPolicy": ["promises", "text"],
        "announce": ["title", "words"], "correctAnnouncement": ["title", "words"],
        "writeToRegion": ["words"], "giveFeedback": ["words"], "answerFeedback": ["answer"],
        "openService": ["place"],
        "reportIncident": ["names"], "openScene": ["place"], "planMeeting": ["place"], "moveMeeting": ["place"],
        "confirmMeetingTeam": ["team"], "shareIncident": ["partner"], "proposeAid": ["partner"],
        "addReferral": ofProviders, "changeReferral": ofProviders, "importReferrals": ["table"],
        "importSheets": ["table"],
        "addEquipment": ["kind"], "lendEquipment": ["item"], "addMaterial": ["title"], "countMaterial": ["material"],
        "addToLibrary": ["file", "link", "title", "words"], "changeInLibrary": ["file", "link", "title", "words"],
        "listPartner": ["contact"], "recordAwareness": ["partner"], "keepOrientation": ["people"],
        "recordCounselAnswer": ["answer"], "giveSponsorLetter": ["words"],
    ]

    /// What the directory of further help says of a provider, for everybody to read.
    private static let ofProviders: Set = [
        "name", "goodFor", "phone", "web", "place", "hours", "languages", "cost", "licenceKind", "licenceNumber",
        "licenceJurisdiction",
    ]

    /// Whether a form of that address asks for that as part of an act of the programme.
    private static func isOfTheProgramme(_ field: String, at action: String) -> Bool {
        let parts = action.split(separator: "/")
        return Routes.all.contains { route in
            let pattern = route.pattern.split(separator: "/")
            guard !route.isAPI, let act = route.act, ofTheProgramme[act.id]?.contains(field) == true else {
                return false
            }
            return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    /// Where these stand on pages.
    private static func isOfTheTwo(_ address: String) -> Bool {
        address.hasSuffix("/ask") || address == "/card" || address.hasPrefix("/requests/")
    }

    /// The columns of a sheet. Its contacts are numbers, sealed to their supporter.
    private static let sheet: Set = ["id", "agency", "month", "pack", "sealed", "locked_hour"]

    @Test(
        .clause("IACP-3.1-1", "PD-B.2.c", "SAC-VI.C"), arguments: ["iacp", "police-division", "sacramento-probation"])
    func noFormAndNoOperationAsksForWords(pack: String) async throws {
        let town = try await DemoTown.on(pack)
        let supporter = try await town.signedIn("supporter")
        for kind in town.agency.policy.contactForm.kinds {
            let page = try await supporter.page("/contacts/new?kind=\(kind.id)")
            #expect(page.forms.flatMap(\.controls).allSatisfy { !$0.takesWords }, "\(kind.id)")
        }
        for role in town.roles {
            let walk = try await Walk.of(town.signedIn(role), in: town)
            #expect(walk.pages.keys.contains("/home"))
            for form in walk.forms {
                for control in form.controls
                where control.takesWords && !Self.isOfTheTwo(form.action) {
                    let isKnown =
                        Self.fields.contains(control.name)
                        || Self.isOfTheProgramme(control.name, at: form.action)
                    #expect(isKnown, "\(role): \(control.name) of \(form.action)")
                }
                let isOfSupport = form.action.hasPrefix("/contacts") || form.action.hasPrefix("/sheets")
                #expect(!isOfSupport || role == "supporter", "\(role): \(form.action)")
            }
            for (address, page) in walk.pages where page.markup.contains("<textarea") {
                // What the programme learned from an event is nobody's words.
                let isKnown = address == "/after-action/new" || Self.ofTheDirectory.contains(address)
                let others = page.forms.filter { form in
                    form.controls.contains {
                        $0.kind == "textarea" && !Self.isOfTheProgramme($0.name, at: form.action)
                    }
                }
                #expect(Self.isOfTheTwo(address) || isKnown || others.isEmpty, "\(role): \(address)")
            }
        }
        let interface = try Interface(try await supporter.read("/api/v1/agencies/\(pack)/openapi.json"))
        for (name, body) in interface.bodies {
            for property in body.properties where property.schema.takesWords {
                let isKnown =
                    Self.fields.contains(property.name) || Self.sealed[name] == property.name
                    || Self.ofTheProgramme[name]?.contains(property.name) == true
                #expect(isKnown, "\(name): \(property.name)")
            }
        }
        for name in ["recordContact", "correctContact"] {
            let properties = try #require(interface.bodies[name]).properties
            #expect(!properties.isEmpty && properties.allSatisfy { !$0.schema.takesWords }, "\(name)")
        }
    }

    @Test(.clause("PD-B.2.c")) func noColumnOfAContactHoldsWords() async throws {
        let database = try await TestDatabase.migrated(TestDatabase.firstEngine, connections: 1)
        let columns = try await database.columns()
        #expect(Set(columns.filter { $0.table == "sheet" }.map(\.column)) == Self.sheet)
        let telling = /note|comment|remark|subject|said|text|content|description|reason|body|message/
        let tables = columns.filter { $0.column.firstMatch(of: telling) != nil }.map { "\($0.table).\($0.column)" }
        // A pack's own text, one that is drafted, a file of the library and the agreement; published tables and the team's spread; the ids that an entry of
        // the audit chain, a ballot and the copy of a sealed message between teams are about, and under which somebody signs in elsewhere.
        #expect(
            Set(tables) == [
                "pack.content", "policy_draft.content", "library_file.content", "agreement_text.content",
                "publication.content", "publication.content_hash", "response_release.content",
                "response_release.content_hash", "attribute_spread.content", "audit_entry.subject", "ballot.subject",
                "account.provider_subject", "regional_message_copy.message",
            ])
        await database.close()
    }

    /// Nothing leaves but pages to look at and the interface's own answers: no file of rows, for discipline or anything else. One file
    /// there is, of who was at which training, for whoever keeps that record.
    @Test(.clause("PD-B.2.c", "SAC-VI.A.3"), arguments: ["police-division", "sacramento-probation"])
    func nothingIsExported(pack: String) async throws {
        let town = try await DemoTown.on(pack)
        let supporter = try await town.signedIn("supporter")
        try await supporter.submit("2026-02")
        try await town.signedIn("coordinator").publish("2026-02")
        let account = try town.member("supporter").account
        for role in town.roles {
            let client = try await town.signedIn(role)
            for route in Routes.all where route.method == .get && !route.pattern.contains("{contact}") {
                let path = route.pattern.replacing("{month}", with: "2026-02").replacing("{account}", with: account)
                    .replacing("{agency}", with: pack)
                let reply = try await client.asks(route, at: path)
                #expect(reply.headers["content-disposition"] == nil, "\(path)")
                let type = reply.headers["content-type"]?.prefix { $0 != ";" }
                // A directory without its token is told so in its own words.
                if route.audience == .directory {
                    #expect(reply.status == 401 && type == "application/scim+json", "\(path)")
                    continue
                }
                if route.pattern == "/training/team/record.csv", reply.status == 200 {
                    #expect(type == "text/csv" && !reply.text.contains("contact"), "\(path)")
                    continue
                }
                // A member's own proof of service, which has a seeker nowhere.
                if route.pattern == "/duty-time/proof.csv", reply.status == 200 {
                    #expect(type == "text/csv" && !reply.text.contains("contact"), "\(path)")
                    continue
                }
                // The form as an empty table: its first line and nothing else.
                if route.pattern == "/past-sheets/template.csv", reply.status == 200 {
                    #expect(type == "text/csv" && reply.text.split(separator: "\r\n").count == 1, "\(path)")
                    continue
                }
                // Providers of further help, for whoever keeps them.
                if route.pattern == "/referrals/export", reply.status == 200 {
                    #expect(type == "text/csv" && !reply.text.contains("contact"), "\(path)")
                    continue
                }
                #expect(
                    [
                        nil, "text/html", "application/json", "application/problem+json", "text/css", "image/svg+xml",
                        // What an installed page consists of.
                        "text/javascript", "application/manifest+json",
                    ].contains(type.map { String($0) }), "\(path): \(reply)")
                guard role != "supporter", route.isForSomeRole else { continue }
                #expect(!reply.text.contains("\"contacts\""), "\(role) at \(path)")
            }
        }
    }

    /// Nobody can order a contact: what can be done to another's account is to keep it, with its place in the team, its training and its
    /// licence; and contacts are counted by their own supporter alone.
    @Test(.clause("SAC-I-1")) func nobodyCanOrderAContact() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        let interface = try Interface(
            try await supporter.read("/api/v1/agencies/sacramento-probation/openapi.json"))
        let onOthers = interface.addresses.values.filter { $0.method != "get" && $0.path.contains("{account}") }
        #expect(!onOthers.isEmpty)
        let kept = ["accounts/{account}", "memberships/{account}", "training/members/{account}", "consultants/"]
        for (_, path) in onOthers { #expect(kept.contains { path.hasPrefix("/api/v1/\($0)") }, "\(path)") }
        for (name, body) in interface.bodies {
            // Whom a supporter hands a request on to or asks for advice, which colleagues are asked in another's place, who stands on the call-out list, and to whom a
            // seeker lets something be passed on: none of them is somebody to be approached. Nor is who is seated in a committee, was at a
            // session, or has something of the programme's on loan.
            let isOfColleagues = [
                "handOff", "consult", "askFurther", "addOverride", "offerShift", "askToGetInTouch",
                "consentToDisclosure", "offerSeat", "openElection", "correctSessionList", "lendEquipment",
                // Who of the team was there, so that they are asked nothing; and who volunteered.
                "markIncidentInvolvement", "confirmForService",
            ]
            let people = body.properties.map(\.name).filter {
                ["account", "supporter", "member", "person", "assignee", "to", "for"].contains($0)
            }
            #expect(people.isEmpty || isOfColleagues.contains(name), "\(name): \(people)")
        }
        for role in town.roles where role != "supporter" {
            let client = try await town.signedIn(role)
            let walk = try await Walk.of(client, in: town)
            #expect(walk.forms.allSatisfy { !$0.action.contains("contact") }, "\(role)")
            for (page, call) in [("/contacts", "/api/v1/sheets/2026-03/contacts")] {
                let sent = try await client.post(page, ["kind": "contact", "month": "2026-03", "type": "phone"])
                #expect(sent.status == 404, "\(role)")
                let called = try await client.api(.post, call, Sacramento.contact("phone"))
                #expect(called.status == 404, "\(role)")
            }
        }
        #expect(try await supporter.read("/api/v1/sheets/2026-03")["contacts"] == [])
    }
}
