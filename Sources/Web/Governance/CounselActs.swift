import HTML
import Operations
import Program

enum CounselAddresses {
    static let counsel = FixedAddress("counsel")
    static let reviews = FixedAddress("counsel/reviews")
    static let answers = FixedAddress("counsel/answers")
    static let sponsor = FixedAddress("sponsor")
    static let letters = FixedAddress("sponsor/letters")
}

/// What counsel has looked at and answered, and the sponsor's letter.
enum CounselActs {
    static let review = Act(
        "recordCounselReview", "Record that the agency's counsel reviewed the policy.", at: CounselAddresses.reviews,
        for: .holding(.keepCounsel), where: \.asksCounsel, taking: Input(reviewedOn), then: .done("Recorded."),
        see: { _ in CounselAddresses.counsel.link() }, refused: CounselRecordPages.counselAgain,
        perform: { visit, day in try await visit.programmes.recordCounselReview(on: day, by: visit.staff) })

    static let answer = Act(
        "recordCounselAnswer", "Record what counsel said to one of the policy's questions.",
        at: CounselAddresses.answers, for: .holding(.keepCounsel), where: \.asksCounsel,
        taking: Input(question, words) { (question: $0, words: $1) }, then: .done("Recorded."),
        see: { _ in CounselAddresses.counsel.link() }, refused: CounselRecordPages.counselAgain,
        perform: { visit, sent in
            try await visit.programmes.recordCounselAnswer(sent.words, to: sent.question, by: visit.staff)
        })

    static let letter = Act(
        "giveSponsorLetter", "Give the letter by which you stand behind the programme, or renew it.",
        at: CounselAddresses.letters, for: .holding(.giveSponsorLetter), where: \.hasSponsor,
        taking: Input(letterWords, datedOn) { (words: $0, datedOn: $1) }, then: .done("Given."),
        see: { _ in CounselAddresses.sponsor.link() }, refused: CounselRecordPages.sponsorAgain,
        perform: { visit, sent in
            try await visit.programmes.giveSponsorLetter(sent.words, datedOn: sent.datedOn, by: visit.staff)
        })

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] { pack.counsel?.basis.clauses ?? [] }

    @Sendable private static func clausesOfSponsor(_ pack: PolicyPack) -> [ClauseID] {
        pack.governance.sponsor?.basis.clauses ?? []
    }

    private static let reviewedOn = Field<Day>.day(
        "reviewedOn", "Counsel reviewed the policy on", FieldWords(citesOnPage: false, clauses: clauses))
    private static let question = Field<String>.choice(
        "question", "Question", FieldWords(citesOnPage: false, clauses: clauses)
    ) { pack in (pack.counsel?.questions ?? []).map { FieldOption($0.id, $0.question) } }
    private static let words = Field<String>.words(
        "answer", "What counsel said", longest: CounselRecord.longest,
        FieldWords(hint: "As it may be read by whoever answers for the programme.", clauses: clauses))
    private static let letterWords = Field<String>.words(
        "words", "Your letter", longest: SponsorLetter.longest, rows: 8,
        FieldWords(hint: "Everybody in the agency may read it, with your name.", clauses: clausesOfSponsor))
    private static let datedOn = Field<Day>.day(
        "datedOn", "Dated", FieldWords(citesOnPage: false, clauses: clausesOfSponsor))

    static let record = Shape<CounselOnPage>(
        .day(maybe: "reviewedOn", \.reviewedOn), .day(maybe: "nextOn", \.nextOn),
        .list(
            "questions",
            of: Shape<CounselOnPage.Question>(
                .id("id", \.rule.id), .words("question", \.rule.question), .words(maybe: "answer", \.answer)),
            \.questions))
}

/// What is known of counsel, from pack and record together.
struct CounselOnPage: Sendable {
    struct Question: Sendable {
        let rule: CounselQuestion
        let answer: String?
    }

    let reviewedOn: Day?
    let nextOn: Day?
    let questions: [Question]

    init(_ rule: CounselRule, _ record: CounselRecord) {
        reviewedOn = rule.lastReview(record)
        nextOn = rule.nextReview(record)
        questions = rule.questions.map { Question(rule: $0, answer: rule.answer(to: $0, record)) }
    }
}

extension Routes {
    static let counsel: [Route] =
        CounselActs.review.routes + CounselActs.answer.routes + CounselActs.letter.routes + counselReadings

    private static let counselReadings: [Route] = [
        .staff(.get, CounselAddresses.counsel, for: .holding(.keepCounsel)) { visit in
            try await CounselRecordPages.counselAgain(visit, nil)
        },
        .staff(.get, CounselAddresses.sponsor, for: .holding(.giveSponsorLetter)) { visit in
            try await CounselRecordPages.sponsorAgain(visit, nil)
        },
        .read(
            "readCounsel", "What the agency's counsel has looked at and answered.", at: CounselAddresses.counsel,
            for: .holding(.keepCounsel), where: \.asksCounsel, "From the pack and what was recorded.",
            CounselActs.record
        ) { visit in
            guard let rule = visit.pack.counsel else { return nil }
            return CounselOnPage(rule, try await visit.programmes.counsel(of: visit.staff.agency))
        },
    ]
}

extension PolicyPack {
    var asksCounsel: Bool { counsel != nil }
    var hasSponsor: Bool { governance.sponsor != nil }
}
