import Operations
import PolicyPacks
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// What people on the team read: the handbook and the agreement, made from the agency's pack.
@Suite struct HandbookTests {
    /// What a page says under a heading, with the clause it comes from.
    struct Saying: Sendable, CustomTestStringConvertible {
        let page: String
        let section: String
        let words: String

        init(_ page: String, _ section: String, _ words: String) {
            self.page = page
            self.section = section
            self.words = words
        }

        var testDescription: String { "\(page), \(section): \(words)" }
    }

    private func expect(_ sayings: [Saying], under pack: String) async throws {
        let town = try await DemoTown.on(pack)
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.page("/home").links.contains("/handbook"))
        #expect(try await supporter.page("/handbook").links.contains("/agreement"))
        for saying in sayings {
            let section = try #require(try await supporter.page(saying.page).section(saying.section), "\(saying)")
            #expect(section.words.contains(saying.words), "\(saying): \(section.words)")
        }
        // What stands in somebody's own navigation is for the programme's own people.
        for page in ["/handbook", "/agreement"] {
            let nobody = try await town.visitor().get(page)
            #expect(nobody.status == 303 && nobody.body.isEmpty)
        }
    }

    @Test(.clause("SAC-VI.D")) func sacramentosRoleGivesNoRightToWithholdWhatIsKnownOtherwise() async throws {
        try await expect(
            [
                Saying(
                    "/agreement", "I agree",
                    "What I know about an exception from somewhere else I may not hold back because I am a Peer Supporter. "
                        + "Rule SAC-VI.D"),
                Saying(
                    "/handbook", "Your part as a Peer Supporter",
                    "Being a Peer Supporter gives no right to hold back what falls under an exception and is known to you "
                        + "from somewhere else. Rule SAC-VI.D"),
            ], under: "sacramento-probation")
    }

    @Test(.clause("KSO-H.1", "KSO-G.4")) func kernsAgreementNamesTheLawAndTheHandbookItsIncidents()
        async throws
    {
        try await expect(
            [
                Saying(
                    "/agreement", "I agree",
                    "Government Code 8669.4 and 8669.7 govern confidential communications with a peer. Rule KSO-H.1"),
                Saying(
                    "/agreement", "If confidence is broken",
                    "Releasing a confidential communication through carelessness can lead to discipline."),
                Saying("/agreement", "If confidence is broken", "Rule KSO-H.1 Rule KSO-H.9.a"),
                Saying(
                    "/handbook", "Your part as a PST Member",
                    "Releasing what you were told, even through carelessness, can lead to discipline. Rule KSO-H.1"),
                Saying(
                    "/handbook", "Critical incidents",
                    "Officer-involved shooting Rule KSO-G.4 Death or serious injury in the line of duty Rule KSO-G.4 "
                        + "A call or event at work that disturbs or weighs heavily Rule KSO-G.4"),
            ], under: "kern-sheriff")
    }

    @Test(.clause("KSO-H.9", "KSO-E.3-4", "KSO-E.6")) func kernsMembersAreSensitiveSilentAndWithoutJudgement()
        async throws
    {
        try await expect(
            [
                Saying(
                    "/agreement", "I agree",
                    "I do not talk openly with other employees about my peers or about what I do for them. Rule KSO-H.9"
                ),
                Saying(
                    "/handbook", "Your part as a PST Member",
                    "Do not talk openly with other employees about whom you support, or about what is said. Rule KSO-H.9"
                ),
                Saying(
                    "/agreement", "I agree",
                    "I am attentive to what my peers feel and need, and give my time when they ask. Rule KSO-E.3-4"),
                Saying(
                    "/agreement", "I agree",
                    "I meet everyone without judgement, whatever their race, religion, gender, orientation or culture. "
                        + "Rule KSO-E.6"),
                Saying(
                    "/agencies/kern-sheriff", "What this is", "Whoever you are, you will be met without judgement."),
            ], under: "kern-sheriff")
    }

    @Test(.clause("OCP-I.B.1")) func orangeCountySupportsDuringACrisisAndAfterIt() async throws {
        try await expect(
            [
                Saying(
                    "/handbook", "Who does what",
                    "PST Member Give emotional support during and after a personal or professional crisis Rule OCP-I.B.1"
                )
            ], under: "orange-county-probation")
        let town = try await DemoTown.on("orange-county-probation")
        let front = try await town.visitor().page("/agencies/orange-county-probation").words
        #expect(
            front.contains(
                "Somebody is there for you, listens and stands by you, during a personal or professional crisis and "
                    + "after it."))
    }

    @Test(.clause("PD-POL-3", "PD-E.3")) func thePoliceDivisionsMembersKeepEveryDutyOfTheDivision() async throws {
        try await expect(
            [
                Saying(
                    "/agreement", "I agree",
                    "What the division may expect of me as one of its people does not change. Rule PD-POL-3"),
                Saying(
                    "/handbook", "Your part as a Peer Support Team Member",
                    "takes nothing away from what the division may expect of you as one of its people. Rule PD-POL-3"),
                Saying("/handbook", "Your part as a Peer Support Team Member", "Be sincere."),
                Saying(
                    "/agencies/police-division/supervisors", "When you are worried about somebody",
                    "They are asked once, discreetly, and it is theirs to say yes or no."),
            ], under: "police-division")
    }

    /// What follows a breach is named before anybody is of the team. It is signed under these words.
    @Test(.clause("IACP-6.7")) func theGuidelinesNameWhatFollowsABreachAndItIsSignedWithTheAgreement() async throws {
        try await expect(
            [
                Saying(
                    "/agreement", "I agree", "confidential, within the exceptions below. Rule IACP-4.5 Rule IACP-6.7"),
                Saying(
                    "/agreement", "If confidence is broken",
                    "Whoever breaks confidence may be deselected from the team and answers for it under the agency's "
                        + "rules. Rule IACP-6.7"),
                Saying(
                    "/agreement", "When confidence ends",
                    "“You are a threat to yourself.” Told: the Team Clinical Supervisor, at once."),
                Saying("/agreement", "A pause", "You are not asked why. Do it whenever your own life needs you."),
                Saying("/agreement", "How a membership ends", "Breach of confidentiality Rule IACP-4.3"),
                Saying(
                    "/agreement", "When these words change",
                    "A new version is signed again within 30 days. This is version 1."),
            ], under: "iacp")
        let town = try await DemoTown.on("iacp")
        let duties = try await town.signedIn("coordinator").read("/api/v1/policy")["clauses"]?.array ?? []
        let duty = try #require(duties.first { $0["id"] == "IACP-6.7" })
        #expect(duty["state"] == "carried-out")
        // It is signed on the page that says it, with nothing but the own name under these very words.
        let page = try await town.signedIn("supporter").page("/agreement")
        let form = try #require(page.forms.first { $0.action == "/agreement/signature" })
        #expect(form.names == ["name", "text"])
    }

    @Test(.clause("IACP-7.1")) func theGuidelinesNameWhatMustBeKnown() async throws {
        try await expect(
            [
                Saying(
                    "/handbook", "Training",
                    "What every member knows Recommended Rule IACP-6.4 Privilege Confidentiality Privacy"),
                Saying(
                    "/handbook", "Training",
                    "Complex relationships Required Rule IACP-7.1 Religious, sexual and financial entanglements"),
                Saying("/handbook", "Training", "Training topics Recommended Rule IACP-8.3"),
            ], under: "iacp")
    }

    /// An agency says in its pack when support is compensated, how, and for which duties; the handbook says it to everybody beforehand.
    @Test(.clause("IACP-3.7.1")) func whatIsCompensatedStandsInTheHandbook() async throws {
        let own = try BundledPacks.own(
            """
            id: springfield
            version: "1"
            extends: iacp-demonstration
            agency: {title: Springfield Police}
            duty-time:
              keeping: {value: hours-with-pay, basis: &ours {chosen: "Settled with the association."}}
              on-duty: {typical: {value: true, basis: *ours}, pay-code: hours worked, basis: *ours}
              off-duty:
                approved-by: coordinator
                approval: before
                basis: *ours
                options: {value: [overtime, compensatory-time-off], basis: *ours}
            """)
        let paid = [
            "Support on duty is paid as hours worked.",
            "Support off duty is compensated where the Peer Support Program Coordinator approves it, beforehand.",
            "It is compensated by overtime or compensatory time off, as you choose.",
        ]
        for (town, isPaid) in [(try await DemoTown.on("iacp"), false), (try await DemoTown.start(on: [own]), true)] {
            let page = try await town.visitor().page("/agencies/\(town.agency.slug)/handbook")
            let words = try #require(page.section("Compensation")).words
            for sentence in paid { #expect(words.contains(sentence) == isPaid, "\(sentence): \(words)") }
            #expect(words.contains("This policy grants no pay for support.") == !isPaid)
            #expect(words.contains("Being on a call-out list is not paid."))
            #expect(
                page.section("Your part as a Peer Support Person")?.words.contains(
                    "The agency says in its policy when and how support is compensated, and for which duties. "
                        + "Rule IACP-3.7.1") == true)
        }
    }

    /// Whoever works for the agency comes to it from the front page, without an account and without a script, and reads there
    /// what the programme's own people read.
    @Test(.clause("IACP-3.5")) func theHandbookIsForAllPersonnelAndSaysItsVersion() async throws {
        let town = try await DemoTown.on("iacp")
        let anybody = town.visitor()
        #expect(try await anybody.page("/agencies/iacp").links.contains("/agencies/iacp/handbook"))
        let open = try await anybody.page("/agencies/iacp/handbook")
        let own = try await town.signedIn("supporter").page("/handbook")
        for title in ["What stays in confidence", "When confidence ends", "Training", "Who does what", "Words"] {
            let section = try #require(open.section(title), "\(title)")
            #expect(section.words == own.section(title)?.words)
        }
        #expect(open.facts["Pack"] == "\(town.agency.policy.id.text) , version 1")
        #expect(open.facts["Content hash"]?.replacing(" ", with: "") == town.agency.agency.pack.hash)
        #expect(!open.links.contains("/agreement") && open.forms.isEmpty)
        for role in town.roles {
            let reader = try await town.signedIn(role)
            #expect(try await reader.page("/home").links.contains("/handbook"), "\(role)")
            let page = try await reader.page("/handbook")
            #expect(page.facts["Made from"] == town.agency.policy.source.title, "\(role)")
            #expect(page.facts["Pack"] == "\(town.agency.policy.id.text) , version 1", "\(role)")
        }
    }

    /// What an agency says in the agreement and no item says already stands there too.
    @Test func theAgreementSaysEachThingOnce() async throws {
        let own = try BundledPacks.own(
            """
            id: springfield
            version: "1"
            extends: iacp-demonstration
            statements:
              - {id: extra, text: Bring your own coffee., to: supporters, places: [agreement], basis: [IACP-8.2]}
              - {id: again, text: Keep it to yourself., to: supporters, places: [agreement], basis: [IACP-6.7]}
            """)
        let town = try await DemoTown.start(on: [own])
        let words = try await town.signedIn("supporter").page("/agreement").words
        #expect(words.contains("Bring your own coffee. Rule IACP-8.2"))
        #expect(!words.contains("Keep it to yourself."))
    }
}
