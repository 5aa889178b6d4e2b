import Sealing

/// A chain of invented acts, with everything that text can hold.
func exampleChain(of agency: String, count: Int) throws -> [AuditRecord] {
    var head = AuditHead(beginningOf: agency)
    return try (0..<count).map { place in
        let record = head.record(try exampleAct(place))
        head = record.head
        return record
    }
}

func exampleAct(_ place: Int) throws -> AuditAct {
    let actors = ["account-1", "reminder worker", "Zoë \u{1F6DF} \"quoted\" \\ / \u{2028}", ""]
    let clauses = [["OCP-I.C.3.i"], [], ["SAC-II.D.3.e", "IACP-2.3-1"], ["", ""]]
    let salt = AuditSalt()
    return AuditAct(
        at: 1_780_000_000_000 + Int64(place), actor: actors[place % 4], kind: "sheet.submitted",
        subject: place % 3 == 0 ? nil : "sheet-\(place)\t\u{1}\r\n", clauses: clauses[place % 4],
        packHash: ContentHash(of: [UInt8(place % 2)]), payloadHash: ContentHash(ofPayload: Array("31".utf8), salt: salt)
    )
}

/// The act with one of its parts changed.
func changed(
    _ act: AuditAct, at: Int64? = nil, actor: String? = nil, kind: String? = nil, subject: String?? = nil,
    clauses: [String]? = nil, packHash: ContentHash? = nil, payloadHash: ContentHash? = nil
) -> AuditAct {
    AuditAct(
        at: at ?? act.at, actor: actor ?? act.actor, kind: kind ?? act.kind, subject: subject ?? act.subject,
        clauses: clauses ?? act.clauses, packHash: packHash ?? act.packHash,
        payloadHash: payloadHash ?? act.payloadHash)
}
