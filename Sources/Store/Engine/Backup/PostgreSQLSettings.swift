/// What a PostgreSQL address says, for PostgreSQL's own programs. They get it in their environment, which no other user can
/// read, and never on a command line, which everybody can.
struct PostgreSQLSettings {
    /// A keyword of an address, with the variable that says the same.
    struct Setting {
        let keyword: String
        let variable: String?
        let value: String
    }

    private let settings: [Setting]

    init(of uri: String) throws { settings = try PostgreSQLConnection.settings(of: uri) }

    var environment: [String: String] {
        Dictionary(
            settings.compactMap { setting in setting.variable.map { ($0, setting.value) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The same server with another database, as libpq reads it.
    func naming(database: String) -> String {
        let others = settings.filter { $0.keyword != "dbname" }.map { "\($0.keyword)=\(Self.quoted($0.value))" }
        return (others + ["dbname=\(Self.quoted(database))"]).joined(separator: " ")
    }

    /// The database alone, as a program is told it.
    var database: String? { settings.first { $0.keyword == "dbname" }.map { "dbname=\(Self.quoted($0.value))" } }

    private static func quoted(_ value: String) -> String {
        let escaped = value.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }
        return "'\(escaped.joined())'"
    }
}
