import Program

extension Transaction {
    package func counsel(agency: String) throws -> CounselRecord {
        let reviewed = try row("SELECT reviewed_on FROM counsel_review WHERE agency = \(agency)")?.day("reviewed_on")
        let answers = try rows("SELECT question, words, answered_on FROM counsel_answer WHERE agency = \(agency)").map {
            row in
            (
                try row.text("question"),
                CounselRecord.Answer(words: try row.text("words"), on: try row.day("answered_on"))
            )
        }
        return CounselRecord(
            reviewedOn: reviewed, answers: Dictionary(answers, uniquingKeysWith: { first, _ in first }))
    }

    package func setCounselReview(on day: Day, agency: String) throws {
        try execute(
            """
            INSERT INTO counsel_review (agency, reviewed_on) VALUES (\(agency), \(day.text))
            ON CONFLICT (agency) DO UPDATE SET reviewed_on = excluded.reviewed_on
            """)
    }

    package func set(_ answer: CounselRecord.Answer, to question: String, agency: String) throws {
        try execute(
            """
            INSERT INTO counsel_answer (agency, question, words, answered_on)
            VALUES (\(agency), \(question), \(answer.words), \(answer.on.text))
            ON CONFLICT (agency, question) DO UPDATE SET words = excluded.words, answered_on = excluded.answered_on
            """)
    }

    package func sponsorLetter(agency: String) throws -> SponsorLetter? {
        try row("SELECT name, words, dated_on FROM sponsor_letter WHERE agency = \(agency)").map { row in
            SponsorLetter(name: try row.text("name"), words: try row.text("words"), datedOn: try row.day("dated_on"))
        }
    }

    /// Keeps the letter, in place of the one before.
    package func set(_ letter: SponsorLetter, agency: String) throws {
        try execute(
            """
            INSERT INTO sponsor_letter (agency, name, words, dated_on)
            VALUES (\(agency), \(letter.name), \(letter.words), \(letter.datedOn.text))
            ON CONFLICT (agency) DO UPDATE SET name = excluded.name, words = excluded.words,
                dated_on = excluded.dated_on
            """)
    }
}
