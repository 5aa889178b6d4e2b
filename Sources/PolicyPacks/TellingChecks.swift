import Program

/// Exceptions to confidence that nobody could carry out: whom they are told, and who is asked where nobody answers.
extension PackChecks {
    func checkTelling() {
        checkAuthorities()
        for exception in pack.confidentiality.exceptions { check(exception) }
    }

    private func check(_ exception: DisclosureException) {
        let path = "confidentiality.exceptions[\(exception.id)]"
        switch exception.force {
        case .unsettled:
            if !exception.recipients.isEmpty || !exception.followOn.isEmpty {
                contradiction(
                    "It is unsettled and says whom it is told; say whether it must or may be told: mandatory or permissive.",
                    at: "\(path).force")
            }
        case .mandatory:
            if exception.recipients.isEmpty {
                contradiction("A mandatory exception says who must be told.", at: "\(path).recipients")
            }
            if exception.recipients.contains(where: { $0.deadline == .open }) {
                contradiction(
                    "What must be told is told at some time: immediately or as-soon-as-possible.",
                    at: "\(path).recipients")
            }
        case .permissive:
            if exception.recipients.isEmpty {
                contradiction("An exception says who may be told.", at: "\(path).recipients")
            }
        }
        checkNext(exception, at: path)
    }

    /// Whatever is told again and again until somebody answers comes to somebody else where they do not.
    private func checkNext(_ exception: DisclosureException, at path: String) {
        let asked = exception.recipients.filter(\.escalates).compactMap(\.who.role)
        guard !asked.isEmpty else { return }
        guard let telling = pack.confidentiality.telling else {
            contradiction(
                "Say under confidentiality.telling how soon it is told again, and which office answers where nobody does.",
                at: "\(path).recipients")
            return
        }
        let told = Set(exception.recipients.compactMap(\.who.role))
        if telling.thenAsked.value.allSatisfy(told.contains) {
            let titles = told.sorted().map { pack.title(of: $0) }.joined(separator: " and the ")
            contradiction(
                "Of '\(exception.id)' the \(titles) alone would be told, for ever; name another office that answers in their "
                    + "place.",
                at: "confidentiality.telling.then-asked.value")
        }
    }

    private func checkAuthorities() {
        let authorities = pack.authorities.map(\.id)
        for exception in pack.confidentiality.exceptions {
            for authority in exception.recipients.compactMap(\.who.authority) where !authorities.contains(authority) {
                let right = authorities.map(\.text).joined(separator: ", ")
                contradiction(
                    "The authority '\(authority)' is not defined under confidentiality.authorities; "
                        + (right.isEmpty ? "there are none." : "there are: \(right)."),
                    at: "confidentiality.exceptions[\(exception.id)].recipients")
            }
        }
    }
}
