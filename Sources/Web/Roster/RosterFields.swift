import HTML
import Program

/// What several acts of the roster ask for.
enum RosterFields {
    /// One of the call-out lists, which the page knows already.
    static let list = Field<String>.hiddenID("list").map { text throws(Refusal) in
        guard let list = RosterList.Kind(text) else { throw noSuchList }
        return list
    }

    static let noSuchList = Refusal("No list of yours has this name.", field: "list")

    static let from = Field<Instant>.moment("from", "From", fromWords)
    static let until = Field<Instant>.moment("until", "Until", untilWords)

    static let fromWords = FieldWords(about: "In UTC, such as `2026-11-20T18:00:00Z`.")
    static let untilWords = FieldWords(about: "In UTC; the first moment after it.")

    static let stretch = Input(from, until) { from, until throws(Refusal) in try Stretch.asked(from: from, until: until)
    }
}

extension Stretch {
    static func asked(from: Instant, until: Instant) throws(Refusal) -> Stretch {
        guard let stretch = Stretch(from: from, until: until) else {
            throw Refusal("Until: after the beginning.", field: "until")
        }
        return stretch
    }
}

extension Field where Value == [String] {
    /// Whose turn comes after whose: on a page as many lists as there are members and a few more.
    static let turns = people(
        Schema.Property("members", .list(of: .id, atLeast: 1, unique: true), about: "In the order of their turns.")
    ) { present in (1...min(max(present + 3, 6), RosterList.mostMembers)).map { "Turn \($0)" } }

    static let shadows = people(
        Schema.Property("shadows", .list(of: .id), required: false, about: "Who looks on and is never called."),
        hint: "To learn it: sees the shifts and is never called."
    ) { present in Array(repeating: "Looks on", count: min(present + 1, RosterList.mostShadows)) }

    /// - Parameter labels: of the page's lists, by how many there are already.
    private static func people(
        _ property: Schema.Property, hint: String? = nil, labels: @escaping @Sendable (Int) -> [String]
    ) -> Field {
        let name = property.name
        return Field(
            name: name, property: { _ in property },
            control: { form, _, filled in
                let present = filled.ticked[name] ?? []
                return form.inOrder(
                    name, labels(present.count), filled.options[name] ?? [], first: present, prompt: "Nobody",
                    hint: hint, isOptional: !property.isRequired)
            }, read: { answers, _ throws(Refusal) in answers.all(name) })
    }
}

extension Field where Value == Stretch? {
    /// A colleague's shift: on a page one of those shown, by a program any of theirs.
    static let inReturn = Field(
        name: "inReturn",
        property: {
            Schema.Property(
                "inReturn", .nullable(.object(RosterFields.stretch.properties($0))), required: false,
                about: "A shift of theirs that you take over.")
        },
        control: { form, _, filled in
            form.select(
                "inReturn", "In return I take", filled.options["inReturn"] ?? [], prompt: "Nothing",
                hint: "A shift of whoever you offer yours to.", isOptional: true)
        },
        read: { answers, agency throws(Refusal) in
            if let body = answers.body {
                guard let wanted = body["inReturn"], wanted != .null else { return nil }
                return try RosterFields.stretch.read(Answers(wanted), agency).within("inReturn").get()
            }
            guard let chosen = answers["inReturn"] else { return nil }
            guard let stretch = Stretch(chosen: chosen) else {
                throw Refusal("In return: one of the shifts shown.", field: "inReturn")
            }
            return stretch
        })
}

extension Stretch {
    /// As an answer of a list: its beginning and its end.
    var chosen: String { "\(from.text)/\(until.text)" }

    init?(chosen: String) {
        let moments = chosen.split(separator: "/").map { Instant(String($0)) }
        guard moments.count == 2, let from = moments[0], let until = moments[1] else { return nil }
        self.init(from: from, until: until)
    }
}

extension Result where Failure == Refusal {
    /// What is wrong with the members of an object, as far as it stands in another.
    func within(_ member: String) -> Result {
        mapError { refusal in
            Refusal(
                refusal.problems.map { problem in
                    Refusal.Problem(
                        field: problem.field.map { "\(member).\($0)" } ?? member, message: problem.message,
                        clauses: problem.clauses)
                })
        }
    }
}
