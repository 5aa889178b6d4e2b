extension Form {
    /// A table as text: pasted from a spreadsheet, or read from a chosen file by the page's script.
    /// - Parameters:
    ///   - mostBytes: how large a file the script takes.
    ///   - accepting: which files the browser offers.
    package func table(
        _ name: String, _ label: String, mostBytes: Int, accepting: String = Form.tables, hint: String? = nil,
        origin: RuleOrigin? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: false)
        return frame.around(
            """
            <span data-table-file hidden><input class="input input-file" type="file" aria-label="Choose a file"\
             accept="\(accepting)" autocomplete="off"><span role="status"></span></span>\
            <textarea class="input" id="\(frame.id)" name="\(name)" rows="8" autocomplete="off" spellcheck="false"\
             data-table="\(mostBytes)" required\(frame.ties)>
            \(value(of: name, first: nil) ?? "")</textarea>
            """)
    }

    package static let tables = ".csv,.txt,.tsv,text/csv,text/plain"
}
