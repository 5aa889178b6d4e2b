import HTML
import Operations
import Program

/// The supporter's own page for what seekers see of them.
enum CardPages {
    static func card(
        _ choices: CardChoices, photo: String?, _ visit: StaffVisit, _ refusal: Refusal?, _ photoRefusal: Refusal?,
        isSaved: Bool
    ) -> HTML {
        var shell = Shells.staff(visit, at: CardAddresses.card)
        shell.script = visit.site.pictureScript
        let form = visit.form(
            to: CardAddresses.card.link(), typed: refusal == nil ? nil : visit.form, problems: refusal)
        return page(
            "What people see of you", in: shell,
            lead: """
                Whoever looks for someone to talk to can read this without signing in. Nothing is shown that you do not \
                choose, and you can change it at any time.
                """,
            announcement: isSaved ? saved(choices, visit) : nil,
            main: """
                \(form.html(fields(form, choices), actions: button("Show this")))
                \(PhotoPages.part(choices, photo: photo, visit, photoRefusal))
                """)
    }

    private static func saved(_ choices: CardChoices, _ visit: StaffVisit) -> HTML {
        choices == .nothing
            ? callout("Nothing of you is shown now", tone: .good, announced: true)
            : callout(
                "People see this now", tone: .good, announced: true,
                """
                <p><a\(href: StartAddresses.agency.link(PathID(visit.staff.agency.slug)))>Look at the public page</a></p>
                """)
    }

    private static func fields(_ form: Form, _ choices: CardChoices) -> HTML {
        """
        \(form.text(
            "name", "Name", first: choices.name, hint: "As you like to be called.", isOptional: true,
            maxLength: CardForm.longestName))
        \(form.choices(
            "shown", "From the personnel directory",
            [FieldOption("unit", "My unit"), FieldOption("rank", "My rank or title"), FieldOption("shift", "My shift")],
            first: shown(choices), hint: "Always as the directory has it that day.", isOptional: true))
        \(form.choices(
            "languages", "Languages", SpokenLanguage.allCases.map { FieldOption($0.rawValue, $0.name) },
            first: choices.languages.map(\.rawValue), isOptional: true))
        \(form.text(
            "experience", "Experience", first: choices.experience,
            hint: "What you have lived or worked through, as far as you want it known.", isOptional: true,
            maxLength: CardForm.longestExperience))
        \(form.longText(
            "words", "A few words of your own", rows: 3, first: choices.words, isOptional: true,
            maxLength: CardForm.longestWords))
        \(form.text(
            "phone", "Phone", kind: .telephone, first: choices.phone?.number,
            hint: "Anyone can see this number and call it. Leave it empty to be reached through the page alone.",
            isOptional: true, maxLength: CardForm.longestPhone))
        \(form.choice(
            "phoneUse", "People may", phoneUses, first: choices.phone?.use.rawValue ?? "", isOptional: true))
        """
    }

    private static func shown(_ choices: CardChoices) -> [String] {
        [("unit", choices.showsUnit), ("rank", choices.showsRank), ("shift", choices.showsShift)]
            .filter(\.1).map(\.0)
    }

    private static let phoneUses = [
        FieldOption("", "No number is shown"), FieldOption("call", "Call me"), FieldOption("text", "Text me"),
        FieldOption("call-or-text", "Call or text me"),
    ]
}
