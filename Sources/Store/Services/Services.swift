import Program

/// A service as stored, with the sealed paper that has the name it is about.
package struct ServiceRow: Sendable, Equatable {
    package let service: ServiceAssignment
    /// Nothing where it names nobody, or is over.
    package let paper: String?

    package init(service: ServiceAssignment, paper: String?) {
        self.service = service
        self.paper = paper
    }
}

extension ServiceRow {
    fileprivate init(_ row: Row, volunteers: [ServiceVolunteer]) throws {
        guard let status = ServiceAssignment.Status(rawValue: try row.text("status")) else {
            throw StoreFault.unreadable(column: "status", problem: "is no status of a service")
        }
        let plan = ServicePlan(
            kind: try row.text("kind"), from: Instant(milliseconds: try row.int64("from_at")),
            until: Instant(milliseconds: try row.int64("until_at")), wanted: try row.int("wanted"),
            place: try row.optionalText("place"))
        self.init(
            service: ServiceAssignment(
                id: try row.text("id"), plan: plan, day: try row.day("day"), status: status, volunteers: volunteers),
            paper: try row.optionalText("paper"))
    }
}

extension ServiceVolunteer {
    fileprivate init(_ row: Row) throws {
        guard let status = Status(rawValue: try row.text("status")) else {
            throw StoreFault.unreadable(column: "status", problem: "is no part in a service")
        }
        self.init(account: try row.text("account"), status: status, minutes: try row.optionalInt("minutes"))
    }
}

extension Transaction {
    private func volunteers(of service: String) throws -> [ServiceVolunteer] {
        try rows(
            "SELECT account, status, minutes FROM service_volunteer WHERE service = \(service) ORDER BY account"
        ).map(ServiceVolunteer.init)
    }

    /// Every service that is open, by day.
    package func openServices(agency: String) throws -> [ServiceRow] {
        try rows(
            """
            SELECT id, kind, day, from_at, until_at, wanted, place, status, paper FROM service
            WHERE agency = \(agency) AND status = 'open' ORDER BY day, id
            """
        ).map { try ServiceRow($0, volunteers: try volunteers(of: try $0.text("id"))) }
    }

    /// The services that are over, the latest first.
    package func endedServices(agency: String, since day: Day, limit: Int) throws -> [ServiceRow] {
        try rows(
            """
            SELECT id, kind, day, from_at, until_at, wanted, place, status, paper FROM service
            WHERE agency = \(agency) AND status IN ('done', 'called-off') AND day >= \(day.text)
            ORDER BY day DESC, id LIMIT \(limit)
            """
        ).map { try ServiceRow($0, volunteers: try volunteers(of: try $0.text("id"))) }
    }

    /// The services of late that a member has a part in and that were done.
    package func doneServices(of account: String, agency: String, since day: Day) throws -> [ServiceRow] {
        try rows(
            """
            SELECT service.id, service.kind, service.day, service.from_at, service.until_at, service.wanted,
                service.place, service.status, service.paper
            FROM service_volunteer JOIN service ON service.id = service_volunteer.service
            WHERE service_volunteer.agency = \(agency) AND service_volunteer.account = \(account)
                AND service_volunteer.status = 'confirmed' AND service.status = 'done' AND service.day >= \(day.text)
            ORDER BY service.day DESC, service.id
            """
        ).map { try ServiceRow($0, volunteers: try volunteers(of: try $0.text("id"))) }
    }

    package func service(_ id: String, agency: String) throws -> ServiceRow? {
        try row(
            """
            SELECT id, kind, day, from_at, until_at, wanted, place, status, paper FROM service
            WHERE id = \(id) AND agency = \(agency)
            """
        ).map { try ServiceRow($0, volunteers: try volunteers(of: id)) }
    }

    package func insert(_ row: ServiceRow, agency: String) throws {
        let (service, plan) = (row.service, row.service.plan)
        try execute(
            """
            INSERT INTO service (id, agency, kind, day, from_at, until_at, wanted, place, status, paper)
            VALUES (\(service.id), \(agency), \(plan.kind), \(service.day.text), \(plan.from.milliseconds),
                \(plan.until.milliseconds), \(plan.wanted), \(plan.place), \(service.status.rawValue), \(row.paper))
            """)
    }

    package func set(_ volunteer: ServiceVolunteer, in service: String, agency: String) throws {
        try execute(
            """
            INSERT INTO service_volunteer (service, account, agency, status, minutes)
            VALUES (\(service), \(volunteer.account), \(agency), \(volunteer.status.rawValue), \(volunteer.minutes))
            ON CONFLICT (service, account) DO UPDATE SET status = excluded.status, minutes = excluded.minutes
            """)
    }

    /// Whoever steps back has no part in it any more.
    package func deleteVolunteer(_ account: String, of service: String, agency: String) throws {
        try execute(
            """
            DELETE FROM service_volunteer WHERE service = \(service) AND account = \(account) AND agency = \(agency)
            """)
    }

    /// Ends a service: nobody who passed or was not confirmed stands with it any more, and its name is destroyed.
    package func end(_ row: ServiceRow, as status: ServiceAssignment.Status, agency: String) throws {
        let id = row.service.id
        try execute(
            "UPDATE service SET status = \(status.rawValue), paper = NULL WHERE id = \(id) AND agency = \(agency)")
        try execute(
            """
            DELETE FROM service_volunteer WHERE service = \(id) AND agency = \(agency) AND status <> 'confirmed'
            """)
        if let paper = row.paper { try deletePaper(paper, agency: agency) }
    }

    /// Takes the name off a service that is open still.
    package func forgetName(of row: ServiceRow, agency: String) throws {
        guard let paper = row.paper else { return }
        try execute("UPDATE service SET paper = NULL WHERE id = \(row.service.id) AND agency = \(agency)")
        try deletePaper(paper, agency: agency)
    }

    /// Destroys the services that are over, with everybody's hours, of days before that one.
    package func deleteServices(agency: String, before day: Day) throws {
        try execute(
            """
            DELETE FROM service_volunteer WHERE service IN (
                SELECT id FROM service
                WHERE agency = \(agency) AND status IN ('done', 'called-off') AND day < \(day.text))
            """)
        try execute(
            """
            DELETE FROM service
            WHERE agency = \(agency) AND status IN ('done', 'called-off') AND day < \(day.text)
            """)
    }

    /// How often each service was done from the first quarter to the last, and for how long, without anybody's name.
    package func serviceFigures(agency: String, from first: Quarter, to last: Quarter) throws -> [ServiceFigure] {
        try rows(
            """
            SELECT service.kind AS kind, count(DISTINCT service.id) AS done,
                count(DISTINCT CASE WHEN service_volunteer.minutes > 0 THEN service_volunteer.account END) AS members,
                CAST(coalesce(sum(service_volunteer.minutes), 0) AS BIGINT) AS minutes
            FROM service LEFT JOIN service_volunteer ON service_volunteer.service = service.id
            WHERE service.agency = \(agency) AND service.status = 'done'
                AND service.day >= \(first.firstDay.text) AND service.day <= \(last.lastDay.text)
            GROUP BY service.kind ORDER BY service.kind
            """
        ).map {
            ServiceFigure(
                kind: try $0.text("kind"), done: try $0.int("done"), minutes: try $0.int("minutes"),
                members: try $0.int("members"))
        }
    }
}
