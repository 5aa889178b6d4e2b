import Program

/// A pack for a new agency to start from: the IACP's guidelines in neutral words, with what only the agency can say left open.
package struct PackStart {
    private let kind: String
    private let title: String
    private let country: String
    private let id: String

    /// Every kind of agency that one can start for.
    package static let kinds = AgencyDescription.Kind.allCases.filter { $0 != .publicSafety }.map {
        hyphened($0.rawValue)
    }

    /// What stands where only the agency, with its counsel, can say what is right.
    package static let open = "TO-SETTLE"

    /// Nothing for a kind that is none, or a title without a letter or with more than a line.
    package init?(kind: String, title: String, country: String) {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        guard Self.kinds.contains(kind), !words.isEmpty, !title.contains(where: \.isNewline) else { return nil }
        self.kind = kind
        self.title = title
        self.country = country
        id = words.joined(separator: "-")
    }

    package var text: String {
        """
        # The peer support programme of \(title).
        # It starts from the IACP's guidelines (extends: iacp): whatever is not said here is as they have it. `peersupport pack check`
        # tells what is still to be settled, in what this pack differs, and each promise to people that comes from the guidelines.
        # Every key that a pack may have: docs/packs.md. A line that begins with # is a remark for you.

        id: \(id)
        format: \(PackFormat.current.number)
        version: "1"
        extends: iacp
        country: \(country)
        agency:
          kind: \(kind)
          title: \(quoted(title))

        # What you call the programme and its people. Texts that say {supporter} or {team} use these words.
        terms:
          programme: Peer Support Programme
          team: Peer Support Team
          supporter: Peer Supporter
          supporters: Peer Supporters
          seeker: person seeking support
          coordinator: Peer Support Coordinator
          basis: {chosen: "Neutral words; the agency may have its own."}
          glossary: []

        roles:
          - {id: supporter, title: Peer Supporter}
          - {id: coordinator, title: Peer Support Coordinator}

        # TO SETTLE with your counsel: where confidence ends. For each case say whether it must be told (mandatory) or may be told
        # (permissive), and to whom. Until then the pack cannot be put in force. Such as:
        #   force: mandatory
        #   recipients: [{who: {role: clinical-supervisor}, deadline: immediately, escalates: true, designee-allowed: false}]
        # Who may be told: {role: …}, authority-named-by-law, crisis-referral-service, another-supporter, named-in-consent.
        confidentiality:
          # Which office answers in the place of whoever was told and does not answer.
          telling:
            then-asked: {value: [coordinator], basis: {chosen: "The coordinator runs the programme; the agency may name another."}}
          exceptions:
        \(Self.exceptions.map(exception).joined(separator: "\n"))
        \(Self.questions)\(incidents)\(civilian)
        """
    }

    private static let exceptions = ["self", "others", "child-abuse", "adult-abuse"]

    /// What the guidelines leave to counsel: each question stays open, and is shown as open, until its answer stands in the pack
    /// (IACP-6.2).
    private static var questions: String {
        let open = (try? PackLibrary.load(PackID("iacp")).get().pack.counsel?.questions) ?? []
        let lines = open.flatMap { question in
            ["    # \(question.question)", "    - id: \(question.id)", "      # answer: open"]
        }
        return """

            # QUESTIONS for your counsel. Write the answer below each and take the # away; until then the question is open, and the page of
            # the policy in force shows it so. The day of counsel's review stands there too.
            counsel:
              # reviewed-on: 2026-01-31
              questions:
            \(lines.joined(separator: "\n"))

            """
    }

    private func exception(_ id: String) -> String {
        """
            - id: \(id)
              force: \(Self.open)
              recipients: \(Self.open)
              basis: {chosen: "Settled with our counsel."}
        """
    }

    /// What is a critical incident depends on the work; the guidelines speak of police.
    private var incidents: String {
        let kinds = (Self.incidents[kind] ?? []).map { id, label in
            "    - {id: \(id), label: \(label), basis: {chosen: \"The guidelines name none for this work.\"}}"
        }
        return """

            # Critical incidents as people report them; the guidelines' own stay unless they are taken out.
            incidents:
              kinds:
            \((isSworn ? [] : ["    - {id: shooting, remove: true}"]).joined())\(isSworn ? "" : "\n")\(kinds.joined(separator: "\n"))

            """
    }

    /// Where nobody is sworn, nothing is said of the sworn.
    private var civilian: String {
        guard !isSworn else { return "" }
        return """

            # The guidelines speak of sworn and civilian personnel; here nobody is sworn.
            governance:
              committees:
                - id: steering
                  seats:
                    - {id: sworn, remove: true}
                    - {id: civilian, title: Employee}
            team:
              staffing:
                - {id: sworn-and-civilian, remove: true}
            agreement:
              items:
                - {id: duties, label: "I keep the duties of my post, and those of a supervisor where I am one."}

            """
    }

    private var isSworn: Bool { ["police", "sheriff", "probation", "corrections"].contains(kind) }

    private func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private static let incidents: [String: [(String, String)]] = [
        "police": [("violence", "Violence against an employee")],
        "sheriff": [("violence", "Violence against an employee"), ("custody-death", "Death of a person in custody")],
        "probation": [
            ("violence", "Violence against an employee"), ("client-death", "Death of a person under supervision"),
        ],
        "corrections": [("disturbance", "Riot or hostage-taking"), ("custody-death", "Death of a person in custody")],
        "fire": [("lost-rescue", "Loss of life at a fire or rescue"), ("child", "Death or serious injury of a child")],
        "ambulance": [("child", "Death or serious injury of a child"), ("violence", "Violence against a crew")],
        "dispatch-centre": [
            ("call", "A call that stays with whoever took it"), ("own-unit", "Loss of a unit on the air"),
        ],
        "hospital": [("patient", "Unexpected death of a patient"), ("violence", "Violence against staff")],
    ]
}
