import Program

extension ListedPerson {
    fileprivate init(_ row: Row) throws {
        let record = PersonRecord(
            employeeNumber: try row.text("employee_number"), givenName: try row.text("given_name"),
            familyName: try row.text("family_name"), email: try row.optionalText("email"),
            phone: try row.optionalText("phone"), unit: try row.text("unit"), division: try row.text("division"),
            shift: try row.text("shift"), rank: try row.text("rank"),
            classification: try row.classification("classification"), isSupervisor: try row.bool("is_supervisor"),
            supervisor: try row.optionalText("supervisor_number"), hiredOn: try row.day("hired_on"),
            area: try row.optionalText("area"), costCentre: try row.optionalText("cost_centre"),
            memorandum: try row.optionalText("mou"), investigates: try row.bool("investigates"),
            retiresOn: try row.optionalText("retires_on") == nil ? nil : row.day("retires_on"))
        self.init(
            id: try row.text("id"), record: record,
            endedOn: try row.optionalText("ended_on") == nil ? nil : row.day("ended_on"))
    }
}

extension Row {
    fileprivate func classification(_ column: String) throws -> PersonRecord.Classification {
        guard let classification = PersonRecord.Classification(rawValue: try text(.named(column))) else {
            throw StoreFault.unreadable(column: column, problem: "is no classification")
        }
        return classification
    }
}

extension Transaction {
    /// Everybody ever in the agency's directory, in no order.
    package func people(agency: String) throws -> [ListedPerson] {
        try rows("\(listedPeople) WHERE person.agency = \(agency)").map(ListedPerson.init)
    }

    /// People who are with the agency in order of employee number, after the number given.
    package func people(agency: String, after number: String, limit: Int) throws -> [ListedPerson] {
        try rows(
            """
            \(listedPeople)
            WHERE person.agency = \(agency) AND person.employee_number > \(number) AND person.ended_on IS NULL
            ORDER BY person.employee_number LIMIT \(limit)
            """
        ).map(ListedPerson.init)
    }

    /// The same of those areas alone.
    package func people(
        agency: String, areas: [String], after number: String, limit: Int
    ) throws -> [ListedPerson] {
        try rows(
            """
            \(listedPeople)
            WHERE person.agency = \(agency) AND person.area IN (\(list: areas))
                AND person.employee_number > \(number) AND person.ended_on IS NULL
            ORDER BY person.employee_number LIMIT \(limit)
            """
        ).map(ListedPerson.init)
    }

    /// Everybody who is with the agency, in no order, with as much as a search looks at.
    package func namedPeople(agency: String) throws -> [NamedPerson] {
        try rows(
            """
            SELECT employee_number, given_name, family_name, unit FROM person
            WHERE agency = \(agency) AND ended_on IS NULL
            """
        ).map {
            NamedPerson(
                employeeNumber: try $0.text("employee_number"), givenName: try $0.text("given_name"),
                familyName: try $0.text("family_name"), unit: try $0.text("unit"))
        }
    }

    /// Those people, ended or not, in no order.
    package func people(withIDs ids: [String], agency: String) throws -> [ListedPerson] {
        try stride(from: 0, to: ids.count, by: peoplePerStatement).flatMap { beginning in
            let some = Array(ids[beginning..<min(beginning + peoplePerStatement, ids.count)])
            return try rows("\(listedPeople) WHERE person.agency = \(agency) AND person.id IN (\(list: some))")
                .map(ListedPerson.init)
        }
    }

    /// Whoever has or had that employee number, ended or not.
    package func person(agency: String, everWith number: String) throws -> ListedPerson? {
        try row("\(listedPeople) WHERE person.agency = \(agency) AND person.employee_number = \(number)")
            .map(ListedPerson.init)
    }

    /// How many are with the agency.
    package func countPeople(agency: String) throws -> Int {
        try row("SELECT count(*) AS people FROM person WHERE agency = \(agency) AND ended_on IS NULL")?
            .int("people") ?? 0
    }

    /// How many ended on that day.
    package func countPeople(agency: String, endedOn day: Day) throws -> Int {
        try row("SELECT count(*) AS people FROM person WHERE agency = \(agency) AND ended_on = \(day.text)")?
            .int("people") ?? 0
    }

    /// Whether anybody who is with the agency has them as supervisor.
    package func supervisesAnybody(_ person: String, agency: String) throws -> Bool {
        try row(
            """
            SELECT 1 AS one FROM person
            WHERE agency = \(agency) AND supervisor = \(person) AND ended_on IS NULL LIMIT 1
            """) != nil
    }

    /// The id of their supervisor.
    package func supervisor(of person: String, agency: String) throws -> String? {
        try row("SELECT supervisor FROM person WHERE agency = \(agency) AND id = \(person)")
            .flatMap { try $0.optionalText("supervisor") }
    }

    /// The id of somebody who is with the agency.
    package func personID(agency: String, employeeNumber: String) throws -> String? {
        try row(
            """
            SELECT id FROM person
            WHERE agency = \(agency) AND employee_number = \(employeeNumber) AND ended_on IS NULL
            """
        ).map { try $0.text("id") }
    }

    /// Somebody who is with the agency, by employee number.
    package func person(agency: String, employeeNumber: String) throws -> ListedPerson? {
        try row(
            """
            \(listedPeople)
            WHERE person.agency = \(agency) AND person.employee_number = \(employeeNumber) AND person.ended_on IS NULL
            """
        ).map(ListedPerson.init)
    }

    /// The rank of somebody who is with the agency.
    package func rank(agency: String, person: String) throws -> String? {
        try row("SELECT rank FROM person WHERE agency = \(agency) AND id = \(person) AND ended_on IS NULL").map {
            try $0.text("rank")
        }
    }

    /// Adds people to the directory.
    /// - Parameters:
    ///   - people: supervisors before those they supervise.
    ///   - ids: the id of everybody added and of every supervisor, by employee number.
    package func add(_ people: [PersonRecord], ids: [String: String], agency: String) throws {
        var rest = people[...]
        while !rest.isEmpty {
            try insert(rest.prefix(peoplePerStatement), ids: ids, agency: agency)
            rest = rest.dropFirst(peoplePerStatement)
        }
    }

    /// Sets people's records, and that they are with the agency unless they have ended: many at once, so that a file that changes
    /// everybody takes as long as one that adds them.
    /// - Parameter ids: the id of every supervisor, by employee number.
    package func change(_ people: [ListedPerson], ids: [String: String], agency: String) throws {
        var rest = people[...]
        while !rest.isEmpty {
            let values = rest.prefix(peoplePerStatement).map { person in
                row(
                    of: person.record, id: person.id, supervisor: person.record.supervisor.flatMap { ids[$0] },
                    endedOn: person.endedOn, agency: agency)
            }
            try execute(
                """
                \(personColumns) VALUES \(values.joined(by: ", "))
                ON CONFLICT (id) DO UPDATE SET employee_number = excluded.employee_number,
                    given_name = excluded.given_name, family_name = excluded.family_name, email = excluded.email,
                    phone = excluded.phone, unit = excluded.unit, division = excluded.division,
                    shift = excluded.shift, rank = excluded.rank, classification = excluded.classification,
                    is_supervisor = excluded.is_supervisor, supervisor = excluded.supervisor,
                    hired_on = excluded.hired_on, area = excluded.area, cost_centre = excluded.cost_centre,
                    mou = excluded.mou, investigates = excluded.investigates, retires_on = excluded.retires_on,
                    ended_on = excluded.ended_on
                """)
            rest = rest.dropFirst(peoplePerStatement)
        }
    }

    /// Ends the records of people who left.
    package func endPeople(_ ids: [String], agency: String, on day: Day) throws {
        var rest = ids[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(peoplePerStatement))
            try execute("UPDATE person SET ended_on = \(day.text) WHERE agency = \(agency) AND id IN (\(list: some))")
            rest = rest.dropFirst(peoplePerStatement)
        }
    }

    private func insert(_ people: ArraySlice<PersonRecord>, ids: [String: String], agency: String) throws {
        let values = people.map { person in
            row(
                of: person, id: ids[person.employeeNumber], supervisor: person.supervisor.flatMap { ids[$0] },
                endedOn: nil, agency: agency)
        }
        try execute("\(personColumns) VALUES \(values.joined(by: ", "))")
    }

    private func row(
        of person: PersonRecord, id: String?, supervisor: String?, endedOn: Day?, agency: String
    ) -> SQL {
        """
        (\(id), \(agency), \(person.employeeNumber), \(person.givenName), \(person.familyName), \(person.email),
        \(person.phone), \(person.unit), \(person.division), \(person.shift), \(person.rank),
        \(person.classification.rawValue), \(person.isSupervisor), \(supervisor), \(person.hiredOn.text),
        \(person.area), \(person.costCentre), \(person.memorandum), \(person.investigates),
        \(person.retiresOn?.text), \(endedOn?.text))
        """
    }
}

private let personColumns: SQL = """
    INSERT INTO person (id, agency, employee_number, given_name, family_name, email, phone, unit, division, shift,
        rank, classification, is_supervisor, supervisor, hired_on, area, cost_centre, mou, investigates, retires_on,
        ended_on)
    """

/// People with the employee number of their supervisor.
private let listedPeople: SQL = """
    SELECT person.id, person.employee_number, person.given_name, person.family_name, person.email, person.phone,
        person.unit, person.division, person.shift, person.rank, person.classification, person.is_supervisor,
        supervisor.employee_number AS supervisor_number, person.hired_on, person.area, person.cost_centre, person.mou,
        person.investigates, person.retires_on, person.ended_on
    FROM person LEFT JOIN person supervisor
        ON supervisor.agency = person.agency AND supervisor.id = person.supervisor
    """

/// Twenty values each: well below what either engine binds in one statement.
private let peoplePerStatement = 200
