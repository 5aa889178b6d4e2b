extension Migration {
    /// Indexes for what was found by walking everything that an agency, or the installation, has. They hold no column that
    /// the tables do not.
    static let indexes = Migration(
        number: 19, name: "indexes",
        statements: [
            "CREATE INDEX notice_open ON notice (agency, raised_on, id) WHERE acknowledged_at IS NULL",
            "CREATE INDEX notice_by_answer ON notice (agency, acknowledged_at)",
            "CREATE INDEX notice_by_day ON notice (agency, raised_on)",
            "CREATE INDEX designee_by_end ON designee (agency, until)",
            "CREATE INDEX disclosure_by_beginning ON disclosure (agency, begun_at)",
            "CREATE INDEX response_by_day ON response (agency, told_on)",
            "CREATE INDEX suspension_by_end ON suspension (agency, confirmed_on)",
            "CREATE INDEX call_out_running ON call_out (agency, begun_on) WHERE finished_on IS NULL",
            "DROP INDEX after_action_open",
            "CREATE INDEX after_action_open ON after_action (agency, id) WHERE finished_on IS NULL",
            "CREATE INDEX roster_rotation_by_end ON roster_rotation (agency, runs_until)",
            "CREATE INDEX contact_method_by_code ON contact_method (code_ends_at)",
            "CREATE INDEX audit_entry_by_time ON audit_entry (agency, at)",
            "DROP INDEX request_by_end",
            "CREATE INDEX request_by_end ON request (agency, destroy_on)",
            // All that is read of a filing, so that SQLite prefers it to the months of everybody.
            "DROP INDEX filing_by_account",
            "CREATE INDEX filing_by_account ON filing (agency, account, month, filed_on, minutes, is_late)",
        ])
}
