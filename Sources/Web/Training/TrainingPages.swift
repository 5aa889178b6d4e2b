import HTML
import HTTPTypes
import Operations
import Program

/// What is ahead, and one's own training.
enum TrainingPages {
    static func own(_ visit: StaffVisit) async throws -> HTML {
        let listings = try await visit.programmes.gatherings(for: visit.staff)
        let training = try await visit.programmes.ownTraining(of: visit.staff)
        // One that is over stays until the day is, since on it one can still say "I was there".
        let startOfToday = visit.staff.agency.calendar.start(of: visit.staff.today)
        let ahead = listings.filter { $0.gathering.plan.until >= startOfToday }
        let powers = visit.staff.powers
        var ways: [HTML] = []
        if powers.contains(.planTraining) {
            ways.append(
                linkButton("Plan a session", to: TrainingAddresses.newSession.link(), style: .primary, icon: .add))
        }
        if !powers.isDisjoint(with: [.planTraining, .keepTraining, .excuseAbsences, .confirmQualifications]) {
            ways.append(linkButton("The team’s training", to: TrainingAddresses.team.link(), icon: .people))
        }
        if powers.contains(.nameCourses) || !visit.pack.training.courses.isEmpty {
            ways.append(linkButton("Courses", to: TrainingAddresses.courses.link(), icon: .sheet))
        }
        if training != nil {
            ways.append(linkButton("Hand in a certificate", to: TrainingAddresses.handIn.link(), icon: .add))
        }
        return page(
            "Training and meetings", in: Shells.staff(visit, at: TrainingAddresses.own), width: .wide,
            main: """
                \(ways.isEmpty ? nil : actions(ways.joined()))
                \(section("Ahead", calendar(ahead, visit)))
                \(training.map { TrainingMemberPages.parts($0, visit, isOwn: true) })
                \(feed(visit))
                """)
    }

    private static func calendar(_ listings: [GatheringListing], _ visit: StaffVisit) -> HTML {
        guard !listings.isEmpty else {
            return emptyState("Nothing is planned", "Sessions and meetings that are for you will be here.")
        }
        let rows = listings.map { listing -> [HTML] in
            let gathering = listing.gathering
            let place = TrainingAddresses.session.link(PathID(gathering.id))
            return [
                "<a\(href: place)>\(gathering.plan.title)</a>\(RegionalParts.mark(of: listing))",
                HTML(text: gathering.plan.kind.words),
                HTML(text: visit.staff.agency.calendar.words(of: gathering)), HTML(text: gathering.plan.place),
                GatheringPages.standing(listing, visit),
            ]
        }
        return dataTable(
            "Sessions and meetings", columns: ["What", "Kind", "When", "Where", "You"], rows: rows, captioned: .unseen)
    }

    private static func feed(_ visit: StaffVisit) -> HTML {
        section(
            "In your calendar",
            """
            <p>Your calendar link shows when you are on call. The same link with its beginning changed to \
            <code>training-calendars</code> shows the sessions and meetings that are yours.</p>
            \(actions(linkButton("Your calendar link", to: OnCallAddresses.own.link(), icon: .clock)))
            """)
    }

    /// The form in which a member hands in a certificate.
    static func handIn(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> Answer? {
        let filled = Filled(
            options: ["course": try await TrainingFields.courses(visit)], first: ["creditMinutes": "0"])
        var shell = Shells.staff(visit)
        shell.script = visit.site.fileScript
        let keeper = visit.pack.title(of: visit.pack.training.keeper)
        let html = page(
            "Hand in a certificate", in: shell,
            lead: "The \(keeper) and you can open it, and nobody else. It counts once they confirm it.",
            back: GatheringPages.back,
            main: TrainingRecordActs.handIn.form(
                visit, filled: filled, refused: refused, button: "Hand it in", isPrivate: true))
        return .scriptedPage(html, status: refused == nil ? .ok : .unprocessableContent)
    }

    /// The courses of the policy and those that were named.
    static func courses(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> HTML {
        let further = try await visit.programmes.furtherCourses(for: visit.staff).filter(\.isOpen)
        let names = visit.staff.powers.contains(.nameCourses)
        let ruled = visit.pack.training.courses.map { course -> [HTML] in
            [
                HTML(text: course.title), HTML(text: course.hours.map { "\($0.number) hours" } ?? ""),
                badge(course.strength == .required ? "Required" : "Recommended"),
                HTML(
                    text: course.approval.map { $0 == .department ? "Approved by the department" : "Certified by POST" }
                        ?? ""), "\(course.basis.notes)",
            ]
        }
        let named = further.map { course -> [HTML] in
            [
                HTML(text: course.title), HTML(text: "\(course.minutes.asHours) hours"), badge("Named"),
                HTML(text: course.isApproved ? "Approved" : ""),
                names ? TrainingRecordActs.withdraw.asButton("Withdraw", visit, PathID(course.id), style: .quiet) : "",
            ]
        }
        return page(
            "Courses", in: Shells.staff(visit), back: GatheringPages.back,
            announcement: refused?.announcement(besides: TrainingRecordActs.name.id), width: .wide,
            main: """
                \(dataTable(
                    "Courses", columns: ["Course", "Hours", "What it is", "Approval", "Rule"], rows: ruled + named,
                    captioned: .unseen))
                \(names
                    ? section(
                        "Name a course",
                        TrainingRecordActs.name.form(
                            visit, filled: Filled(first: ["creditMinutes": "0"]), refused: refused, button: "Name it"))
                    : nil)
                """)
    }
}
