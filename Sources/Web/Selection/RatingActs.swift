import Operations
import Program

/// What is rated: by colleagues in confidence, and by a panel together.
enum RatingActs {
    static let reviewPeer = Act(
        "reviewPeer", "Rate an applicant in confidence, once. No row ties an answer to whoever gave it.",
        at: SelectionAddresses.peerReview, for: .holding(.takePartInSelection),
        where: { $0.selection.has(.peerReview) },
        taking: Input(SelectionFields.ratings), then: .done("Given."), see: { _, _, _ in ApplicationActs.list },
        refused: ApplicationPages.again,
        perform: { visit, ratings, application, step in
            try await visit.programmes.reviewPeer(
                visit.pack.selection.step(step.text)?.named(ratings) ?? [:], in: step.text, of: application.text,
                by: visit.staff)
        })

    static let endPeerReview = Act(
        "endPeerReview", "Show the answers of a peer review together, once enough are in. No more are taken.",
        at: SelectionAddresses.endOfPeerReview, for: .holding(.takePartInSelection),
        where: { $0.selection.has(.peerReview) },
        taking: .nothing, then: .done("Ended."), see: { _, _, _ in ApplicationActs.list },
        refused: ApplicationPages.again,
        perform: { visit, _, application, step in
            try await visit.programmes.endPeerReview(in: step.text, of: application.text, by: visit.staff)
        })

    static let interview = Act(
        "recordInterview", "Record an interview: its day, its panel, and what the panel holds together.",
        at: SelectionAddresses.interview, for: .holding(.takePartInSelection), where: { $0.selection.has(.interview) },
        taking: Input(
            SelectionFields.on, .found(several: "panel", "Who of the panel was there", isOptional: false),
            SelectionFields.ratings.only(where: \.ratesInInterviews, otherwise: []), SelectionFields.suitable
        ) { (day: $0, panel: $1, ratings: $2, suitable: $3.isYes) },
        then: .done("Recorded."), see: { _, _, _ in ApplicationActs.list }, refused: ApplicationPages.again,
        perform: { visit, record, application, step in
            try await visit.programmes.recordInterview(
                InterviewRecord(
                    on: record.day, panel: record.panel,
                    ratings: visit.pack.selection.step(step.text)?.named(record.ratings) ?? [:],
                    suitable: record.suitable), in: step.text, of: application.text, by: visit.staff)
        })
}

extension PolicyPack {
    fileprivate var ratesInInterviews: Bool {
        selection.steps.contains { $0.act.kind == .interview && !$0.characteristics.isEmpty }
    }
}
