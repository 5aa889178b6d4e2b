import PolicyPacks
import Program
import Testing

/// A pack that these tests expect to be right; its problems are the failure's message.
func loaded(_ result: Result<LoadedPack, PackProblems>) throws -> LoadedPack {
    try result.get()
}

/// The text of a bundled pack.
func text(of id: String) throws -> String { try #require(PackLibrary.bundledText(PackID(id))) }

/// Duties that no rule of an earlier release's packs cites.
let dutiesWithoutRule: Set = [
    "IACP-3.4b", "KSO-DEF-3", "KSO-H.9", "OCP-I.B.1", "OCP-I.C.3-0", "OCP-I.C.5.d-2", "OCP-II.E.2c", "OCP-II.G-5",
    "OCP-II.I.3b", "OCP-REF", "SAC-0", "SAC-II.D.1-0",
]

@Suite struct BundledPacks {
    @Test(arguments: PackLibrary.bundled) func loadsAndCitesEveryClause(id: PackID) throws {
        let loaded = try loaded(PackLibrary.load(id))
        #expect(loaded.pack.id == id)
        #expect(loaded.uncited.map(\.id.text) == [])
        #expect(loaded.parent == nil)
        #expect(loaded.differences == [])
    }

    @Test func registersEveryDutyOfTheFiveSources() throws {
        let counts = try PackLibrary.bundled.map { try loaded(PackLibrary.load($0)).pack.clauses.count }
        #expect(counts.reduce(0, +) == 287)
    }

    @Test(arguments: PackLibrary.bundled) func everyRoleAboveSupporterNeedsASecondFactor(id: PackID) throws {
        let pack = try loaded(PackLibrary.load(id)).pack
        for role in pack.roles where !role.powers.isSubset(of: [.keepStatSheet, .takeRequests]) {
            #expect(role.needsSecondFactor, "\(role.id)")
        }
    }

    @Test(arguments: PackLibrary.bundled) func whoOnlyReadsSummariesReadsNothingElseOfThePeople(id: PackID) throws {
        let pack = try loaded(PackLibrary.load(id)).pack
        for reader in pack.summary.readers {
            let powers = try #require(pack.role(reader)).powers
            let appoints = pack.roles.contains { $0.appointedBy == reader }
            let fitting: Set<Power> = [.readSummaries, .readConformance, .keepStatSheet]
            #expect(powers.isSubset(of: appoints ? fitting.union([.appointRoles]) : fitting), "\(reader)")
        }
    }

    @Test func theSheetOfOrangeCountyHasExactlyTheRowsOfItsSource() throws {
        let form = try loaded(PackLibrary.load(PackID("orange-county-probation"))).pack.contactForm
        let contact = try #require(form.kind("contact"))
        #expect(form.bearsSupporterName)
        #expect(contact.questions.map(\.id) == ["sex", "old-or-new", "approach", "issues", "minutes"])
        #expect(contact.questions[0].answer.options.map(\.code) == ["M", "F"])
        #expect(contact.questions[1].answer.options.map(\.code) == ["O", "N"])
        #expect(contact.questions[2].answer.options.map(\.code) == ["A", "NA"])
        #expect(
            contact.questions[3].answer.options.map(\.label) == [
                "Anxiety", "Organizational Stress", "Critical Incident", "Depression", "Family/Kids/Elders",
                "Marital/Relationship", "Medical/IOD", "Retirement", "Referrals", "Substance Abuse", "Other",
            ])
        #expect(contact.questions[4].answer == .amount(.minutes, 1...1440, required: true))
        #expect(form.kind("group-debrief")?.questions.map(\.id) == ["participants", "minutes"])
    }

    @Test func theFormOfTheGuidelinesNamesNobodyAndKeepsNoDay() throws {
        let form = try loaded(PackLibrary.load(PackID("iacp"))).pack.contactForm
        #expect(!form.bearsSupporterName)
        #expect(form.grain == .month)
        #expect(form.kind("contact")?.questions[1].answer.options.count == 8)
    }

    @Test func anUnknownPackIsSaidToBeUnknown() throws {
        #expect(PackLibrary.bundledText(PackID("../iacp")) == nil)
        guard case .failure(let problems) = PackLibrary.load(PackID("nowhere")) else {
            Issue.record("A pack that does not exist was loaded.")
            return
        }
        #expect(
            problems.problems.map(\.message) == [
                "There is no bundled pack of this name; there are: sacramento-probation, orange-county-probation, "
                    + "kern-sheriff, police-division, iacp."
            ])
    }
}
