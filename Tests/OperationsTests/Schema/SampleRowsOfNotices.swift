import Store

extension SampleRow {
    /// How people are reached.
    static let ofDelivery: [SampleRow] = [
        SampleRow(
            table: "contact_method", hasParent: true,
            statement:
                """
                INSERT INTO contact_method (id, agency, account, kind, address, delay_minutes)
                VALUES ('m', 'a', 'c', 'email', 'x@y', 0)
                """),
        SampleRow(
            table: "push_subscription", hasParent: true,
            statement:
                """
                INSERT INTO push_subscription (method, endpoint, public_key, secret)
                VALUES ('m', 'https://p', \(bytes(65)), \(bytes(16)))
                """),
        SampleRow(
            table: "ping", hasParent: true,
            statement:
                """
                INSERT INTO ping (agency, account, key, day)
                VALUES ('a', 'c', \(bytes(32)), 1)
                """),
        SampleRow(
            table: "word_of_asking", hasParent: true,
            statement:
                """
                INSERT INTO word_of_asking (agency, account, id, ends_at, more_waits) VALUES ('a', 'c', \(id), 1, 0)
                """),
        SampleRow(
            table: "outbox", hasParent: true,
            statement:
                """
                INSERT INTO outbox (id, agency, account, ping, method, kind, word, urgency, due_at)
                VALUES ('o', 'a', 'c', \(bytes(32)), 'm', 'email', 'message', 'routine', 1)
                """),
        SampleRow(
            table: "delivery_attempt", hasParent: true,
            statement:
                """
                INSERT INTO delivery_attempt (parcel, number, method, outcome, day)
                VALUES ('o', 1, 'm', 'accepted', 1)
                """),
        SampleRow(
            table: "heartbeat", hasParent: false,
            statement:
                """
                INSERT INTO heartbeat (worker, at)
                VALUES ('w', 1)
                """),
        SampleRow(
            table: "failing_step", hasParent: true,
            statement:
                """
                INSERT INTO failing_step (worker, step, agency, fault, at)
                VALUES ('w', 's', 'a', 'f', 1)
                """),
    ]

    /// Notices, disclosures and after-hours responses.
    static let ofNotices: [SampleRow] = [
        SampleRow(
            table: "notice", hasParent: true,
            statement:
                """
                INSERT INTO notice (id, agency, kind, to_role, raised_on, clauses, pack, reaches_designees, pinged)
                VALUES ('n', 'a', 'k', 'r', '2026-11-20', '', 'h', 0, 0)
                """),
        SampleRow(
            table: "designee", hasParent: true,
            statement:
                """
                INSERT INTO designee (id, agency, role, account, named_by, starts_on, until)
                VALUES ('d', 'a', 'r', 'c', 'c', '2026-11-20', '2026-11-21')
                """),
        SampleRow(
            table: "disclosure", hasParent: true,
            statement:
                """
                INSERT INTO disclosure (id, agency, account, exception, pack, begun_at)
                VALUES ('di', 'a', 'c', 'e', 'h', 1)
                """),
        SampleRow(
            table: "disclosure_step", hasParent: true,
            statement:
                """
                INSERT INTO disclosure_step (agency, disclosure, place, notice)
                VALUES ('a', 'di', 0, 'n')
                """),
        SampleRow(
            table: "authority", hasParent: true,
            statement:
                """
                INSERT INTO authority (agency, authority, name, telephone, set_on)
                VALUES ('a', 'au', 'Protective services', '555-0143', '2026-11-20')
                """),
        SampleRow(
            table: "response", hasParent: true,
            statement:
                """
                INSERT INTO response (id, agency, account, told_on)
                VALUES ('re', 'a', 'c', '2026-11-20')
                """),
    ]
}
