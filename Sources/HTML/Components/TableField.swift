extension Form {
    /// A table as text: pasted from a spreadsheet, or read from a chosen file by the page's script.
    /// - Parameter mostBytes: how large a file the script takes.
    package func table(
        _ name: String, _ label: String, mostBytes: Int, hint: String? = nil, origin: RuleOrigin? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: false)
        return frame.around(
            """
            <span data-table-file hidden><input class="input input-file" type="file" aria-label="Choose a file"\
             accept=".csv,.txt,.tsv,text/csv,text/plain" autocomplete="off"><span role="status"></span></span>\
            <textarea class="input" id="\(fieldID(name))" name="\(name)" rows="8" autocomplete="off" spellcheck="false"\
             data-table="\(mostBytes)" required\(frame.ties)>
            \(value(of: name, first: nil) ?? "")</textarea>
            """)
    }
}
