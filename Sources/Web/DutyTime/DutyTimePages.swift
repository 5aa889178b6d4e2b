import HTML
import Operations
import Program

/// A member's own duty time: to write it down in twenty seconds, and to see what became of it.
enum DutyTimePages {
    static let title = "My duty time"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let own = try await visit.programmes.ownDutyTime(of: visit.staff) else { return nil }
        return .page(html(own, visit, refused), again: refused)
    }

    private static func html(_ own: OwnDutyTime, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let rules = visit.pack.dutyTime
        return page(
            title, in: Shells.staff(visit, at: DutyTimeAddresses.own),
            lead: """
                When you were at work for the programme, and which kind of work it was. Nobody you helped, no incident and no reason has a \
                place here. \(rules.keeping.basis.notes)
                """,
            announcement: refused?.announcement, width: .wide,
            main: """
                \(rules.offDutyPay?.approval == .before ? planning(visit, refused) : nil)
                \(section("Write down what is over", recording(own, visit, refused)))
                \(rules.offDutyPay?.approval == .beforeOrAfter ? planning(visit, refused) : nil)
                \(section("This month and the ones before", entries(own, visit)))
                \(rules.paysOffDuty ? pay(own, visit) : nil)
                \(roster(rules))
                \(ways(visit))
                """)
    }

    private static func recording(_ own: OwnDutyTime, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let typical = visit.pack.dutyTime.onDuty?.typical
        let known = own.unwritten.first
        var filled = known.map { Self.filled(with: $0, visit) } ?? today(visit)
        if known == nil, typical?.value == true { filled.first["status"] = DutyStatus.onDuty.rawValue }
        return """
            \(known.map { known in
                callout(
                    "Filled in from what you did for the team",
                    """
                    <p>\(known.activity.words), \(known.time.words(visit.agency.calendar)). It counts once you write it down; change what \
                    was otherwise.\(own.unwritten.count > 1
                        ? " \(own.unwritten.count - 1) more will be here after it." : "")</p>
                    """)
            })
            \(DutyTimeActs.record.form(visit, filled: filled, refused: refused, button: "Write it down"))
            \(typical?.value == true
                ? prose("<p>Support is typically given on duty. \(typical?.basis.notes ?? "")</p>") : nil)
            """
    }

    private static func planning(_ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.dutyTime.offDutyPay else { return nil }
        let title = visit.pack.title(of: rule.approvedBy)
        let words =
            switch rule.approval {
            case .before:
                "Off-duty time is pre-approved only where the \(title) says yes before it begins. A later yes is marked as that."
            case .beforeOrAfter: "The \(title) may say yes before the time or after it. Nobody in need waits for it."
            }
        return section(
            "Ask ahead for off-duty time", lead: "\(words) \(rule.basis.notes)",
            furtherFields(
                "Ask ahead", isOpen: refused?.act == DutyTimeActs.plan.id,
                DutyTimeActs.plan.form(
                    visit, filled: today(visit), refused: refused, button: "Ask for approval", style: .secondary)))
    }

    private static func filled(with known: WorkForTheTeam, _ visit: StaffVisit) -> Filled {
        let calendar = visit.agency.calendar
        let (from, until) = (calendar.clock(at: known.time.start), calendar.clock(at: known.time.end))
        return Filled(first: [
            "day": from.day?.text ?? visit.staff.today.text, "from": from.time, "until": until.time,
            "activity": known.activity.rawValue,
        ])
    }

    private static func today(_ visit: StaffVisit) -> Filled { Filled(first: ["day": visit.staff.today.text]) }

    private static func entries(_ own: OwnDutyTime, _ visit: StaffVisit) -> HTML {
        guard !own.entries.isEmpty else {
            return emptyState("Nothing is kept yet", "What you write down stands here until its time is over.")
        }
        let days = visit.pack.retention.dutyTimeDays
        return """
            \(dataTable(
                "Duty time", columns: ["When", TableColumn("Hours", .number), "Activity", "Status", ""],
                rows: own.entries.map { row($0, visit) }, captioned: .unseen))
            \(prose("<p>It is destroyed after \(counted(days.value.number, "day")). \(days.basis.notes)</p>"))
            """
    }

    private static func row(_ entry: DutyEntry, _ visit: StaffVisit) -> [HTML] {
        let id = PathID(entry.id)
        return [
            HTML(text: entry.time.words(visit.agency.calendar)), HTML(text: entry.time.minutes.asHundredthsOfHours),
            HTML(text: entry.activity.words), status(of: entry, visit.pack),
            actions(
                entry.isPlanned
                    ? linkButton("Did it take place?", to: DutyTimeAddresses.entry.link(id), style: .quiet) : "",
                entry.exportedIn == nil
                    ? DutyTimeActs.remove.asConfirmation(
                        "Take back", "<p>It is gone then, as if it had never been.</p>", button: "Take it back", visit,
                        id, style: .quiet)
                    : badge("With payroll")),
        ]
    }

    static func status(of entry: DutyEntry, _ pack: PolicyPack) -> HTML {
        let rules = pack.dutyTime
        let payCode = entry.status == .onDuty ? rules.onDuty?.payCode : nil
        let vehicle = entry.vehicle.flatMap { id in rules.vehicles?.choices.first { $0.id == id }?.label }
        let words = [entry.status.words, payCode, entry.compensation?.words, vehicle].compactMap(\.self)
        return """
            \(words.joined(separator: ", ")) \(entry.isPlanned ? badge("Asked ahead") : nil) \
            \(entry.approval(under: rules).badge(under: rules.offDutyPay))
            """
    }

    private static func pay(_ own: OwnDutyTime, _ visit: StaffVisit) -> HTML {
        let rules = visit.pack.dutyTime
        var known: [(String, HTML)] = [
            (
                "Decides on your off-duty time",
                own.deciders.isEmpty
                    ? "nobody today; whoever keeps the memberships can help" : HTML(text: own.deciders.listed("or"))
            )
        ]
        if let billing = rules.offDutyPay?.billing {
            known.append(
                (
                    "Cost centre",
                    "\(own.costCentre ?? "the directory names none"), overtime type \(billing.overtimeType) \(billing.basis.notes)"
                ))
        }
        if let rates = rules.offDutyPay?.rates {
            known.append(
                (
                    "Memorandum of understanding",
                    "\(own.memorandum ?? "the directory names none"); no rate is computed here \(rates.basis.notes)"
                ))
        }
        return section("Pay", facts(known))
    }

    /// Time on a list never becomes an entry, whatever the list says (OCP-II.H.1.d).
    private static func roster(_ rules: DutyTimeRules) -> HTML {
        switch rules.listPay.value {
        case .none:
            callout(
                "Being on a call-out list is not duty time",
                "<p>Hours on the list give nothing here by themselves, and no kind of activity stands for them. \(rules.listPay.basis.notes)</p>"
            )
        }
    }

    private static func ways(_ visit: StaffVisit) -> HTML? {
        let links = [
            visit.pack.asksSupervisorsForRelease
                ? linkCard(
                    "Ask for release from duty", detail: "Your supervisor is told when, and nothing else",
                    to: DutyTimeAddresses.release.link(), icon: .clock) : nil,
            visit.pack.hasDutyTimeProof
                ? linkCard(
                    "Proof of off-duty service", detail: "To print or to take along; yours alone",
                    to: DutyTimeAddresses.proof.link(), icon: .sheet) : nil,
        ].compactMap(\.self)
        return links.isEmpty ? nil : section("More", cards(links))
    }

    // MARK: One that was asked for ahead

    @Sendable
    static func entryAgain(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        guard let own = try await visit.programmes.ownDutyTime(of: visit.staff),
            let entry = own.entries.first(where: { $0.id == id.text && $0.isPlanned })
        else { return nil }
        let calendar = visit.agency.calendar
        let (from, until) = (calendar.clock(at: entry.time.start), calendar.clock(at: entry.time.end))
        let filled = Filled(first: [
            "day": from.day?.text ?? "", "from": from.time, "until": until.time,
        ])
        return .page(
            page(
                "Did it take place?", in: Shells.staff(visit, at: DutyTimeAddresses.own),
                lead: "Asked ahead: \(entry.time.words(calendar)). \(entry.activity.words).",
                back: Crumb(title, DutyTimeAddresses.own.link()), announcement: refused?.announcement,
                main: """
                    \(prose("<p>\(status(of: entry, visit.pack))</p>"))
                    \(prose("<p>Within the time that was approved, the approval stands. Time beyond it is approved anew, and later.</p>"))
                    \(DutyTimeActs.confirm.form(
                        visit, id, filled: filled, refused: refused, button: "It took place then"))
                    """), again: refused)
    }
}
