import Program
import Store

extension Programmes {
    /// Destroys what is kept of services no longer: names of those past and still open, checks whose last day is over, and at last the
    /// services with their members' hours. Harmless to repeat.
    package func destroyServiceNames() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let policy = agency.policy
            let today = try agency.day(at: now)
            guard let named = policy.firstServiceDayNamed(on: today), let kept = policy.firstServiceDayKept(on: today)
            else { throw AgencyFault.clockOutOfRange }
            for row in try transaction.openServices(agency: agency.id) where row.service.day < named {
                if row.service.confirmed.isEmpty || row.service.day < kept {
                    try transaction.end(row, as: .calledOff, agency: agency.id)
                } else {
                    try transaction.forgetName(of: row, agency: agency.id)
                }
            }
            for row in try transaction.checks(agency: agency.id) where row.check.lastOn < today {
                try transaction.end(row, agency: agency.id)
            }
            try transaction.deleteServices(agency: agency.id, before: kept)
        }
    }

    /// Tells the one member of each check whose day has come, once for each day.
    package func remindOfChecks() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            guard let rule = agency.policy.requests.wellBeingChecks else { return }
            let today = try agency.day(at: now)
            for row in try transaction.checksDue(agency: agency.id, on: today) {
                try transaction.remindOfCheck(row.check, under: rule, in: agency, at: now, today: today)
            }
        }
    }
}

extension Transaction {
    /// Reminds the member of a check on its day.
    func remindOfCheck(
        _ check: WellBeingCheck, under rule: WellBeingCheckRule, in agency: Agency, at now: Instant, today: Day
    ) throws {
        guard let own = check.own(on: today), own.isDue else { return }
        try remindOnce(rule.notice(of: check), dueOn: own.nextOn, in: agency, at: now)
    }
}

extension WellBeingCheckRule {
    /// To the member who asks. It names nobody.
    func notice(of check: WellBeingCheck) -> NewNotice {
        NewNotice(kind: .checkDue, to: .account(check.member), about: check.id, under: basis.clauses)
    }
}
