import Program

extension LibraryEntry {
    fileprivate init(_ row: Row) throws {
        guard let audience = LibraryAudience(rawValue: try row.text("audience")) else {
            throw StoreFault.unreadable(column: "audience", problem: "is no word of its list")
        }
        self.init(
            id: try row.text("id"), kind: LibraryKind(rawValue: try row.text("kind")) ?? .other,
            title: try row.text("title"), words: try row.text("words"), link: try row.optionalText("link"),
            file: try row.optionalText("file_kind").flatMap { LibraryFile.Kind(rawValue: $0) },
            audience: audience, place: try row.int("place"),
            reviewOn: try row.optionalDay("review_on"), changedOn: try row.day("changed_on"))
    }
}

extension Transaction {
    /// Everything that the programme added, without the files.
    package func library(agency: String) throws -> [LibraryEntry] {
        try rows(
            """
            SELECT id, kind, title, words, link, file_kind, audience, place, review_on, changed_on FROM library_entry
            WHERE agency = \(agency) ORDER BY kind, title
            """
        ).map(LibraryEntry.init)
    }

    package func libraryEntry(_ id: String, agency: String) throws -> LibraryEntry? {
        try row(
            """
            SELECT id, kind, title, words, link, file_kind, audience, place, review_on, changed_on FROM library_entry
            WHERE id = \(id) AND agency = \(agency)
            """
        ).map(LibraryEntry.init)
    }

    package func libraryFile(of entry: String, agency: String) throws -> [UInt8]? {
        try row(
            """
            SELECT library_file.content FROM library_file JOIN library_entry ON library_entry.id = library_file.entry
            WHERE library_file.entry = \(entry) AND library_entry.agency = \(agency)
            """
        )?.blob("content")
    }

    /// Adds it, or puts it in place of what had its id. A file that it had stays, unless another comes.
    package func keep(_ entry: LibraryEntry, file: LibraryFile?, on day: Day, agency: String) throws {
        try execute(
            """
            INSERT INTO library_entry
                (id, agency, kind, title, words, link, file_kind, audience, place, review_on, changed_on)
            VALUES (\(entry.id), \(agency), \(entry.kind.rawValue), \(entry.title), \(entry.words), \(entry.link),
                \(entry.file?.rawValue), \(entry.audience.rawValue), \(entry.place), \(entry.reviewOn?.text),
                \(day.text))
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, words = excluded.words,
                link = excluded.link, file_kind = excluded.file_kind, audience = excluded.audience,
                place = excluded.place, review_on = excluded.review_on, changed_on = excluded.changed_on
            """)
        guard let file else { return }
        try execute(
            """
            INSERT INTO library_file (entry, content) VALUES (\(entry.id), \(file.bytes))
            ON CONFLICT (entry) DO UPDATE SET content = excluded.content
            """)
    }

    /// False where there is none.
    package func review(libraryEntry id: String, next: Day?, on day: Day, agency: String) throws -> Bool {
        try execute(
            """
            UPDATE library_entry SET review_on = \(next?.text), changed_on = \(day.text)
            WHERE id = \(id) AND agency = \(agency)
            """) == 1
    }

    package func deleteLibraryEntry(_ id: String) throws {
        try execute("DELETE FROM library_file WHERE entry = \(id)")
        try execute("DELETE FROM library_entry WHERE id = \(id)")
    }

    /// The handouts of the program that the agency does not show.
    package func hiddenSeeds(agency: String) throws -> Set<String> {
        Set(try rows("SELECT seed FROM library_hidden WHERE agency = \(agency)").map { try $0.text("seed") })
    }

    package func hide(seed: String, agency: String) throws {
        try execute(
            "INSERT INTO library_hidden (agency, seed) VALUES (\(agency), \(seed)) ON CONFLICT (agency, seed) DO NOTHING"
        )
    }

    package func show(seed: String, agency: String) throws {
        try execute("DELETE FROM library_hidden WHERE agency = \(agency) AND seed = \(seed)")
    }
}
