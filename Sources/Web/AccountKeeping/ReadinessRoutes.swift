import HTML
import Operations
import Program

enum ReadinessAddresses {
    static let readiness = FixedAddress("readiness")
}

extension Routes {
    /// Whether the programme is ready, for those who watch over its duties.
    static let readiness: [Route] = [
        .staff(.get, ReadinessAddresses.readiness, for: .holding(.readConformance)) { visit in
            .page(ReadinessPages.whole(try await visit.programmes.vacancies(for: visit.staff), visit))
        },
        .read(
            "readReadiness", "What the policy promises and nobody is there for, with what comes of it and what to do.",
            at: ReadinessAddresses.readiness, for: .holding(.readConformance), "The gaps; none where it is ready.",
            .list("gaps", of: ReadinessPages.gap)
        ) { visit in
            try await visit.programmes.vacancies(for: visit.staff).map { VacancyOnPage(vacancy: $0, pack: visit.pack) }
        },
    ]
}

/// Something that nobody is there for, in the pack's words.
struct VacancyOnPage: Sendable {
    let vacancy: Vacancy
    let pack: PolicyPack

    var what: String {
        let words = pack.words(for: vacancy)
        return "\(words.prefix(1).uppercased())\(words.dropFirst())."
    }
}

enum ReadinessPages {
    static let title = "Is the programme ready?"

    static let gap = Shape<VacancyOnPage>(
        .words("what", \.what),
        .words("consequence", about: "What happens while it is so.") {
            $0.pack.consequence(of: $0.vacancy)
        }, .words("toDo") { $0.pack.whatToDo(about: $0.vacancy) })

    static func whole(_ vacancies: [Vacancy], _ visit: StaffVisit) -> HTML {
        let gaps = vacancies.map { VacancyOnPage(vacancy: $0, pack: visit.pack) }
        return page(
            title, in: Shells.staff(visit),
            lead: "Whom the policy sends people to, and who is there. Looked at anew each time.",
            main: gaps.isEmpty ? ready : missing(gaps))
    }

    private static let ready = callout(
        "Nobody is missing just now", tone: .good,
        "<p>Somebody who has enrolled is there for whatever the policy sends to people.</p>")

    private static func missing(_ gaps: [VacancyOnPage]) -> HTML {
        dataTable(
            "What nobody is there for",
            columns: [
                "What is missing", TableColumn("What comes of it", .sentences), TableColumn("What to do", .sentences),
            ],
            rows: gaps.map { gap in
                [
                    HTML(text: gap.what), HTML(text: gap.pack.consequence(of: gap.vacancy)),
                    HTML(text: gap.pack.whatToDo(about: gap.vacancy)),
                ]
            }, captioned: .unseen)
    }

    /// On the home of whoever watches over the programme's duties, where something is missing.
    static func onHome(_ vacancies: [Vacancy], _ visit: StaffVisit) -> HTML? {
        guard !vacancies.isEmpty else { return nil }
        let isClosed = vacancies.contains(.takesNoRequests)
        return linkCard(
            isClosed ? "Nobody can ask for support" : title,
            detail: vacancies.count == 1
                ? "One thing nobody is there for" : "\(vacancies.count) things nobody is there for",
            to: ReadinessAddresses.readiness.link(), icon: .alert,
            badge: isClosed ? badge("Closed", tone: .bad) : badge("Not ready", tone: .warning))
    }
}
