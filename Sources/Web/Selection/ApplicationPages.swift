import HTML
import HTTPTypes
import Operations
import Program

/// Applications as those see them whom a step names, or who oversee the selection.
enum ApplicationPages {
    static func list(_ all: [ListedApplication], _ visit: StaffVisit, after change: ApplicationChange?) -> HTML {
        let (waiting, others) = (all.filter(\.waits), all.filter { !$0.waits })
        return page(
            "Applications", in: Shells.staff(visit, at: SelectionAddresses.applications),
            announcement: change?.announcement,
            main: """
                \(section(
                    "They wait for you",
                    waiting.isEmpty
                        ? emptyState("Nothing waits for you", "When a step of somebody's application is yours, it is here.")
                        : cards(waiting.map { listed($0, visit) })))
                \(others.isEmpty ? nil : section("Under way", cards(others.map { listed($0, visit) })))
                """)
    }

    private static func listed(_ listed: ListedApplication, _ visit: StaffVisit) -> HTML {
        let next = visit.pack.selection.next(of: listed.application)
        return linkCard(
            listed.name, detail: "\(listed.unit) · \(next?.title ?? "")",
            to: SelectionAddresses.application.link(PathID(listed.application.id)), icon: .people,
            badge: listed.application.isPreferred ? badge("Preference", tone: .good) : nil)
    }

    /// The page again with what was refused; a plain one for whoever does not see the application.
    @Sendable
    static func again(
        _ visit: StaffVisit, _ refused: Refused, _ application: PathID, _ step: PathID
    ) async throws -> Answer? {
        guard let view = try await visit.programmes.application(application.text, for: visit.staff) else {
            guard try await visit.programmes.isApplication(application.text, for: visit.staff) else { return nil }
            return .again(
                page(
                    "Not done", in: Shells.staff(visit, at: SelectionAddresses.applications),
                    announcement: refused.words,
                    main: actions(linkButton("Applications", to: SelectionAddresses.applications.link()))))
        }
        return .again(one(view, visit, refused: refused))
    }

    static func one(_ view: ApplicationView, _ visit: StaffVisit, refused: Refused? = nil) -> HTML {
        page(
            view.name, in: Shells.staff(visit, at: SelectionAddresses.applications),
            back: Crumb("Applications", SelectionAddresses.applications.link()),
            announcement: refused?.words,
            main: """
                \(facts([
                    ("Unit", HTML(text: view.unit)), ("Division", HTML(text: view.division)),
                    ("Applied on", HTML(text: view.application.begunOn.longName)),
                ]))
                \(preference(view, visit.pack))
                \(view.waits ? view.next.map { StepForms.part($0, view, visit, refused) } : nil)
                \(view.papers.isEmpty ? nil : section("What the applicant wrote", OwnApplicationPages.papers(view.papers)))
                \(view.isOverseen ? section("Where it stands", standing(view, visit.pack)) : nil)
                \(view.isOverseen ? ratings(view, visit.pack) : nil)
                """)
    }

    private static func preference(_ view: ApplicationView, _ pack: PolicyPack) -> HTML? {
        guard view.application.isPreferred, let rule = pack.selection.preference else { return nil }
        return callout(
            "Preference", tone: .good, "<p>\(rule.label). It counts in favour, and bars nobody. \(rule.basis.notes)</p>"
        )
    }

    // MARK: What was done

    private static func standing(_ view: ApplicationView, _ pack: PolicyPack) -> HTML {
        let rows = pack.selection.standing(of: view.application).map { step, standing -> [HTML] in
            [
                HTML(text: step.title), HTML(text: standing.words),
                done(view.application.entries.filter { $0.step == step.id }, view), step.basis.notes ?? .empty,
            ]
        }
        return dataTable(
            "Steps", columns: [TableColumn("Step"), TableColumn("Standing"), TableColumn("By"), TableColumn("Rule")],
            rows: rows)
    }

    /// Who did what, with its day; a yes says no more than that.
    private static func done(_ entries: [StepEntry], _ view: ApplicationView) -> HTML {
        let lines = entries.sorted { ($0.on, $0.part) < ($1.on, $1.part) }.map { entry -> HTML in
            let who = [
                entry.name, entry.by.flatMap { view.names[$0] }.map { entry.name == nil ? $0 : "recorded by \($0)" },
            ]
            .compactMap { $0 }.joined(separator: ", ")
            let number = entry.number.map { " (\($0))" } ?? ""
            return "<li>\(who.isEmpty ? "By ballot" : who), \(entry.on.longName)\(number)</li>"
        }
        return lines.isEmpty ? .empty : "<ul>\(lines)</ul>"
    }

    private static func ratings(_ view: ApplicationView, _ pack: PolicyPack) -> HTML? {
        let parts = pack.selection.steps.compactMap { step -> HTML? in
            guard let found = view.ratings[step.id] else { return nil }
            let rows = step.characteristics.map { item -> [HTML] in
                [HTML(text: item.label)]
                    + Rating.allCases.map { HTML(text: "\(found[item.id]?[$0] ?? 0)") }
            }
            return dataTable(
                step.title, columns: [TableColumn("")] + Rating.allCases.map { TableColumn($0.words) }, rows: rows)
        }
        return parts.isEmpty ? nil : section("How the applicant was rated", parts.joined())
    }
}

extension StepStanding {
    fileprivate var words: String {
        switch self {
        case .done: "Done"
        case .passedOver: "Passed over"
        case .next: "Next"
        case .ahead: "To come"
        }
    }
}
