import Operations
import PolicyPacks
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// The handbook has every part of the policy, in sentences, for anybody who works there.
@Suite struct HandbookWholeTests {
    private func handbook(_ town: DemoTown) async throws -> Page {
        try await town.visitor().page("/agencies/\(town.agency.slug)/handbook")
    }

    /// What the pack has of joining, serving, leaving and deciding stands in it, by each agency's own rules.
    @Test(
        .clause("IACP-3.5"),
        arguments: ["iacp", "kern-sheriff", "orange-county-probation", "police-division", "sacramento-probation"])
    func everyPartOfThePolicyStandsInTheHandbook(pack: String) async throws {
        let town = try await DemoTown.on(pack)
        let policy = town.agency.policy
        let page = try await handbook(town)
        let contents = try #require(page.section("Contents")).items
        func has(_ chapter: String, _ parts: [String]) {
            let words = page.section(chapter)?.words ?? ""
            #expect(contents.contains(chapter), "\(chapter)")
            for part in parts { #expect(words.contains(part), "\(chapter): \(part)") }
        }
        has("How somebody joins the team", policy.selection.steps.map(\.title))
        has("What every member agrees to", policy.agreement.items.map { String($0.label.prefix(20)) })
        has("Being a member", policy.membership.removal.grounds.map { String($0.label.prefix(20)) })
        has("Training", policy.training.courses.map(\.title) + policy.training.topics.map(\.title))
        if !policy.governance.committees.isEmpty {
            has("Committees", policy.governance.committees.flatMap { [$0.title] + $0.seats.map(\.title) })
        }
        has("How support is given", policy.requests.handOff.reasons.map { String($0.label.dropFirst()) })
        has("Where we refer to", policy.referrals.categories.map(\.label))
        has("What is kept, and for how long", ["\(policy.retention.closedRequestDays.value.number) day"])
        has("Words", policy.terms.glossary.map(\.term) + ["Receipt", "Disclosure", "Our choice"])
        // Every chapter is reached from the contents.
        let targets = page.markup.matches(of: /<li><a href="#([a-z-]+)">/).map { String($0.1) }
        #expect(targets.count == contents.count)
        for target in targets { #expect(page.markup.contains("id=\"\(target)\""), "\(target)") }
    }

    /// Kern's way onto the team and off it, with whom it needs for each.
    @Test(.clause("KSO-H.9", "KSO-E.6")) func kernsHandbookSaysHowAMembershipEndsAndForWhat() async throws {
        let page = try await handbook(try await DemoTown.on("kern-sheriff"))
        let words = try #require(page.section("Being a member")).words
        #expect(words.contains("may end a membership, once the"))
        #expect(words.contains("may take somebody off the team at once, before the procedure"))
        let agrees = try #require(page.section("What every member agrees to")).words
        #expect(agrees.contains("Rule KSO-H.9"))
    }

    /// The directive's related procedures are listed.
    @Test(.clause("OCP-REF")) func theRelatedProceduresStandInTheHandbook() async throws {
        let page = try await handbook(try await DemoTown.on("orange-county-probation"))
        for procedure in ["(1-2-007)", "(1-4-003)", "(1-4-107)", "C-19"] {
            #expect(page.words.contains(procedure), "\(procedure)")
        }
        #expect(page.words.contains("Rule OCP-REF"))
    }
}
