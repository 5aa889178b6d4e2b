import HTML
import Operations
import Program

/// What the library has for those who come to a meeting after an incident. The pages are open to everybody, families too, and nothing is
/// kept of who reads.
struct MeetingHandouts {
    private let entries: [LibraryEntry]
    private let slug: PathID

    /// A debriefing of the team is for those who helped.
    init(after rule: MeetingRule, _ visit: StaffVisit) async throws {
        let kinds: [LibraryKind] =
            rule.isOfTheTeam ? [.helpers, .sleep, .reactions] : [.reactions, .sleep, .alcohol, .families]
        entries = try await visit.programmes.library(of: visit.agency)
            .filter { kinds.contains($0.kind) }.sorted { $0.comesBefore($1) }
        slug = PathID(visit.agency.slug)
    }

    private var list: HTML {
        "<ul>\(entries.map { "<li><a\(href: LibraryAddresses.openEntry.link(slug, PathID($0.id)))>\($0.title)</a></li>" as HTML })</ul>"
    }

    /// For whoever holds it: to print and to hand out.
    var toHandOut: HTML? {
        entries.isEmpty
            ? nil : section("To hand out", lead: "Each can be printed alone. Nothing is kept of who takes one.", list)
    }

    /// For those who are invited.
    var toRead: HTML? { entries.isEmpty ? nil : "<p>If you would like to read something:</p>\(list)" }
}
