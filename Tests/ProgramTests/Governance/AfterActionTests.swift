import Program
import Testing

@Suite struct AfterActionTests {
    private static let chaplain = RoleID("chaplain")
    private static let clinician = RoleID("clinical-supervisor")
    private static let rule = AfterActionRule(
        draftedBy: RoleID("coordinator"), signedOffBy: [chaplain, clinician], basis: .clauses([ClauseID("IACP-6.8")]))
    private static let names = NamesOfPeople(
        people: [.init(givenName: "Maria", familyName: "Alvarez", employeeNumber: "502001")], accounts: [])

    private static func form(_ change: (inout AfterActionForm) -> Void = { _ in }) -> AfterActionForm {
        var form = AfterActionForm()
        form.event = " River flood "
        form.happened = "2026-10"
        form.parts = [
            .did: "Were there.\r\nFor three days.", .worked: "Pairs.", .change: "Relief.", .resources: "none",
        ]
        form.figures = "2026-09"
        change(&form)
        return form
    }

    private static func check(_ form: AfterActionForm) throws -> Result<AfterActionContent, Refusal> {
        let today = try #require(Day("2026-11-20"))
        let published = ["2026-09", "2026-08"].compactMap { Month($0) }
        return rule.check(form, against: names, published: published, on: today)
    }

    @Test func whatWasTyped() throws {
        let content = try Self.check(Self.form()).get()
        #expect(content.event == "River flood")
        #expect(content.did == "Were there.\nFor three days.")
        #expect(content.figures == Month("2026-09"))
        #expect(try Self.check(AfterActionForm(content)).get() == content)
        #expect(try Self.check(Self.form { $0.figures = "" }).get().figures == nil)
    }

    private struct Wrong: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: [String]
        let change: @Sendable (inout AfterActionForm) -> Void
    }

    private static let wrongs = [
        Wrong(testDescription: "nothing", fields: ["event", "happened", "did", "worked", "change", "resources"]) {
            $0 = AfterActionForm()
        },
        Wrong(testDescription: "a name", fields: ["worked"]) { $0.parts[.worked] = "Deputy Alvarez" },
        Wrong(testDescription: "a number", fields: ["resources"]) { $0.parts[.resources] = "relief of 502001" },
        Wrong(testDescription: "an event named for somebody", fields: ["event"]) { $0.event = "Alvarez shooting" },
        Wrong(testDescription: "an event of two lines", fields: ["event"]) { $0.event = "a\nb" },
        Wrong(testDescription: "too much", fields: ["did"]) { $0.parts[.did] = String(repeating: "a", count: 1501) },
        Wrong(testDescription: "control characters", fields: ["change"]) { $0.parts[.change] = "a\u{1B}[2J" },
        Wrong(testDescription: "an hour", fields: ["happened"]) { $0.happened = "2026-10-03 14:00" },
        Wrong(testDescription: "what is to come", fields: ["happened"]) { $0.happened = "2026-11-20/2026-11-21" },
        Wrong(testDescription: "figures not published", fields: ["figures"]) { $0.figures = "2026-10" },
        Wrong(testDescription: "no month", fields: ["figures"]) { $0.figures = "all" },
    ]

    /// Every field that is wrong is named, with the clause.
    @Test(arguments: wrongs) private func refused(wrong: Wrong) throws {
        guard case .failure(let refusal) = try Self.check(Self.form(wrong.change)) else {
            Issue.record("taken")
            return
        }
        #expect(refusal.problems.map(\.field) == wrong.fields)
        #expect(refusal.problems.allSatisfy { $0.clauses == [ClauseID("IACP-6.8")] })
    }

    @Test(
        arguments: [
            ("2026-10", "2026-10", false), ("2026-11", "2026-11", false), ("2026-12", "2026-12", true),
            ("2026-11-20", "2026-11-20", false), ("2026-11-21", "2026-11-21", true),
            ("2026-11-18/2026-11-20", "2026-11-18/2026-11-20", false),
            ("2026-11-18/2026-11-18", "2026-11-18", false), ("2026-11-19/2026-11-21", "2026-11-19/2026-11-21", true),
            ("2026-11-20/2026-11-18", nil, false), ("2026-11-18/", nil, false), ("/", nil, false), ("", nil, false),
            ("2026-02-30", nil, false), ("2026-10/2026-11", nil, false),
            ("2026-11-18/2026-11-19/2026-11-20", nil, false),
        ] as [(String, String?, Bool)])
    func times(text: String, read: String?, ahead: Bool) throws {
        let time = EventTime(text)
        #expect(time?.text == read)
        #expect(try time?.isAhead(of: #require(Day("2026-11-20"))) ?? false == ahead)
    }

    private static func input(_ status: AfterActionInput.Status, version: Int = 2) throws -> AfterActionInput {
        AfterActionInput(
            id: "i", content: try check(form()).get(), version: version, writers: ["writer"], status: status)
    }

    private static func signed(_ roles: RoleID...) throws -> [AfterActionInput.SignOff] {
        let day = try #require(Day("2026-11-19"))
        return roles.map { AfterActionInput.SignOff(role: $0, by: "the \($0.text)", on: day) }
    }

    private static func signing(
        _ input: AfterActionInput, by account: String = "x", holding roles: [RoleID],
        _ persons: SamePerson = SamePerson()
    ) -> Result<RoleID, Refusal> {
        rule.signingOff(input, version: 2, by: account, holding: roles, persons)
    }

    /// Who wrote, who signed for the chaplain, who would sign for the clinical supervisor; whether they may.
    @Test(
        arguments: [
            ("writer", "chaplain", "clinician", true), ("writer", "chaplain", "chaplain", false),
            // The same person by a second account.
            ("writer", "chaplain", "chaplain's other", false), ("writer", "chaplain", "writer", false),
            ("writer", "chaplain", "writer's other", false),
        ])
    func onePersonSignsOnceAndNotWhatTheyWrote(
        _ writer: String, _ signed: String, _ signer: String, _ may: Bool
    ) throws {
        let persons = SamePerson([
            "writer": "1", "writer's other": "1", "chaplain": "2", "chaplain's other": "2", "clinician": "3",
        ])
        let day = try #require(Day("2026-11-19"))
        let signOff = AfterActionInput.SignOff(role: Self.chaplain, by: signed, on: day)
        let input = try Self.input(.draft([signOff]))
        let signing = Self.signing(input, by: signer, holding: [Self.chaplain, Self.clinician], persons)
        #expect((try? signing.get()) == (may ? Self.clinician : nil))
        #expect(Self.rule.isWaiting(input, for: signer, holding: [Self.clinician], persons) == may)
        // What was signed twice before this rule is not made final.
        let both = try Self.input(
            .draft([signOff, AfterActionInput.SignOff(role: Self.clinician, by: signer, on: day)]))
        let finished = Self.rule.mayFinish(both, version: 2, holding: [Self.rule.draftedBy], persons) { $0.text }
        #expect((finished == nil) == may)
    }

    @Test func aDraftIsSignedOffByEachRoleThenFinal() throws {
        let rule = Self.rule
        let draft = try Self.input(.draft([]))
        #expect(rule.awaited(for: draft) == [Self.chaplain, Self.clinician])
        #expect(try Self.signing(draft, holding: [Self.clinician]).get() == Self.clinician)
        // One person signs for one office, whatever they hold.
        #expect(try Self.signing(draft, holding: [Self.clinician, Self.chaplain]).get() == Self.chaplain)
        let half = try Self.input(.draft(Self.signed(Self.chaplain)))
        #expect(rule.awaited(for: half) == [Self.clinician])
        #expect(throws: Refusal.self) { try Self.signing(half, holding: [Self.chaplain]).get() }
        let refused = rule.mayFinish(half, version: 2, holding: [rule.draftedBy], SamePerson()) { $0.text }
        #expect(refused?.problems.first?.message == "It waits for the sign-off of: clinical-supervisor.")
        #expect(refused?.problems.first?.clauses == [ClauseID("IACP-6.8")])
        let whole = try Self.input(.draft(Self.signed(Self.chaplain, Self.clinician)))
        #expect(rule.mayFinish(whole, version: 2, holding: [rule.draftedBy], SamePerson()) { $0.text } == nil)
        #expect(rule.mayChange(whole, version: 2, holding: [rule.draftedBy]) == nil)
    }

    /// Each step belongs to the roles that the pack names for it.
    @Test(arguments: ["coordinator", "chaplain", "clinical-supervisor", "supporter", ""])
    func whoseStepItIs(_ role: String) throws {
        let (rule, roles) = (Self.rule, role.isEmpty ? [] : [RoleID(role)])
        let (drafts, signs) = (role == "coordinator", role == "chaplain" || role == "clinical-supervisor")
        let draft = try Self.input(.draft([]))
        let whole = try Self.input(.draft(Self.signed(Self.chaplain, Self.clinician)))
        #expect((rule.mayDraft(holding: roles) == nil) == drafts)
        #expect((rule.mayChange(draft, version: 2, holding: roles) == nil) == drafts)
        #expect((rule.mayFinish(whole, version: 2, holding: roles, SamePerson()) { $0.text } == nil) == drafts)
        #expect((try? Self.signing(draft, holding: roles).get()) == (signs ? roles.first : nil))
    }

    /// A draft waits for whoever has not signed it; once everybody has, for whoever drafts, and for nobody once it is final.
    @Test func forWhomItWaits() throws {
        let (rule, day) = (Self.rule, try #require(Day("2026-11-20")))
        let all = try Self.signed(Self.chaplain, Self.clinician)
        let rows: [(AfterActionInput.Status, [RoleID])] = [
            (.draft([]), [Self.chaplain, Self.clinician]), (.draft(try Self.signed(Self.chaplain)), [Self.clinician]),
            (.draft(all), [rule.draftedBy]), (.final(all, on: day), []),
        ]
        for (status, awaited) in rows {
            for role in [Self.chaplain, Self.clinician, rule.draftedBy, RoleID("supporter")] {
                let input = try Self.input(status)
                #expect(
                    rule.isWaiting(input, for: "x", holding: [role], SamePerson()) == awaited.contains(role),
                    "\(role.text) \(status)")
            }
        }
    }

    /// Nobody signs, changes or finishes what they have not read, nor what is final.
    @Test func whatIsNotAsSeen() throws {
        let rule = Self.rule
        let all = try Self.signed(Self.chaplain, Self.clinician)
        let day = try #require(Day("2026-11-20"))
        for input in [try Self.input(.draft([]), version: 3), try Self.input(.final(all, on: day))] {
            #expect(rule.mayChange(input, version: 2, holding: [rule.draftedBy]) != nil)
            #expect(throws: Refusal.self) { try Self.signing(input, holding: [Self.chaplain]).get() }
            #expect(rule.mayFinish(input, version: 2, holding: [rule.draftedBy], SamePerson()) { $0.text } != nil)
        }
        #expect(rule.awaited(for: try Self.input(.final(all, on: day))).isEmpty)
    }
}
