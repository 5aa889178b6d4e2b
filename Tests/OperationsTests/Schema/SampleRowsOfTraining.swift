import Store

extension SampleRow {
    /// Sessions, meetings, and what was completed.
    static let ofTraining: [SampleRow] = [
        SampleRow(
            table: "further_course", hasParent: true,
            statement:
                """
                INSERT INTO further_course (id, agency, title, minutes, credit_minutes, is_approved, topics, named_on)
                VALUES (\(id), 'a', 't', 60, 30, 1, 'x.y', '2026-11-20')
                """),
        SampleRow(
            table: "gathering", hasParent: true,
            statement:
                """
                INSERT INTO gathering (id, agency, kind, title, place, day, from_at, until_at, topics, is_budgeted, status, code)
                VALUES (\(id), 'a', 'training', 't', 'p', '2026-11-20', 1, 2, '', 0, 'planned', \(id))
                """),
        SampleRow(
            table: "gathering_holder", hasParent: true,
            statement: "INSERT INTO gathering_holder (gathering, agency, account) VALUES (\(id), 'a', 'c')"),
        SampleRow(
            table: "attendance", hasParent: true,
            statement:
                """
                INSERT INTO attendance (gathering, agency, account, is_signed_up, is_assigned, asks_to_be_excused, outcome)
                VALUES (\(id), 'a', 'c', 1, 0, 0, 'attended')
                """),
        SampleRow(
            table: "course_completion", hasParent: true,
            statement:
                """
                INSERT INTO course_completion (id, agency, account, title, done_on, minutes, credit_minutes, is_approved, topics,
                    paper, is_confirmed)
                VALUES (\(id), 'a', 'c', 't', '2026-11-20', 60, 30, 1, '', \(id), 0)
                """),
        SampleRow(
            table: "member_qualification", hasParent: true,
            statement:
                """
                INSERT INTO member_qualification (agency, account, qualification, since, last_day)
                VALUES ('a', 'c', 'q', '2026-11-20', '2028-11-20')
                """),
    ]
}
