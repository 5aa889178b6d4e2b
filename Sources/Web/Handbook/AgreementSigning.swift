import HTML
import Operations
import Program

/// Signing the agreement, and what changed since the last signature.
enum AgreementSigning {
    /// What is different from what was signed before, in sentences.
    static func changes(_ changes: AgreementChanges) -> HTML? {
        guard !changes.added.isEmpty || !changes.removed.isEmpty else { return nil }
        func list(_ title: String, _ sentences: [String]) -> HTML? {
            sentences.isEmpty ? nil : "<h3>\(title)</h3><ul>\(sentences.map { "<li>\($0)</li>" as HTML })</ul>"
        }
        return section(
            "What has changed since you signed",
            prose("\(list("New", changes.added))\(list("No longer there", changes.removed))"))
    }

    static func part(_ own: OwnAgreement, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        if let signature = own.signature {
            return section(
                "Signed",
                facts([
                    ("Name", HTML(text: signature.name)),
                    ("When", HTML(text: visit.staff.agency.moment(signature.at))),
                    ("Text", HTML(text: String(signature.text.prefix(12)))),
                ]))
        }
        guard own.isAsked else { return nil }
        return section(
            "Sign", lead: own.signBy.map { "By \($0.longName)." },
            OwnMembershipActs.sign.form(
                visit, filled: Filled(first: ["text": own.hash]), refused: refused, button: "I agree and sign",
                before:
                    "<p>Your name is \(visit.staff.name). What is kept: the name you type, the moment, and which words.</p>"
            ))
    }
}
