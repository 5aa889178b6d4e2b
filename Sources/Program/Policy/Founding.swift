extension AgencyCalendar {
    /// The calendar of a new agency, or everything that is wrong with how it is to be called and where it is.
    ///
    /// - Parameters:
    ///   - slug: its name in addresses.
    ///   - timeZone: such as `America/Los_Angeles`.
    package static func founding(slug: String, name: String, timeZone: String) -> Result<AgencyCalendar, Refusal> {
        var problems: [Refusal.Problem] = []
        func wrong(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message))
        }
        let isPlain = slug.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        if !isPlain || !(2...60).contains(slug.utf8.count) {
            wrong("slug", "Two to sixty small letters, digits and hyphens.")
        }
        if let why = name.whyNoName { wrong("name", "Name: \(why)") }
        guard let calendar = AgencyCalendar(timeZone: timeZone) else {
            wrong("timeZone", "A time zone such as America/Los_Angeles.")
            return .failure(Refusal(problems))
        }
        return problems.isEmpty ? .success(calendar) : .failure(Refusal(problems))
    }

    /// The promises that a pack takes over from its parent were not read for this agency, or others were.
    ///
    /// - Parameters:
    ///   - inherited: names those that the pack takes over; nothing where it takes over none.
    ///   - confirmed: names those that were read.
    package static func unconfirmed(_ inherited: String?, confirmed: String?) -> Refusal? {
        guard let inherited, confirmed != inherited else { return nil }
        let problem =
            confirmed == nil
            ? "People are told promises in the words of another pack. Read them and confirm them: they are \(inherited)."
            : "These are other promises than were confirmed. Read them and confirm them: they are \(inherited)."
        return Refusal(problem, field: "promises")
    }

    /// An agency of that name in addresses is there.
    package static func isFounded(_ slug: String) -> Refusal {
        Refusal("There is an agency \(slug) already.", field: "slug")
    }
}

extension PolicyPack {
    /// Why no agency is taken in on this pack, where it leaves exceptions to confidence for each agency to settle (IACP-6.2): each is
    /// named, with what to write.
    package var unsettledRefusal: Refusal? {
        let unsettled = confidentiality.unsettled
        guard !unsettled.isEmpty else { return nil }
        return Refusal(
            unsettled.map { exception in
                Refusal.Problem(
                    field: "confidentiality.exceptions[\(exception.id)]",
                    message: """
                        “\(exception.label)” is not settled. Ask your counsel whether it must or may be told, and to whom. Then write in \
                        a pack of your own that extends '\(id)', under confidentiality.exceptions: \
                        {id: \(exception.id), force: mandatory (or permissive), basis: {clauses: \
                        [\(exception.basis.clauses.map(\.text).joined(separator: ", "))], chosen: {force: "why", recipients: \
                        "why"}}, recipients: \
                        [{who: {role: …} (or {authority: …}, or authority-named-by-law), deadline: immediately (or \
                        as-soon-as-possible, or open), escalates: true (or false), designee-allowed: false}]}.
                        """,
                    clauses: exception.basis.clauses)
            })
    }
}
