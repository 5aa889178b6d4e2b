/// What a change of the directory means for the programme: told before it, carried out with it, told after it. A file, a command and a
/// directory that pushes its changes have the same.
package struct DirectoryConsequences: Sendable, Equatable {
    /// The accounts that lose something, with what ends.
    package let ending: [EndingAccount]
    /// Seats of committees that fall vacant.
    package let seats: [VacatedSeat]
    /// Roles that nobody will hold any more.
    package let emptied: [RoleID]
    /// Roles that earlier changes ended, of those who come back.
    package let returning: [ReturningRole]
    /// New employees who become due for the orientation.
    package let orientations: [DueOrientation]

    package init(
        ending: [EndingAccount], seats: [VacatedSeat], emptied: [RoleID], returning: [ReturningRole],
        orientations: [DueOrientation]
    ) {
        self.ending = ending
        self.seats = seats
        self.emptied = emptied
        self.returning = returning
        self.orientations = orientations
    }

    /// How many roles end.
    package var rolesEnded: Int { ending.reduce(0) { $0 + $1.roles.count } }
}

/// An account that loses something by a change of the directory. Which requests they have or are offered is told to nobody: those go to
/// others.
package struct EndingAccount: Sendable, Equatable {
    /// The person in the directory.
    package let person: String
    package let login: String
    package let why: Why
    /// What they hold today or will hold, and lose.
    package let roles: [RoleID]
    /// The rotations of the call-out lists in which they have turns, by name.
    package let rotations: [String]

    package enum Why: Sendable, Equatable {
        /// They are no longer with the agency: every role ends.
        case left
        /// They are of a kind now that the policy does not take: the team's roles end.
        case standing

        package var words: String {
            switch self {
            case .left: "no longer with the agency"
            case .standing: "of a kind now that the policy does not take"
            }
        }
    }

    package init(person: String, login: String, why: Why, roles: [RoleID], rotations: [String]) {
        self.person = person
        self.login = login
        self.why = why
        self.roles = roles
        self.rotations = rotations
    }
}

/// A seat of a committee that falls vacant, for its holder is not what it asks for any more (SAC-II.C-0).
package struct VacatedSeat: Sendable, Equatable {
    package let login: String
    /// The title of the committee, and of the seat.
    package let committee: String
    package let seat: String
    package let clauses: [ClauseID]

    package init(login: String, committee: String, seat: String, clauses: [ClauseID]) {
        self.login = login
        self.committee = committee
        self.seat = seat
        self.clauses = clauses
    }
}

/// A new employee who is due for the orientation (OCP-II.B.6).
package struct DueOrientation: Sendable, Equatable {
    package let employeeNumber: String
    package let name: String
    /// The last day in time.
    package let dueOn: Day

    package init(employeeNumber: String, name: String, dueOn: Day) {
        self.employeeNumber = employeeNumber
        self.name = name
        self.dueOn = dueOn
    }
}

extension PolicyPack {
    /// Who of a change becomes due for the orientation of new employees: whoever is new in a directory that was filled before, whoever
    /// comes back with another first day, and of a first file those for whom the time is not over.
    package func orientationsDue(with update: DirectoryUpdate, on today: Day) -> [DueOrientation] {
        guard let rule = awareness.orientation else { return [] }
        let isFirst = update.present == 0 && update.changed.isEmpty
        let back = update.returned.filter { $0.before.record.hiredOn != $0.record.hiredOn }.map(\.record)
        return (update.added + back).compactMap { record in
            guard let due = record.hiredOn.adding(days: rule.withinDays.number), !isFirst || due >= today
            else { return nil }
            return DueOrientation(
                employeeNumber: record.employeeNumber, name: "\(record.familyName), \(record.givenName)", dueOn: due)
        }
    }

    /// Whether somebody's change makes them one whom the team's role does not take any more. Whoever held it otherwise before goes on.
    package func losesTeam(_ role: RoleID, by change: PersonChange, on today: Day) -> Bool {
        mayBeOfTeam(role, MemberStanding(change.before), from: today) == nil
            && mayBeOfTeam(role, MemberStanding(change.after), from: today) != nil
    }
}

extension DirectoryUpdate {
    /// Those of the changed who may have again what an earlier change took: whoever is back, and whoever is
    /// of another kind now or supervises no longer.
    package var restorable: [PersonChange] {
        changed.filter {
            $0.isBack || $0.before.record.classification != $0.record.classification
                || $0.before.record.hiredOn != $0.record.hiredOn
                || $0.before.record.isSupervisor != $0.record.isSupervisor
        }
    }
}
