/// Names the draft stat sheets of one supporter. Only the supporter's own session can make the names, so no column ties a
/// draft to who keeps it.
package struct SheetKey: Redacted, Sendable {
    let secret: Secret

    /// The 16-byte id of the supporter's sheet of a month; always the same for the same agency and month, and random-looking
    /// to everyone else.
    ///
    /// - Parameters:
    ///   - agency: The agency's id.
    ///   - month: The month as `2026-03`, in the agency's time zone.
    package func sheetId(agency: String, month: String) -> [UInt8] {
        secret.derived(for: Binding("stat sheet", agency, month), count: 16).exposedBytes
    }
}
