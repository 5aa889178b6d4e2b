import Store

extension SampleRow {
    /// Where people find further help.
    static let ofReferrals: [SampleRow] = [
        SampleRow(
            table: "referral_provider", hasParent: true,
            statement:
                """
                INSERT INTO referral_provider (id, agency, category, name, good_for, licence_kind, licence_number,
                    licence_jurisdiction, licence_until, identified_by, languages, cost, hours, phone, web, place,
                    is_for_families, is_confidential, verified_on, check_by, web_asked_on, web_failures)
                VALUES ('qqqqqqqqqqqqqqqqqqqqqqqqqq', 'a', 'counselling', 'River City', 'Talking', 'Psychologist', '1', 'CA',
                    '2027-01-01', 'role:coordinator', 'English', 'Free', 'Weekdays', '988', 'https://help.example.org/', '', 1,
                    1, '2026-11-20', '2027-05-19', '2026-11-20', 1)
                """)
    ]
}
