/// A new text of the agency's rules on its way to being in force. Each step is done once, by whoever the pack in force names for it, and
/// only the last of them puts the text in force.
package struct PolicyDraft: Sendable, Equatable {
    package let id: String
    /// What names the text.
    package let pack: String
    /// What names the text that was in force when it was drafted: what it is compared with.
    package let base: String
    /// As the text says of itself.
    package let version: String
    /// What of the rules it changes.
    package let parts: Set<PolicyRevision.Part>
    /// From which day it is in force, once that is set.
    package let startsOn: Day?
    /// What was done with it, the earliest first.
    package let steps: [Done]

    package init(
        id: String, pack: String, base: String, version: String, parts: Set<PolicyRevision.Part>, startsOn: Day?,
        steps: [Done]
    ) {
        self.id = id
        self.pack = pack
        self.base = base
        self.version = version
        self.parts = parts
        self.startsOn = startsOn
        self.steps = steps
    }

    /// What may be done with a draft. Each happens at most once to each.
    package enum Step: String, Sendable, CaseIterable {
        case drafted
        /// Handed to whoever approves.
        case submitted
        case approved
        /// Not approved. It goes no further.
        case refused
        case reviewed
        /// Not passed by whoever reviews. It goes no further.
        case sentBack = "sent-back"
        /// The day was set from which it is in force.
        case dated
        case inForce = "in-force"
        case withdrawn
        /// Another text came into force first, so nobody has looked at what this one would change.
        case overtaken
    }

    /// A step with who did it and when.
    package struct Done: Sendable, Equatable {
        package let step: Step
        /// The account; nothing for a committee's ballot, and for what the server does when its day has come.
        package let by: String?
        package let on: Day

        package init(_ step: Step, by: String?, on: Day) {
            self.step = step
            self.by = by
            self.on = on
        }
    }

    /// Where it stands: the last that was done.
    package var status: Step { steps.last?.step ?? .drafted }

    package func done(_ step: Step) -> Done? { steps.first { $0.step == step } }

    /// Whether something may still come of it.
    package var isOpen: Bool {
        switch status {
        case .drafted, .submitted, .approved, .reviewed, .dated: true
        case .refused, .sentBack, .inForce, .withdrawn, .overtaken: false
        }
    }

    /// With one more step.
    package func adding(_ done: Done, startsOn day: Day? = nil) -> PolicyDraft {
        PolicyDraft(
            id: id, pack: pack, base: base, version: version, parts: parts, startsOn: day ?? startsOn,
            steps: steps + [done])
    }
}
