import HTML
import HTTPTypes
import Operations
import PolicyPacks
import Program

/// New texts of the rules: the list, the form for one, and one with what it changes.
enum PolicyDraftPages {
    static let title = "New texts of the rules"
    private static let back = Crumb(title, PolicyDraftAddresses.drafts.link())

    static func list(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let drafts = try await visit.programmes.policyDrafts(for: visit.staff)
        let mayDraft = visit.staff.powers.contains(.draftPolicy)
        let items = drafts.drafts.map { draft in
            linkCard(
                "Version \(draft.version)", detail: parts(of: draft),
                to: PolicyDraftAddresses.draft.link(PathID(draft.id)), icon: .sheet, badge: state(of: draft))
        }
        return page(
            title, in: Shells.staff(visit, at: PolicyDraftAddresses.drafts),
            lead:
                "A text takes effect once everybody whom the policy names has said yes to it, from a day that is set.",
            announcement: refused?.words,
            main: """
                \(facts([
                    ("In force", HTML(text: "Version \(visit.pack.version)")),
                    ("Since", HTML(text: drafts.inForceSince?.longName ?? "not known")),
                ]))
                \(section("Who does what", ways(visit.pack)))
                \(mayDraft ? actions(linkButton("Draft a new text", to: PolicyDraftAddresses.new.link(), style: .primary, icon: .add)) : nil)
                \(items.isEmpty ? emptyState("No draft yet", "The rules in force are the first.") : cards(items))
                \(former(drafts.former, mayDraft, visit))
                """)
    }

    /// Who drafts, approves and reviews, for each part of the rules.
    private static func ways(_ pack: PolicyPack) -> HTML {
        let rows = PolicyRevision.Part.allCases.map { part -> [HTML] in
            let rule = pack.revisionRule(for: [part])
            let words = part.words
            return [
                HTML(text: words.prefix(1).uppercased() + words.dropFirst()),
                HTML(text: rule.draftedBy.map(pack.title(of:)).joined(separator: ", ")),
                "\(pack.words(for: rule.approvedBy)) \(rule.basis.notes)",
                HTML(
                    text: rule.reviewedBy.map { pack.words(for: $0) + (rule.designeeAllowed ? ", or a designee" : "") }
                        ?? "nobody"),
            ]
        }
        return dataTable(
            "Who does what", columns: ["What", "Drafts", TableColumn("Approves", .sentences), "Reviews"], rows: rows,
            captioned: .unseen)
    }

    private static func former(_ former: [FormerPolicy], _ mayDraft: Bool, _ visit: StaffVisit) -> HTML? {
        guard !former.isEmpty else { return nil }
        let items = former.map { policy in
            card(
                "Version \(policy.version)", level: .third,
                """
                <p>It was in force before. To have it back takes the same steps as any other text.</p>
                \(mayDraft ? PolicyDraftActs.former.asButton("Draft it again", visit, PathID(policy.hash)) : nil)
                """)
        }
        return section("In force before", cards(items))
    }

    static func new(_ visit: StaffVisit, _ refused: Refused? = nil) -> Answer {
        var shell = Shells.staff(visit)
        shell.script = visit.site.tableScript
        let html = page(
            "Draft a new text", in: shell,
            lead: "Nothing changes by drafting. You see what it would change before anybody is asked.", back: back,
            main: """
                \(prose("<p>The rules in force are the pack \(visit.pack.id.text), version \(visit.pack.version).</p>"))
                \(PolicyDraftActs.draft.form(visit, refused: refused, button: "Check and keep as a draft"))
                """)
        return .scriptedPage(html, status: refused == nil ? .ok : .unprocessableContent)
    }

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await draft(id, visit, refused).map { .page($0, again: refused) }
    }

    static func draft(_ id: PathID, _ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML? {
        guard let view = try await visit.programmes.policyDraft(id.text, for: visit.staff) else { return nil }
        return page(
            "Version \(view.draft.version)", in: Shells.staff(visit), lead: "It changes \(parts(of: view.draft)).",
            back: back, announcement: refused?.announcement(besides: PolicyDraftActs.date.id), width: .wide,
            main: """
                \(duties(view, id, visit, refused))
                \(body(view, visit))
                """)
    }

    private static func body(_ view: PolicyDraftView, _ visit: StaffVisit) -> HTML {
        """
        \(section("Where it stands", journey(view, visit.pack)))
        \(view.trial.map { section("What would change today", lead: "Asked of today's programme; nothing of it is kept.", PolicyTrialPart.report($0, visit.pack)) })
        \(view.trial.map { _ in section("What stays as it is", PolicyTrialPart.staying) })
        \(view.differences.map { section("What it changes", changes($0)) })
        \(view.promises.isEmpty ? nil : section("Promised in another pack's words", prose("<ul>\(view.promises.map { "<li>\($0.text)</li>" as HTML })</ul>")))
        """
    }

    private static func words(
        _ act: Act<StaffVisit, PolicyDraftActs.YesOrNo, Void, PathID>, _ id: PathID, _ yes: String, _ no: String,
        _ visit: StaffVisit
    ) -> HTML {
        let name = PolicyDraftActs.word.name
        return """
            \(act.asConfirmation(yes, "<p>You have read what it changes.</p>", button: yes, visit, id, style: .primary, hidden: [(name, "yes")]))
            \(act.asConfirmation(no, "<p>It goes no further, and its text is destroyed.</p>", button: no, visit, id, hidden: [(name, "no")]))
            """
    }

    // MARK: What is to be done

    private static func duties(_ view: PolicyDraftView, _ id: PathID, _ visit: StaffVisit, _ refused: Refused?) -> HTML?
    {
        var acts: [HTML] = []
        if view.may.contains(.submitted) {
            acts.append(
                PolicyDraftActs.submit.asConfirmation(
                    "Hand it on",
                    "<p>Approval is for \(visit.pack.words(for: view.rule.approvedBy)). \(view.rule.basis.notes)</p>",
                    button: "Ask for approval", visit, id, style: .primary))
        }
        if view.may.contains(.approved) {
            acts.append(words(PolicyDraftActs.approve, id, "Approve", "Do not approve", visit))
        }
        if view.may.contains(.reviewed) {
            acts.append(words(PolicyDraftActs.review, id, "Pass it", "Send it back", visit))
        }
        if view.may.contains(.dated) {
            acts.append(
                PolicyDraftActs.date.form(
                    visit, id, filled: Filled(first: [PolicyDraftActs.startsOn.name: visit.staff.today.text]),
                    refused: refused, button: "Set the day"))
        }
        if view.may.contains(.withdrawn) {
            acts.append(
                PolicyDraftActs.withdraw.asConfirmation(
                    "Withdraw it", "<p>It goes no further, and its text is destroyed.</p>", button: "Withdraw it now",
                    visit, id))
        }
        return acts.isEmpty ? nil : section("To do", acts.joined())
    }

    // MARK: What it says

    private static func journey(_ view: PolicyDraftView, _ pack: PolicyPack) -> HTML {
        let rule = view.rule
        var ahead: [(PolicyDraft.Step, String)] = [
            (.drafted, "Drafted by \(rule.draftedBy.map(pack.title(of:)).joined(separator: " or "))"),
            (.submitted, "Handed on"), (.approved, "Approved by \(pack.words(for: rule.approvedBy))"),
        ]
        if let reviewer = rule.reviewedBy {
            ahead.append(
                (.reviewed, "Reviewed by \(pack.words(for: reviewer))\(rule.designeeAllowed ? " or a designee" : "")"))
        }
        ahead += [(.dated, "Its day set"), (.inForce, "In force")]
        let next = view.draft.isOpen ? view.draft.awaits(under: rule) ?? .inForce : nil
        var items = ahead.filter { view.draft.isOpen || view.draft.done($0.0) != nil }.map {
            step, label -> JourneyStep in
            let done = view.draft.done(step)
            return JourneyStep(
                label, detail: done.map { detail($0, view) } ?? waiting(step, view),
                done != nil ? .done : step == next ? .current : .ahead)
        }
        if !view.draft.isOpen, view.draft.status != .inForce, let last = view.draft.steps.last {
            items.append(JourneyStep(last.step.words, detail: detail(last, view), .done))
        }
        return
            "\(steps("Where it stands", items))\(view.rule.basis.notes.map { "<p class=\"field-hint\">\($0)</p>" as HTML })"
    }

    private static func detail(_ done: PolicyDraft.Done, _ view: PolicyDraftView) -> String {
        [done.by.flatMap { view.names[$0] }, done.on.longName].compactMap(\.self).joined(separator: ", ")
    }

    private static func waiting(_ step: PolicyDraft.Step, _ view: PolicyDraftView) -> String? {
        step == .inForce ? view.draft.startsOn.map { "From \($0.longName)" } : nil
    }

    /// In sentences, by part of the pack; a value's clause or choice beside it.
    static func changes(_ differences: [PackDifference]) -> HTML {
        let shown = differences.filter { !$0.isOfBasis }
        let origins = differences.count - shown.count
        var sections: [String] = []
        for difference in shown where !sections.contains(difference.section) { sections.append(difference.section) }
        let parts = sections.map { name -> HTML in
            let items = shown.filter { $0.section == name }.map { difference -> HTML in
                "<li>\(difference.sentence) \(difference.basis.map { "<small>\($0)</small>" as HTML })</li>"
            }
            let heading = name.replacing("-", with: " ")
            return "<h3>\(heading.prefix(1).uppercased() + heading.dropFirst())</h3><ul>\(items)</ul>"
        }
        let rest: HTML? =
            origins == 0
            ? nil
            : "<p>Besides, where a rule comes from is said otherwise in \(origins) \(origins == 1 ? "place" : "places").</p>"
        return prose("\(parts.joined())\(rest)")
    }

    private static func parts(of draft: PolicyDraft) -> String {
        PolicyRevision.Part.allCases.filter(draft.parts.contains).map(\.words).joined(separator: ", ")
    }

    private static func state(of draft: PolicyDraft) -> HTML {
        badge(draft.status.words, tone: draft.status == .inForce ? .good : draft.isOpen ? .warning : .neutral)
    }

    /// On the home page of whoever a draft waits for.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.staff.powers.contains(.followPolicyDrafts) else { return [] }
        let count = try await visit.programmes.policyDraftsToDo(by: visit.staff)
        guard count > 0 else { return [] }
        return [
            linkCard(
                "\(count) \(count == 1 ? "new text" : "new texts") of the rules", detail: "The next step is yours",
                to: PolicyDraftAddresses.drafts.link(), icon: .sheet, badge: badge("To look at", tone: .warning))
        ]
    }
}

extension PolicyDraft.Step {
    /// Where a draft stands.
    var words: String {
        switch self {
        case .drafted: "Drafted"
        case .submitted: "Waits for approval"
        case .approved: "Approved"
        case .refused: "Not approved"
        case .reviewed: "Reviewed"
        case .sentBack: "Sent back"
        case .dated: "Waits for its day"
        case .inForce: "Came into force"
        case .withdrawn: "Withdrawn"
        case .overtaken: "Another text came first"
        }
    }
}
