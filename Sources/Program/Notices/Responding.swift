/// A supporter says that they respond in person now, after hours or off duty (KSO-K.1). It names nobody.
package struct NewResponse: Sendable, Equatable {
    /// The id of a vehicle in the pack's list; nothing where the pack has none.
    package let vehicle: String?

    package init(vehicle: String?) { self.vehicle = vehicle }
}

extension PolicyPack {
    /// The rule by which somebody with those roles tells of a response in person; nothing where the pack has none for
    /// them. Whoever holds the role that would be told tells the next one up: a leader tells the coordinator.
    package func responseRule(for roles: Set<RoleID>) -> NotificationRule? {
        escalation.notifications.first {
            $0.event == .afterHoursResponseInPerson && roles.contains($0.from) && !roles.contains($0.to)
        }
    }

    /// What is wrong with a response, if anything.
    private func refusal(of response: NewResponse) -> Refusal? {
        switch (dutyTime.vehicles, response.vehicle) {
        case (let rule?, let vehicle?) where rule.choices.contains { $0.id == vehicle }: nil
        case (let rule?, _): Refusal("Choose your vehicle.", field: "vehicle", basis: rule.basis)
        case (nil, nil): nil
        case (nil, _?): Refusal("This programme does not ask for a vehicle.", field: "vehicle")
        }
    }

    /// The rule by which somebody with those roles has a response told, or why nobody is.
    package func telling(of response: NewResponse, for roles: Set<RoleID>) -> Result<NotificationRule, Refusal> {
        guard let rule = responseRule(for: roles) else {
            return .failure(Refusal("This programme asks nobody to be told of a response of yours."))
        }
        return refusal(of: response).map { .failure($0) } ?? .success(rule)
    }

    /// The notice of a response: announced again until it is acknowledged, where the pack wants that.
    package func notice(
        of response: String, under rule: NotificationRule, by supporter: String, at now: Instant
    ) -> NewNotice {
        NewNotice(
            kind: .afterHoursResponse, to: .role(rule.to), due: escalation.pace.next(after: now),
            repeats: rule.acknowledged, about: response, under: rule.basis.clauses, from: supporter)
    }
}
