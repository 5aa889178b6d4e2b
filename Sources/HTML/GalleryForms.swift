/// The forms of the gallery: one as it is first shown, one as it comes back with problems.
let galleryForms: HTML = """
    \(section("Record a contact", lead: "No name, no words, no time of day.", galleryContactForm))
    \(section("Set up your account", galleryAccountForm))
    """

private let galleryContactForm: HTML = {
    let form = Form(to: Link("contacts"), token: "t")
    return form.html(
        """
        \(form.day(
            "day", "Day", quick: [FieldOption("2026-03-04", "Today"), FieldOption("2026-03-03", "Yesterday")],
            earlier: [FieldOption("2026-03-02", "Monday, 2 March"), FieldOption("2026-03-01", "Sunday, 1 March")],
            first: "2026-03-04"))
        \(form.choices(
            "issues", "What was it about?",
            [
                FieldOption("anxiety", "Anxiety"), FieldOption("stress", "Organisational stress"),
                FieldOption("incident", "Critical incident"), FieldOption("family", "Family, kids, elders"),
                FieldOption("medical", "Medical"), FieldOption("retirement", "Retirement"), FieldOption("other", "Other"),
            ], first: ["stress"], hint: "Choose all that apply.", origin: "RCP-FORM-2"))
        \(form.minutes("minutes", "How long?", quick: [15, 30, 45, 60, 90], range: 1...1440, first: 45))
        \(form.choice("seen", "Have you met before?", [FieldOption("new", "New"), FieldOption("old", "Known")], first: "new"))
        """, actions: button("Record contact"))
}()

private let galleryAccountForm: HTML = {
    let form = Form(
        to: Link("account"), token: "t",
        typed: [
            "name": ["O’Neill \"Sam\" <sam>"], "employee": ["12x"], "minutes2": ["other"], "minutes2-other": ["9999"],
            "way": ["phone"], "note": ["two\nlines"], "people": ["400"],
        ],
        problems: [
            FieldProblem(nil, "The form was open for too long. Check it and send it again."),
            FieldProblem("employee", "Employee number: six digits.", origin: "RCP-II.A"),
            FieldProblem("people", "People: a number from 1 to 99."),
            FieldProblem("minutes2-other", "Length: at most 1,440 minutes."),
            FieldProblem("topics", "Topics: choose at least one."),
            FieldProblem("agreed", "Read and accept the agreement first.", origin: "RCP-I.B.4"),
        ])
    return form.html(
        """
        \(form.text("name", "Name", kind: .personName, maxLength: 80))
        \(form.search(
            "person", "Person in the directory",
            FieldSearch(
                "lon",
                found: [
                    FieldOption("502001", "Long, April", detail: "502001, Field"),
                    FieldOption("502002", "Longview, Sam", detail: "502002, Hall"),
                ]), nobody: "None of them", hint: "Part of the name, or the employee number."))
        \(form.search("helper", "Who helps", FieldSearch("zz", problem: "Nobody is found by “zz”."), nobody: "Nobody"))
        \(form.text("employee", "Employee number", kind: .code, hint: "Six digits, as on your card.", origin: "RCP-II.A"))
        \(form.passphrase("passphrase", "New passphrase", kind: .new, hint: "At least four words you can remember."))
        \(form.oneTimeCode("code", "Code from your authenticator"))
        \(form.number("people", "People", range: 1...99, unit: "people"))
        \(form.minutes("minutes2", "Length", quick: [30, 60], range: 1...1440))
        \(form.choices("topics", "Topics", [FieldOption("grief", "Grief"), FieldOption("legal", "Legal")]))
        \(form.choice(
            "way", "How do we reach you?",
            [
                FieldOption("phone", "By phone", detail: "We call the number in the directory."),
                FieldOption("mail", "By mail", detail: "Only that there is a message, never what it says."),
            ], layout: .cards))
        \(form.select("unit", "Unit", [FieldOption("field", "Field"), FieldOption("hall", "Juvenile hall")], prompt: "Choose one"))
        \(form.longText("note", "Note to the coordinator", rows: 3, isOptional: true))
        \(form.picture("picture", "Choose a picture", longestSide: 320, mostBytes: 65_536, hint: "It is made small first."))
        \(form.agreement("agreed", "I have read the agreement and keep to it.", origin: "RCP-I.B.4"))
        \(hidden("version", "3"))
        """, actions: button("Save") + linkButton("Not now", to: Link(), style: .quiet))
}()
