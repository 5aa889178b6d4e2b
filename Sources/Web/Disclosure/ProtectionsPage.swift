import HTML
import Operations
import Program

/// What supporters are protected from, and where that ends: one card, to read on a phone or to print.
enum ProtectionsPage {
    static func card(_ card: ProtectionsCard, _ visit: StaffVisit) -> HTML {
        let pack = visit.pack
        let limits = card.notWhere.map { item -> HTML in
            "<li>\(item.label) \(item.basis.notes)</li>"
        }
        return page(
            "Your protections", in: Shells.staff(visit),
            lead: "What nobody may ask of a \(pack.terms.supporter). To print, use your browser's print.",
            main: slip(
                "\(pack.terms.programme), \(visit.staff.agency.name)",
                prose(
                    """
                    <ul>\(card.protections.map { "<li>\($0.label)</li>" as HTML })</ul>
                    <p>\(card.basis.notes)</p>
                    \(limits.isEmpty ? nil : "<h3>They do not apply where</h3><ul>\(limits)</ul>")
                    """)))
    }
}
