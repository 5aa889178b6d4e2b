import Foundation
import HTML
import Testing

@Suite("Forms")
struct FormTests {
    private let action = Link("contacts")

    @Test func everyControlHasALabel() {
        let labelled = Set(shownGallery.all("label").compactMap { $0.attributes["for"] })
        #expect(shownGallery.controls.count > 35)
        for control in shownGallery.controls {
            let id = control.attributes["id"] ?? ""
            #expect(labelled.contains(id) || control.attributes["aria-label"] != nil, "\(control)")
        }
    }

    @Test func idsAreUniqueAndEveryReferenceLeadsToOne() {
        let ids = shownGallery.ids
        #expect(Set(ids).count == ids.count)
        let described = shownGallery.elements.compactMap { $0.attributes["aria-describedby"] }
        #expect(described.count >= 8)
        for id in described.flatMap({ $0.split(separator: " ") }) { #expect(ids.contains(String(id))) }
        let fragments = shownGallery.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
        #expect(fragments.filter { $0.hasPrefix("#field-") }.count == 5)
        for fragment in fragments { #expect(ids.contains(String(fragment.dropFirst()))) }
    }

    /// Two forms of a page may ask for fields of one name; each label belongs to its own.
    @Test func twoFormsOfAPageKeepTheirFieldsApart() {
        let page = [Link("duty-time"), Link("duty-time", "plans")].map { action -> HTML in
            let form = Form(to: action, token: "t")
            return form.time("until", "Until", hint: "On the next day, where it is earlier.")
                + form.choice("kind", "Kind", [FieldOption("a", "A"), FieldOption("b", "B")])
                + form.minutes("length", "Length", quick: [15], range: 1...60)
        }.joined()
        let markup = Markup(page)
        #expect(markup.ids.count == 14 && Set(markup.ids).count == markup.ids.count, "\(markup.ids)")
    }

    /// Of answers in turn only the first is asked for, or each of them.
    @Test(arguments: [(false, 1), (true, 2)]) func answersInTurnSayWhichAreNeeded(isEachNeeded: Bool, needed: Int) {
        let form = Form(to: action, token: "t")
        let text = form.inOrder(
            "turns", ["First", "Second"], [FieldOption("a", "A")], prompt: "Choose", isEachNeeded: isEachNeeded
        ).text
        #expect(text.components(separatedBy: " required").count - 1 == needed)
        #expect(text.components(separatedBy: "(optional)").count - 1 == 2 - needed)
    }

    @Test func everyFormIsPostedWithItsToken() {
        let forms = shownGallery.text.components(between: "<form", and: "</form>")
        #expect(forms.count >= 5)
        for form in forms {
            #expect(form.contains("method=\"post\""))
            #expect(form.contains("<input type=\"hidden\" name=\"\(Form.tokenName)\" value=\"t\">"))
        }
    }

    @Test func whatWasTypedIsShownAgainAndWhatWasClearedStaysClear() {
        let form = Form(to: action, token: "t", typed: ["name": ["a\"b"], "issues": ["grief"], "minutes": ["30"]])
        #expect(form.text("name", "Name", first: "first").text.contains("value=\"a&quot;b\""))
        #expect(!form.text("unit", "Unit", first: "first").text.contains("first"))
        let issues = Markup(
            form.choices(
                "issues", "Issues", [FieldOption("grief", "Grief"), FieldOption("legal", "Legal")], first: ["legal"]))
        #expect(checked(issues) == ["grief"])
        let minutes = Markup(form.minutes("minutes", "Length", quick: [15, 30], range: 1...600, first: 15))
        #expect(checked(minutes) == ["30"])
        #expect(checked(Markup(form.agreement("agreed", "I agree", first: true))) == [])
    }

    @Test func aFormShownForTheFirstTimeHasItsFirstValues() {
        let form = Form(to: action, token: "t")
        #expect(
            checked(Markup(form.minutes("minutes", "Length", quick: [15, 30], range: 1...600, first: 15))) == ["15"])
        let unusual = Markup(form.minutes("minutes", "Length", quick: [15, 30], range: 1...600, first: 200))
        #expect(checked(unusual) == [QuickField.other])
        #expect(
            unusual.controls.contains { $0.attributes["value"] == "200" && $0.attributes["name"] == "minutes-other" })
    }

    @Test func anAnswerFromTheEarlierDaysOpensTheList() {
        let form = Form(to: action, token: "t")
        let day = form.day(
            "day", "Day", quick: [FieldOption("04", "Today")],
            earlier: [FieldOption("03", "Yesterday"), FieldOption("02", "Monday")], first: "02")
        #expect(checked(Markup(day)) == [QuickField.other])
        #expect(day.text.contains("<option value=\"02\" selected>"))
    }

    @Test func secretsAreNeverSentBack() {
        let form = Form(to: action, token: "t", typed: ["passphrase": ["correct horse"], "code": ["123456"]])
        #expect(!form.passphrase("passphrase", "Passphrase", kind: .current).text.contains("correct horse"))
        #expect(!form.oneTimeCode("code", "Code").text.contains("123456"))
    }

    @Test func aProblemIsNamedInTheSummaryAndAtItsField() {
        let form = Form(
            to: action, token: "t", typed: [:],
            problems: [FieldProblem("name", "Name: at most 80 letters.", origin: "A-1")])
        let whole = form.html(form.text("name", "Name"), actions: button("Send"))
        let markup = Markup(whole)
        #expect(whole.text.contains("<a href=\"#\(fieldID("name"))\">Name: at most 80 letters.</a>"))
        #expect(whole.text.contains("A-1"))
        #expect(markup.elements.contains { $0.attributes["role"] == "alert" && $0.attributes["tabindex"] == "-1" })
        let field = markup.controls.first { $0.attributes["name"] == "name" }
        #expect(field?.attributes["aria-invalid"] == "true")
        #expect(field?.attributes["aria-describedby"] == "problem-name")
    }

    @Test func aProblemOfASecondControlIsShownWithItsGroup() {
        let form = Form(
            to: action, token: "t", typed: ["m": ["other"], "m-other": ["0"]],
            problems: [FieldProblem("m-other", "Length: at least 1 minute.")])
        let field = form.minutes("m", "Length", quick: [15], range: 1...600)
        #expect(field.text.contains("Length: at least 1 minute."))
        #expect(
            Markup(field).controls.contains {
                $0.attributes["id"] == "field-m-other" && $0.attributes["aria-invalid"] == "true"
            })
    }

    @Test(arguments: [(5, "5 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (125, "2 h 5 min"), (0, "0 min")])
    func minutesReadAsPeopleSayThem(minutes: Int, words: String) {
        #expect(minutesInWords(minutes) == words)
    }

    private func checked(_ markup: Markup) -> [String] {
        markup.controls.filter { $0.attributes["checked"] != nil }.compactMap { $0.attributes["value"] }
    }
}

extension String {
    fileprivate func components(between start: String, and end: String) -> [Substring] {
        ranges(of: start).compactMap { opening in
            self[opening.upperBound...].firstRange(of: end).map { self[opening.upperBound..<$0.lowerBound] }
        }
    }
}
