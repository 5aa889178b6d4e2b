import Store

extension Database {
    /// Every row of every table in words, in an order of its own: equal where nothing has changed.
    func everything() async throws -> String {
        try await rowsByTable().sorted { $0.key < $1.key }.map { table, rows in
            "\(table):\n\(rows.joined(separator: "\n"))"
        }.joined(separator: "\n")
    }

    /// The rows of each table in words, in order of their words.
    ///
    /// - Parameter known: the columns that count; all where none are named.
    func rowsByTable(of known: [SchemaColumn]? = nil) async throws -> [String: [String]] {
        let columns = try await columns().filter { known?.contains($0) ?? true }
        return try await read { transaction in
            try Dictionary(grouping: columns, by: \.table).reduce(into: [:]) { rowsByTable, table in
                rowsByTable[table.key] = try transaction.rows(try Self.all(of: table.key)).map { row in
                    try table.value.map(\.column).map { "\($0)=\(try row.value(.named($0)).inWords)" }
                        .joined(separator: ",")
                }.sorted()
            }
        }
    }

    /// How many rows each table has.
    func sizes() async throws -> [String: Int] { try await rowsByTable().mapValues(\.count) }

    /// Statements are made of words in the source, so every table is named here; a new one makes the test fail.
    private static func all(of table: String) throws -> SQL {
        switch table {
        case "account": "SELECT * FROM account"
        case "after_action": "SELECT * FROM after_action"
        case "after_action_sign_off": "SELECT * FROM after_action_sign_off"
        case "after_action_writer": "SELECT * FROM after_action_writer"
        case "announcement": "SELECT * FROM announcement"
        case "announcement_word": "SELECT * FROM announcement_word"
        case "feedback": "SELECT * FROM feedback"
        case "feedback_box": "SELECT * FROM feedback_box"
        case "agency": "SELECT * FROM agency"
        case "audit_entry": "SELECT * FROM audit_entry"
        case "audit_salt": "SELECT * FROM audit_salt"
        case "ballot": "SELECT * FROM ballot"
        case "ballot_elector": "SELECT * FROM ballot_elector"
        case "ballot_vote": "SELECT * FROM ballot_vote"
        case "call_out": "SELECT * FROM call_out"
        case "call_out_activation": "SELECT * FROM call_out_activation"
        case "call_out_number": "SELECT * FROM call_out_number"
        case "call_out_page": "SELECT * FROM call_out_page"
        case "authority": "SELECT * FROM authority"
        case "attribute_box": "SELECT * FROM attribute_box"
        case "attribute_spread": "SELECT * FROM attribute_spread"
        case "card_attribute": "SELECT * FROM card_attribute"
        case "aid_agreement": "SELECT * FROM aid_agreement"
        case "joint_session": "SELECT * FROM joint_session"
        case "regional_message": "SELECT * FROM regional_message"
        case "regional_message_copy": "SELECT * FROM regional_message_copy"
        case "response_count": "SELECT * FROM response_count"
        case "response_release": "SELECT * FROM response_release"
        case "duty_month": "SELECT * FROM duty_month"
        case "duty_release": "SELECT * FROM duty_release"
        case "payroll_export": "SELECT * FROM payroll_export"
        case "service": "SELECT * FROM service"
        case "service_volunteer": "SELECT * FROM service_volunteer"
        case "well_being_check": "SELECT * FROM well_being_check"
        case "well_being_mark": "SELECT * FROM well_being_mark"
        case "equipment_item": "SELECT * FROM equipment_item"
        case "material_stock": "SELECT * FROM material_stock"
        case "id_card": "SELECT * FROM id_card"
        case "library_entry": "SELECT * FROM library_entry"
        case "library_file": "SELECT * FROM library_file"
        case "library_hidden": "SELECT * FROM library_hidden"
        case "awareness_activity": "SELECT * FROM awareness_activity"
        case "partner_organisation": "SELECT * FROM partner_organisation"
        case "counsel_review": "SELECT * FROM counsel_review"
        case "counsel_answer": "SELECT * FROM counsel_answer"
        case "sponsor_letter": "SELECT * FROM sponsor_letter"
        case "budget_line": "SELECT * FROM budget_line"
        case "consultant_licence": "SELECT * FROM consultant_licence"
        case "referral_provider": "SELECT * FROM referral_provider"
        case "consultant_scope": "SELECT * FROM consultant_scope"
        case "seat": "SELECT * FROM seat"
        case "sizing_entry": "SELECT * FROM sizing_entry"
        case "team_change": "SELECT * FROM team_change"
        case "contact": "SELECT * FROM contact"
        case "contact_method": "SELECT * FROM contact_method"
        case "delivery_attempt": "SELECT * FROM delivery_attempt"
        case "designee": "SELECT * FROM designee"
        case "disclosure": "SELECT * FROM disclosure"
        case "disclosure_step": "SELECT * FROM disclosure_step"
        case "done_act": "SELECT * FROM done_act"
        case "failing_step": "SELECT * FROM failing_step"
        case "filed_sheet": "SELECT * FROM filed_sheet"
        case "filing": "SELECT * FROM filing"
        case "incident": "SELECT * FROM incident"
        case "incident_file": "SELECT * FROM incident_file"
        case "shared_incident": "SELECT * FROM shared_incident"
        case "outreach_offer": "SELECT * FROM outreach_offer"
        case "outreach_mark": "SELECT * FROM outreach_mark"
        case "suspension": "SELECT * FROM suspension"
        case "suspension_holding": "SELECT * FROM suspension_holding"
        case "heartbeat": "SELECT * FROM heartbeat"
        case "holding": "SELECT * FROM holding"
        case "hours_box": "SELECT * FROM hours_box"
        case "office_proposal": "SELECT * FROM office_proposal"
        case "team_told": "SELECT * FROM team_told"
        case "vouching_due": "SELECT * FROM vouching_due"
        case "membership": "SELECT * FROM membership"
        case "membership_event": "SELECT * FROM membership_event"
        case "membership_holding": "SELECT * FROM membership_holding"
        case "membership_pause": "SELECT * FROM membership_pause"
        case "agreement_text": "SELECT * FROM agreement_text"
        case "agreement_signature": "SELECT * FROM agreement_signature"
        case "annual_review": "SELECT * FROM annual_review"
        case "removal": "SELECT * FROM removal"
        case "removal_hearing": "SELECT * FROM removal_hearing"
        case "relevant_reason": "SELECT * FROM relevant_reason"
        case "month_count": "SELECT * FROM month_count"
        case "named_sheet": "SELECT * FROM named_sheet"
        case "policy_draft": "SELECT * FROM policy_draft"
        case "policy_draft_step": "SELECT * FROM policy_draft_step"
        case "notice": "SELECT * FROM notice"
        case "old_receipt": "SELECT * FROM old_receipt"
        case "outbox": "SELECT * FROM outbox"
        case "pack": "SELECT * FROM pack"
        case "person": "SELECT * FROM person"
        case "ping": "SELECT * FROM ping"
        case "push_subscription": "SELECT * FROM push_subscription"
        case "publication": "SELECT * FROM publication"
        case "tally": "SELECT * FROM tally"
        // Before step 55.
        case "release": "SELECT * FROM release"
        case "request": "SELECT * FROM request"
        case "request_consent": "SELECT * FROM request_consent"
        case "request_consultation": "SELECT * FROM request_consultation"
        case "request_copy": "SELECT * FROM request_copy"
        case "request_message": "SELECT * FROM request_message"
        case "request_reminder": "SELECT * FROM request_reminder"
        case "request_reserve": "SELECT * FROM request_reserve"
        case "response": "SELECT * FROM response"
        case "roster_feed": "SELECT * FROM roster_feed"
        case "orientation": "SELECT * FROM orientation"
        case "directory_token": "SELECT * FROM directory_token"
        case "directory_entry": "SELECT * FROM directory_entry"
        case "directory_default": "SELECT * FROM directory_default"
        case "directory_ending": "SELECT * FROM directory_ending"
        case "directory_change": "SELECT * FROM directory_change"
        case "directory_allowance": "SELECT * FROM directory_allowance"
        case "import_ending": "SELECT * FROM import_ending"
        case "personnel_column": "SELECT * FROM personnel_column"
        case "personnel_upload": "SELECT * FROM personnel_upload"
        case "roster_gap": "SELECT * FROM roster_gap"
        case "roster_hours": "SELECT * FROM roster_hours"
        case "roster_leave": "SELECT * FROM roster_leave"
        case "roster_member": "SELECT * FROM roster_member"
        case "roster_override": "SELECT * FROM roster_override"
        case "roster_rotation": "SELECT * FROM roster_rotation"
        case "roster_shift": "SELECT * FROM roster_shift"
        case "roster_swap": "SELECT * FROM roster_swap"
        case "schema_migration": "SELECT * FROM schema_migration"
        case "reminder": "SELECT * FROM reminder"
        case "sealed_paper": "SELECT * FROM sealed_paper"
        case "sealed_paper_copy": "SELECT * FROM sealed_paper_copy"
        case "server_key": "SELECT * FROM server_key"
        case "session": "SELECT * FROM session"
        case "request_count": "SELECT * FROM request_count"
        case "sheet": "SELECT * FROM sheet"
        case "supporter_card": "SELECT * FROM supporter_card"
        case "supporter_photo": "SELECT * FROM supporter_photo"
        case "sign_in_pause": "SELECT * FROM sign_in_pause"
        case "supervisor_code": "SELECT * FROM supervisor_code"
        case "enrolment_letter": "SELECT * FROM enrolment_letter"
        case "nomination": "SELECT * FROM nomination"
        case "selection_opening": "SELECT * FROM selection_opening"
        case "application": "SELECT * FROM application"
        case "application_paper": "SELECT * FROM application_paper"
        case "application_entry": "SELECT * FROM application_entry"
        case "application_rating": "SELECT * FROM application_rating"
        case "peer_answer": "SELECT * FROM peer_answer"
        case "peer_answered": "SELECT * FROM peer_answered"
        case "word_of_asking": "SELECT * FROM word_of_asking"
        case "attendance": "SELECT * FROM attendance"
        case "course_completion": "SELECT * FROM course_completion"
        case "further_course": "SELECT * FROM further_course"
        case "gathering": "SELECT * FROM gathering"
        case "gathering_holder": "SELECT * FROM gathering_holder"
        case "member_qualification": "SELECT * FROM member_qualification"
        default: throw UnknownTable(name: table)
        }
    }
}

struct UnknownTable: Error {
    let name: String
}

extension Value {
    /// The value itself: integers in digits, texts as they are, bytes in hexadecimal digits.
    var inWords: String {
        switch self {
        case .null: "NULL"
        case .integer(let integer): "\(integer)"
        case .text(let text): text
        case .blob(let bytes): bytes.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
        }
    }
}
