import PolicyPacks
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// The guidelines are no rigid protocol: what an agency has otherwise is in its own pack, and is listed.
@Suite struct GuidelinesPackTests {
    /// One rule of the guidelines as an agency has it.
    struct Change: CustomTestStringConvertible {
        let path: String
        let guidelines: String
        /// Nothing where the agency drops it.
        let own: String?
        let yaml: String
        var testDescription: String { "\(path): \(own ?? "dropped")" }

        init(_ path: String, _ guidelines: String, _ own: String?, _ yaml: String) {
            (self.path, self.guidelines, self.own, self.yaml) = (path, guidelines, own, yaml)
        }
    }

    /// In every part of the pack something tightened, loosened or dropped.
    static let changes = [
        Change(
            "scope.community.value", "refused", "critical-incidents", "scope: {community: {value: critical-incidents}}"),
        Change(
            "roles[coordinator].holders", "one", "several",
            "roles: [{id: coordinator, holders: several, basis: {chosen: Our own.}}]"),
        Change("roles[chaplain].holders", "several", "one", "roles: [{id: chaplain, holders: one}]"),
        Change(
            "governance.consultants[clinical-oversight].strength", "recommended", "required",
            "governance: {consultants: [{id: clinical-oversight, strength: required}]}"),
        Change(
            "selection.steps[interview].strength", "recommended", "required",
            "selection: {steps: [{id: interview, strength: required}]}"),
        Change(
            "agreement.sign-again-within-days.value", "30", "14",
            "agreement: {sign-again-within-days: {value: 14}}"),
        Change(
            "membership.inactivity.by-own-notice.encouraged", "true", "false",
            "membership: {inactivity: {by-own-notice: {encouraged: false}}}"),
        Change(
            "training.recurring[update].amount", "4", "8",
            "training: {recurring: [{id: update, amount: 8, basis: {chosen: Our own.}}]}"),
        Change(
            "training.recurring[update].amount", "4", "2",
            "training: {recurring: [{id: update, amount: 2, basis: {chosen: Our own.}}]}"),
        Change("team.forecast.months-ahead", "24", "12", "team: {forecast: {months-ahead: 12}}"),
        Change(
            "team.regional-team",
            """
            {joint-sessions: true, sealed-messages: true, messages-kept-days: 30, basis: {clauses: [IACP-3.9.2-2], chosen: \
            {messages-kept-days: The guidelines ask for confidential communication and set no time; a month is enough to answer, and \
            then nothing is left.}}}
            """,
            nil, "team: {regional-team: {remove: true}}"),
        Change("availability.gap-warning-days.value", "14", "30", "availability: {gap-warning-days: {value: 30}}"),
        Change("requests.many-contacts.value", "6", "10", "requests: {many-contacts: {value: 10}}"),
        Change(
            "escalation.steps[members].wait-minutes", "30", "10",
            "escalation: {steps: [{id: members, wait-minutes: 10}]}"),
        Change("stat-sheet.due-day", "10", "5", "stat-sheet: {due-day: 5}"),
        Change("summary.due-day", "20", "28", "summary: {due-day: 28}"),
        Change("threshold.smallest-count", "11", "20", "threshold: {smallest-count: 20}"),
        Change("threshold.smallest-count", "11", "5", "threshold: {smallest-count: 5}"),
    ]

    private static func pack(_ change: String, extending parent: String = "iacp") -> String {
        """
        id: springfield
        version: "1"
        extends: \(parent)
        agency: {title: Springfield Police}
        \(change)
        """
    }

    @Test(.clause("IACP-1.2"), arguments: changes) func anAgencyHasARuleOtherwiseAndBothValuesAreListed(
        _ change: Change
    ) throws {
        let loaded = try PackLibrary.load(Self.pack(change.yaml), file: "springfield.yaml").get()
        let difference = try #require(loaded.differences.first { $0.path == change.path })
        #expect(difference.parent == change.guidelines)
        #expect(difference.own == change.own)
        #expect(
            PackReport(loaded).text.contains(
                "  \(change.path)\n    iacp: \(change.guidelines)\n    springfield: \(change.own ?? "taken out")\n"))
        // What it says of itself, and that change with its reason, are all that differs.
        let others = Set(loaded.differences.map(\.path).filter { !$0.contains(".basis") }).subtracting([
            "id", "version", "agency.title", change.path,
        ])
        #expect(others == [])
    }

    /// A rule that a policy cannot be without, left out.
    static let unclear = [
        Gap(
            "confidentiality: {levels: [{level: privacy, grant: by-the-agency, text: Yours alone., basis: [IACP-2.2]}]}",
            "confidentiality.levels",
            "The policy does not say how far confidentiality goes; give that level (IACP-6.1)."),
        Gap(
            """
            confidentiality:
              exceptions:
                - {id: self, force: permissive}
                - {id: others, force: permissive}
                - {id: child-abuse, force: permissive}
                - {id: adult-abuse, force: permissive}
            """,
            "confidentiality.exceptions",
            "The policy does not say what must be reported; give a mandatory exception (IACP-6.1)."),
        Gap(
            "requests: {exclusions: [], chain-of-command: {remove: true}}", "requests.exclusions",
            "The policy does not say how role conflicts are avoided; give an exclusion or a rule on the chain of command "
                + "(IACP-6.1)."),
    ]

    struct Gap: CustomTestStringConvertible {
        let yaml: String
        let path: String
        let message: String
        var testDescription: String { path }

        init(_ yaml: String, _ path: String, _ message: String) {
            (self.yaml, self.path, self.message) = (yaml, path, message)
        }
    }

    @Test(.clause("IACP-6.1"), arguments: unclear) func aPolicyThatLeavesOneOfTheThreeOutIsToldWhich(_ gap: Gap) throws
    {
        guard case .failure(let problems) = PackLibrary.load(Self.pack(gap.yaml), file: "springfield.yaml") else {
            Issue.record("A pack that is not clear was taken.")
            return
        }
        #expect(problems.problems.map(\.path) == [gap.path])
        #expect(problems.problems.map(\.message) == [gap.message])
    }

    /// With one of the two that keep roles apart, the third is there.
    @Test(
        .clause("IACP-6.1"),
        arguments: ["requests: {exclusions: []}", "requests: {chain-of-command: {remove: true}}"])
    func oneRuleThatKeepsRolesApartIsEnough(yaml: String) throws {
        #expect(try PackLibrary.load(Self.pack(yaml), file: "springfield.yaml").get().pack.id == PackID("springfield"))
    }

    /// The agency's own value is the one that counts.
    @Test(.clause("IACP-1.2")) func theAgencysOwnRuleIsInForce() async throws {
        let own = try BundledPacks.own(
            Self.pack("stat-sheet: {due-day: 5}\nthreshold: {smallest-count: 20}", extending: "iacp-demonstration"))
        let town = try await DemoTown.start(on: [own])
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.page("/sheets/2026-02").words.contains("Due by 5 March 2026"))
        let contact: JSON = ["kind": "contact", "who": "employee", "service": "hospital"]
        // Enough for the guidelines' eleven, and not for the agency's own twenty.
        for one in try await town.threeSupporters() {
            try await one.count(contact, times: 8, in: "2026-02")
            try await one.submit("2026-02")
        }
        #expect(try await supporter.read("/api/v1/sheets/2026-02")["submission"]?["late"] == true)
        try await town.signedIn("coordinator").publish("2026-02")
        let manager = try await town.signedIn("management")
        let summary = try await manager.read("/api/v1/figures/summary/2026-02")
        #expect(summary["waits"] == true && summary["tables"] == [])
    }
}
