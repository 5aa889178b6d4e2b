import HTML
import HTTPTypes
import Operations
import Program

/// Where a table is sent, looked at and taken over. The table stays in the page until then, and nothing of it is kept.
enum ReferralImportPage {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        let file = Array(visit.form.verbatim("table").utf8)
        let isSent =
            refused?.act == ReferralActs.takeOver.id && !file.isEmpty && file.count <= ReferralFileReader.mostBytes
        let preview = isSent ? try? await visit.programmes.preview(referrals: file, for: visit.staff).get() : nil
        var shell = Shells.staff(visit)
        shell.script = visit.site.tableScript
        let html = page(
            "Take a table over", in: shell,
            lead: "One line for each provider. What the table does not name stays as it is.",
            back: Crumb(ReferralKeepingPages.title, ReferralAddresses.keeping.link()), width: .wide,
            main: """
                \(preview.map { looked($0) })
                \(form(visit, preview, refused))
                \(section("Its columns", columns(visit.pack)))
                """)
        return .scriptedPage(html, status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func form(_ visit: StaffVisit, _ preview: ReferralTable?, _ refused: Refused?) -> HTML {
        guard let preview, preview.changes > 0 else {
            return ReferralActs.takeOver.form(visit, refused: refused, button: "Look at what it would do")
        }
        let filled = Filled(first: [ReferralTable.changesField: String(preview.changes)])
        return ReferralActs.takeOver.form(
            visit, filled: filled, refused: refused,
            button: "Take \(preview.changes) \(preview.changes == 1 ? "entry" : "entries") over")
    }

    private static func looked(_ table: ReferralTable) -> HTML {
        func row(_ word: String, _ entry: ReferralEntry) -> [HTML] {
            [HTML(text: word), HTML(text: entry.provider.name), HTML(text: entry.provider.category)]
        }
        let rows = table.added.map { row("New", $0) } + table.changed.map { row("Changed", $0) }
        return section(
            "What it would do", lead: "Nothing has been changed yet.",
            """
            <p>It adds \(table.added.count), changes \(table.changed.count), and says of \(table.same) what stands there already.</p>
            \(rows.isEmpty ? nil : dataTable("Entries", columns: ["", "Who", "Kind"], rows: rows, captioned: .unseen))
            """)
    }

    private static func columns(_ policy: PolicyPack) -> HTML {
        let rules = policy.referrals
        return prose(
            """
            <p>The first line names them: \(ReferralColumn.allCases.map(\.rawValue).joined(separator: ", ")). \
            Days are written like 2026-03-31; for_families and confidential are yes or no.</p>
            <p>category is one of: \(rules.categories.map(\.id).joined(separator: ", ")). \
            identified_by is one of: \(rules.identifiedBy.value.map(\.word).joined(separator: ", ")).</p>
            <p>The directory as a table has the same columns.</p>
            """)
    }
}
