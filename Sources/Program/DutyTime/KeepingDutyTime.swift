/// What a member says of duty time.
package struct NewDutyTime: Sendable, Equatable {
    package let day: Day
    /// Minutes of the day on the agency's clocks.
    package let from: Int
    /// Where it is not later than ``from``, of the next day.
    package let until: Int
    package let activity: DutyActivity
    package let status: DutyStatus
    package let compensation: OffDutyRule.Compensation?
    package let vehicle: String?

    package init(
        day: Day, from: Int, until: Int, activity: DutyActivity, status: DutyStatus,
        compensation: OffDutyRule.Compensation? = nil, vehicle: String? = nil
    ) {
        self.day = day
        self.from = from
        self.until = until
        self.activity = activity
        self.status = status
        self.compensation = compensation
        self.vehicle = vehicle
    }
}

extension DutyStretch {
    /// From one time of day until another, on that day or into the next one, as the agency's clocks show them. What the clocks skip or
    /// show twice is counted as it passed.
    package init(_ day: Day, from: Int, until: Int, on calendar: AgencyCalendar) {
        let end = until > from ? until : until + ClockMinute.perDay
        self.init(
            calendar.instant(of: ClockMinute(day, minute: from)),
            until: calendar.instant(of: ClockMinute(day, minute: end)))
    }
}

extension DutyTimeRules {
    /// The longest one entry may be. Ours: what is longer is a slip, or two entries.
    package static let longestMinutes = 24 * 60

    /// The months in which an entry may be made on that day: this one, the one before, and the next one for what is asked ahead.
    package static func openMonths(on today: Day) -> [Month] {
        [today.month.previous, today.month, today.month.next]
    }

    /// The entry that a member may keep, or every reason why not.
    ///
    /// - Parameters:
    ///   - id: of the new entry.
    ///   - own: what they keep of the months around it.
    ///   - isPlanned: whether they ask ahead.
    package func entry(
        _ new: NewDutyTime, id: String, planned isPlanned: Bool, among own: [DutyEntry], on calendar: AgencyCalendar,
        at now: Instant
    ) -> Result<DutyEntry, Refusal> {
        let time = DutyStretch(new.day, from: new.from, until: new.until, on: calendar)
        let entry = DutyEntry(
            id: id, time: time, activity: new.activity, status: new.status,
            compensation: compensation(of: new), vehicle: new.status == .offDuty ? new.vehicle : nil,
            isPlanned: isPlanned)
        var problems = problems(of: time, from: new.from, until: new.until)
        problems += problemsOfWhen(time, day: new.day, planned: isPlanned, on: calendar, at: now)
        problems += problemsOfWhat(new, planned: isPlanned)
        if problems.isEmpty { problems += problemsAmong(own, of: time, on: calendar) }
        return problems.isEmpty ? .success(entry) : .failure(Refusal(problems))
    }

    /// The entry as it took place, or why it cannot be so. Within what was decided on, the decision stands; beyond it, it is to be
    /// decided on anew.
    package func took(
        _ entry: DutyEntry, day: Day, from: Int, until: Int, among own: [DutyEntry], on calendar: AgencyCalendar,
        at now: Instant
    ) -> Result<DutyEntry, Refusal> {
        guard entry.isPlanned else {
            return .failure(Refusal("That it took place was said before.", basis: keeping.basis))
        }
        let time = DutyStretch(day, from: from, until: until, on: calendar)
        var problems = problems(of: time, from: from, until: until)
        problems += problemsOfWhen(time, day: day, planned: false, on: calendar, at: now)
        if problems.isEmpty { problems += problemsAmong(own.filter { $0.id != entry.id }, of: time, on: calendar) }
        if calendar.day(at: entry.time.start)?.month != day.month {
            problems.append(
                .init(field: "day", message: "Day: of the month for which it was asked.", basis: keeping.basis))
        }
        guard problems.isEmpty else { return .failure(Refusal(problems)) }
        var given = entry
        given.time = time
        given.isPlanned = false
        if let decision = given.decision, !time.isWithin(decision.of) { given.decision = nil }
        return .success(given)
    }

    /// Whether a member may take an entry back.
    package func mayRemove(_ entry: DutyEntry) -> Refusal? {
        entry.exportedIn == nil
            ? nil
            : Refusal(
                "Payroll has been told of it. Please speak with whoever exports the hours.",
                basis: payroll?.basis ?? keeping.basis)
    }

    private func compensation(of new: NewDutyTime) -> OffDutyRule.Compensation? {
        guard new.status == .offDuty, let pay = offDutyPay else { return nil }
        return new.compensation ?? (pay.options.value.count == 1 ? pay.options.value.first : nil)
    }

    private func problems(of time: DutyStretch, from: Int, until: Int) -> [Refusal.Problem] {
        if from == until || time.minutes < 1 {
            return [.init(field: "until", message: "Until: later than its beginning.", basis: keeping.basis)]
        }
        if time.minutes > Self.longestMinutes {
            return [
                .init(field: "until", message: "Until: at most 24 hours after its beginning.", basis: keeping.basis)
            ]
        }
        return []
    }

    private func problemsOfWhen(
        _ time: DutyStretch, day: Day, planned isPlanned: Bool, on calendar: AgencyCalendar, at now: Instant
    ) -> [Refusal.Problem] {
        guard let today = calendar.day(at: now) else { return [] }
        if isPlanned {
            if time.start <= now {
                return [
                    .init(
                        field: "from", message: "From: a time to come, since it is asked for ahead.",
                        basis: offDutyPay?.basis ?? keeping.basis)
                ]
            }
        } else if time.end > now {
            let hint = paysOffDuty ? "What is to come is asked for ahead." : "What is to come is not kept."
            return [.init(field: "until", message: "Until: not later than now. \(hint)", basis: keeping.basis)]
        }
        guard Self.openMonths(on: today).contains(day.month) else {
            let words =
                day < today
                ? "Day: of this month or the one before." : "Day: of this month or the next one."
            return [.init(field: "day", message: words, basis: keeping.basis)]
        }
        return []
    }

    private func problemsOfWhat(_ new: NewDutyTime, planned isPlanned: Bool) -> [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        if !kindsOfActivity.contains(new.activity) {
            problems.append(
                .init(
                    field: "activity", message: "Activity: choose one of the list.",
                    basis: activities?.basis ?? keeping.basis))
        }
        if isPlanned, new.status == .onDuty || !paysOffDuty {
            problems.append(
                .init(
                    field: "status", message: "Only off-duty time that is to be approved is asked for ahead.",
                    basis: offDutyPay?.basis ?? keeping.basis))
        }
        problems += problemsOfCompensation(new)
        if let vehicle = new.vehicle, new.status == .offDuty,
            vehicles?.choices.contains(where: { $0.id == vehicle }) != true
        {
            problems.append(
                .init(
                    field: "vehicle", message: "Vehicle: choose one of the list.",
                    basis: vehicles?.basis ?? keeping.basis))
        }
        return problems
    }

    private func problemsOfCompensation(_ new: NewDutyTime) -> [Refusal.Problem] {
        guard new.status == .offDuty, let options = offDutyPay?.options else { return [] }
        guard let chosen = new.compensation else {
            return options.value.count > 1
                ? [
                    .init(
                        field: "compensation", message: "Compensation: choose how you are compensated.",
                        basis: options.basis)
                ] : []
        }
        return options.value.contains(chosen)
            ? []
            : [.init(field: "compensation", message: "Compensation: choose one of the list.", basis: options.basis)]
    }

    private func problemsAmong(
        _ own: [DutyEntry], of time: DutyStretch, on calendar: AgencyCalendar
    ) -> [Refusal.Problem] {
        if let other = own.first(where: { $0.time.overlaps(time) }) {
            let (from, until) = (calendar.clock(at: other.time.start), calendar.clock(at: other.time.end))
            return [
                .init(
                    field: "from",
                    message: """
                        From: it overlaps with an entry of yours, \(from.day?.text ?? "") from \(from.time) until \(until.time).
                        """,
                    basis: keeping.basis)
            ]
        }
        let month = calendar.day(at: time.start)?.month
        let ofMonth = own.count { calendar.day(at: $0.time.start)?.month == month }
        return ofMonth < DutyEntry.mostPerMonth
            ? []
            : [
                .init(
                    field: "day",
                    message: "A month holds \(DutyEntry.mostPerMonth) entries. Put some of them together.",
                    basis: keeping.basis)
            ]
    }
}
