extension PolicyPack {
    package func service(_ id: String) -> ServiceRule? { requests.services.first { $0.id == id } }

    /// Who assigns services, and has members ask how colleagues off work are.
    var conferredByServices: [ConferredPower] {
        let services = requests.services.isEmpty ? nil : requests.serviceAssignments
        return [
            services.map { ConferredPower(.assignServices, on: [$0.assignedBy]) },
            requests.wellBeingChecks.map { ConferredPower(.assignChecks, on: [$0.assignedBy]) },
        ].compactMap(\.self)
    }

    /// The first day of which what a service says of somebody by name is kept on that day.
    package func firstServiceDayNamed(on today: Day) -> Day? {
        today.adding(days: -retention.inquiryDays.value.number)
    }

    /// The first day whose services, with who did them and their hours, are kept on that day: as long as any hours are.
    package func firstServiceDayKept(on today: Day) -> Day? {
        today.adding(days: -retention.dutyTimeDays.value.number)
    }
}

extension ServiceAssignmentRule {
    /// What is wrong with a service that somebody would open, if anything.
    ///
    /// - Parameters:
    ///   - service: the pack's service of that kind, if there is one.
    ///   - name: whose name it is about, where the kind has one.
    package func mayOpen(
        _ plan: ServicePlan, as service: ServiceRule?, about name: String?, at now: Instant
    ) -> Refusal? {
        guard let service else { return Refusal("Service: choose from the list.", field: "kind", basis: basis) }
        var problems: [Refusal.Problem] = []
        func problem(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message, basis: service.basis))
        }
        if plan.until <= plan.from { problem("until", "Until: after the beginning.") }
        if plan.until <= now { problem("until", "Until: still to come, for members volunteer beforehand.") }
        if plan.until.milliseconds - plan.from.milliseconds > Int64(ServicePlan.mostHours) * 3_600_000 {
            problem("until", "Until: within \(ServicePlan.mostHours) hours. Open one for each day.")
        }
        if !(1...ServicePlan.mostWanted).contains(plan.wanted) {
            problem("wanted", "Members wanted: 1 to \(ServicePlan.mostWanted).")
        }
        if plan.place != nil, service.tells != .place { problem("place", "\(service.label) has no place here.") }
        if name != nil, service.tells != .person { problem("name", "\(service.label) names nobody here.") }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// A member volunteers. Doing it twice is once.
    package func volunteering(_ account: String, for service: ServiceAssignment, at now: Instant) -> Result<
        ServiceVolunteer, Refusal
    > {
        if service.own(account)?.isConfirmed == true || service.own(account)?.status == .offered {
            return .failure(refusal("You have volunteered for this already."))
        }
        guard service.status == .open, service.plan.until > now else { return .failure(over) }
        return .success(ServiceVolunteer(account: account, status: .offered))
    }

    /// A member passes, which counts against nobody.
    package func passing(_ account: String, _ service: ServiceAssignment) -> Result<ServiceVolunteer, Refusal> {
        guard service.status == .open else { return .failure(over) }
        guard service.own(account) == nil else {
            return .failure(refusal("You have said what you will do already. You can step back."))
        }
        return .success(ServiceVolunteer(account: account, status: .passed))
    }

    /// A member steps back, confirmed or not.
    package func mayStepBack(_ account: String, from service: ServiceAssignment) -> Refusal? {
        guard service.status == .open else { return over }
        switch service.own(account)?.status {
        case .offered, .confirmed: return nil
        case .passed, nil: return refusal("You have not volunteered for this.")
        }
    }

    /// Whoever assigns confirms one of those who volunteered.
    package func confirming(_ account: String, for service: ServiceAssignment) -> Result<ServiceVolunteer, Refusal> {
        guard service.status == .open else { return .failure(over) }
        guard service.own(account)?.status == .offered else {
            return .failure(Refusal("Choose one of those who volunteered.", field: "account", basis: basis))
        }
        guard service.missing > 0 else {
            return .failure(
                Refusal("As many as are wanted are confirmed: \(service.plan.wanted).", field: "account", basis: basis))
        }
        return .success(ServiceVolunteer(account: account, status: .confirmed))
    }

    /// A member who was confirmed writes down their own hours, once it has begun.
    package func hours(
        _ minutes: Int, of account: String, for service: ServiceAssignment, at now: Instant
    ) -> Result<ServiceVolunteer, Refusal> {
        guard service.own(account)?.isConfirmed == true, service.status != .calledOff else {
            return .failure(refusal("Only whoever was confirmed for it has hours to write down."))
        }
        guard service.plan.from <= now else { return .failure(refusal("It has not begun yet.")) }
        guard ServiceVolunteer.range.contains(minutes) else {
            return .failure(Refusal("Minutes: 1 to 1440.", field: "minutes", basis: basis))
        }
        return .success(ServiceVolunteer(account: account, status: .confirmed, minutes: minutes))
    }

    /// Whether it may be called off.
    package func mayCallOff(_ service: ServiceAssignment) -> Refusal? { service.status == .open ? nil : over }

    /// Whether it may be kept as done.
    package func mayFinish(_ service: ServiceAssignment, at now: Instant) -> Refusal? {
        guard service.status == .open else { return over }
        guard service.plan.from <= now else { return refusal("It has not begun yet. It can be called off.") }
        return service.confirmed.isEmpty ? refusal("Nobody was confirmed for it. It can be called off.") : nil
    }

    private var over: Refusal { refusal("This is over, or called off.") }

    private func refusal(_ message: String) -> Refusal { Refusal(message, basis: basis) }
}
