extension Form {
    /// A file from the user's device. The page's script puts it into the field `name` in base64; the file's own name is never sent.
    /// - Parameters:
    ///   - types: the media types that may be chosen.
    ///   - mostBytes: how large a file the script takes.
    package func chosenFile(
        _ name: String, _ label: String, accepting types: [String], mostBytes: Int, hint: String? = nil,
        origin: RuleOrigin? = nil
    ) -> HTML {
        let frame = frame(name, label, hint, origin, isOptional: false)
        return frame.around(
            """
            <input class="input input-file" id="\(frame.id)" type="file" accept="\(types.joined(separator: ","))"\
             autocomplete="off" data-file-bytes="\(mostBytes)" disabled\(frame.ties)>\
            <input type="hidden" name="\(name)" value="">\
            <span role="status">Choosing a file needs this page’s own script. Allow it, or use another device.</span>
            """)
    }
}
