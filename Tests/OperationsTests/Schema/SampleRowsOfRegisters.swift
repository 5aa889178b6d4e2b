import Store

extension SampleRow {
    /// What the programme lends, hands out and spends, and what makes it known.
    static let ofRegisters: [SampleRow] = [
        SampleRow(
            table: "equipment_item", hasParent: true,
            statement:
                """
                INSERT INTO equipment_item (id, agency, kind, number, added_on, holder, since)
                VALUES ('eeeeeeeeeeeeeeeeeeeeeeeeee', 'a', 'Telephone', 'T-1', '2026-11-20', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "material_stock", hasParent: true,
            statement:
                """
                INSERT INTO material_stock (id, agency, title, pieces, few, counted_on)
                VALUES ('mmmmmmmmmmmmmmmmmmmmmmmmmm', 'a', 'Brochure', 120, 50, '2026-11-20')
                """),
        SampleRow(
            table: "id_card", hasParent: true,
            statement:
                """
                INSERT INTO id_card (id, agency, account, mark, made_on, ends_on)
                VALUES ('iiiiiiiiiiiiiiiiiiiiiiiiii', 'a', 'c', \(bytes(32)),
                    '2026-11-20', '2027-11-19')
                """),
        SampleRow(
            table: "library_entry", hasParent: true,
            statement:
                """
                INSERT INTO library_entry
                    (id, agency, kind, title, words, link, file_kind, audience, place, review_on, changed_on)
                VALUES ('llllllllllllllllllllllllll', 'a', 'sleep', 'Sleep', 'Words.', NULL, 'pdf', 'everyone', 10,
                    '2027-11-20', '2026-11-20')
                """),
        SampleRow(
            table: "library_file", hasParent: true,
            statement:
                """
                INSERT INTO library_file (entry, content)
                VALUES ('llllllllllllllllllllllllll', \(bytes(32)))
                """),
        SampleRow(
            table: "library_hidden", hasParent: true,
            statement: "INSERT INTO library_hidden (agency, seed) VALUES ('a', 'a-look-at-drinking')"),
        SampleRow(
            table: "awareness_activity", hasParent: true,
            statement:
                """
                INSERT INTO awareness_activity (id, agency, activity, done_on, partner, reach)
                VALUES ('nnnnnnnnnnnnnnnnnnnnnnnnnn', 'a', 'briefing', '2026-11-20', 'chaplaincy', '11-to-50')
                """),
        SampleRow(
            table: "partner_organisation", hasParent: true,
            statement:
                """
                INSERT INTO partner_organisation (id, agency, name, contact, listed_on)
                VALUES ('pppppppppppppppppppppppppp', 'a', 'Credit union', '', '2026-11-20')
                """),
        SampleRow(
            table: "budget_line", hasParent: true,
            statement:
                """
                INSERT INTO budget_line (agency, year, line, planned_cents, spent_cents)
                VALUES ('a', 2026, 'training', 500000, 120000)
                """),
        SampleRow(
            table: "counsel_review", hasParent: true,
            statement: "INSERT INTO counsel_review (agency, reviewed_on) VALUES ('a', '2026-11-20')"),
        SampleRow(
            table: "counsel_answer", hasParent: true,
            statement:
                """
                INSERT INTO counsel_answer (agency, question, words, answered_on)
                VALUES ('a', 'privilege', 'None.', '2026-11-20')
                """),
        SampleRow(
            table: "sponsor_letter", hasParent: true,
            statement:
                """
                INSERT INTO sponsor_letter (agency, name, words, dated_on)
                VALUES ('a', 'Somebody', 'We stand behind it.', '2026-11-20')
                """),
    ]
}
