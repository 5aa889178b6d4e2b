import Foundation
import PolicyPacks
import Program
import ReleasedPacks
import Testing

/// Packs as they were put in force by earlier releases, and by later ones.
@Suite struct ArchivedPacks {
    private static let released = (try? ReleasedPack.all()) ?? []

    private func archived(_ text: String) -> Result<LoadedPack, PackProblems> {
        PackLibrary.archived(text, hash: PackLibrary.hash(of: text))
    }

    /// Nothing that it says is passed over, nothing needs an allowance, and its duties are cited as they were.
    @Test(arguments: released) func everyReleasedPackIsStillRead(_ released: ReleasedPack) throws {
        let read = try loaded(PackLibrary.archived(released.text, hash: released.hash))
        #expect(read.pack.id.text == released.id)
        #expect(read.text == released.text)
        #expect(read.allowances.map(\.description) == [])
        #expect(read.pack.format == .current)
        #expect(!read.pack.roles(with: .keepStatSheet).isEmpty)
        #expect(!read.pack.contactForm.kinds.isEmpty)
        #expect(!read.pack.escalation.steps.isEmpty)
        // An after-action input that nobody was named to write is no rule.
        #expect(Set(read.uncited.map(\.id.text)).subtracting(dutiesWithoutRule.union(["IACP-6.8"])) == [])
        #expect(read.pack.clauses.count > 30)
    }

    @Test func allPacksOfTheBeginningAreKept() {
        #expect(Set(Self.released.map(\.id)) == Set(PackLibrary.bundled.map(\.text)))
        #expect(Self.released.count >= 35)
    }

    /// A pack that goes out with this release has to be read by every one after it.
    @Test(arguments: PackLibrary.bundled) func thePacksOfTodayAreAmongThem(id: PackID) throws {
        let today = try loaded(PackLibrary.load(id))
        if ProcessInfo.processInfo.environment["PEERSUPPORT_WRITE_DOCS"] != nil {
            try ReleasedPack.add(today.text, id: id.text, hash: today.hash) {
                String(PackLibrary.hash(of: $0).prefix(16))
            }
        }
        let kept = Self.released.contains { $0.hash == today.hash && $0.text == today.text }
        #expect(kept, "PEERSUPPORT_WRITE_DOCS=1 swift test --filter ArchivedPacks adds \(id)")
    }

    @Test func whatItsFormatDidNotKnowIsSilent() throws {
        let old = try #require(
            Self.released.first { $0.id == "sacramento-probation" && !$0.text.contains("\"format\"") })
        let pack = try loaded(PackLibrary.archived(old.text, hash: old.hash)).pack
        #expect(pack.confidentiality.exceptions.flatMap(\.recipients).allSatisfy { !$0.designeeAllowed })
        #expect(pack.training.topics.map(\.strength) == [.recommended])
    }

    /// The same is refused in a pack that is written today.
    @Test func anOlderFormatIsNotPutInForce() throws {
        let silent = try text(of: "kern-sheriff").replacing("format: 3\n", with: "")
        #expect(try problems(of: silent).map(\.message) == ["The rule 'format' is missing."])
        let first = try text(of: "kern-sheriff").replacing("format: 3\n", with: "format: 1\n")
        #expect(
            try problems(of: first).map(\.message) == [
                "Packs are written in format 3 now; this is 1. docs/packs.md tells what to change."
            ])
    }

    @Test func whatANewerFormatKnowsIsPassedOver() throws {
        let today = try loaded(PackLibrary.load(PackID("kern-sheriff")))
        let newer = today.text.replacing("\"format\": 3", with: "\"format\": 4,\n \"oaths\": [1, 2]")
            .replacing("\"threshold\": {", with: "\"threshold\": {\n  \"shade\": \"grey\",")
        let read = try loaded(archived(newer))
        #expect(Set(read.allowances.map(\.path)) == ["oaths", "threshold.shade", "format"])
        #expect(read.pack.format == PackFormat(4))
        #expect(read.pack.threshold == today.pack.threshold)
        #expect(read.text == newer)
    }

    /// What cannot be understood is no pack, and every reason is told.
    @Test func whatCannotBeUnderstoodIsRefused() throws {
        let today = try loaded(PackLibrary.load(PackID("kern-sheriff"))).text
        let spoilt = today.replacing("\"threshold\": {", with: "\"thresholds\": {")
            .replacing(/"grain": "[a-z]+"/, with: "\"grain\": \"hour\"")
        guard case .failure(let problems) = archived(spoilt) else {
            Issue.record("It was read.")
            return
        }
        #expect(Set(problems.problems.map(\.path)) == ["threshold", "contact-form.grain"])
        for text in ["", "[", "{}", "{\"format\": 0}"] {
            if case .success = archived(text) { Issue.record("'\(text)' was read.") }
        }
    }

    @Test func anotherTextThanWasArchivedIsRefused() throws {
        let today = try loaded(PackLibrary.load(PackID("iacp")))
        guard case .failure(let problems) = PackLibrary.archived(today.text + " ", hash: today.hash) else {
            Issue.record("It was read.")
            return
        }
        #expect(problems.problems.map(\.message) == ["This is not the text that was archived."])
    }
}
