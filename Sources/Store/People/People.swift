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

    /// Sets somebody's record, and that they are with the agency unless `person` has ended.
    package func change(_ person: ListedPerson, supervisor: String?, agency: String) throws {
        let record = person.record
        try execute(
            """
            UPDATE person SET given_name = \(record.givenName), family_name = \(record.familyName),
                email = \(record.email), phone = \(record.phone), unit = \(record.unit),
                division = \(record.division), shift = \(record.shift), rank = \(record.rank),
                classification = \(record.classification.rawValue), is_supervisor = \(record.isSupervisor),
                supervisor = \(supervisor), hired_on = \(record.hiredOn.text), area = \(record.area),
                cost_centre = \(record.costCentre), mou = \(record.memorandum),
                investigates = \(record.investigates), retires_on = \(record.retiresOn?.text),
                ended_on = \(person.endedOn?.text)
            WHERE agency = \(agency) AND id = \(person.id)
            """)
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
        let values = people.map { row(of: $0, ids: ids, agency: agency) }
        try execute(
            """
            INSERT INTO person (id, agency, employee_number, given_name, family_name, email, phone, unit, division,
                shift, rank, classification, is_supervisor, supervisor, hired_on, area, cost_centre, mou, investigates,
                retires_on)
            VALUES \(values.joined(by: ", "))
            """)
    }

    private func row(of person: PersonRecord, ids: [String: String], agency: String) -> SQL {
        let id = ids[person.employeeNumber]
        let supervisor = person.supervisor.flatMap { ids[$0] }
        return """
            (\(id), \(agency), \(person.employeeNumber), \(person.givenName), \(person.familyName), \(person.email),
            \(person.phone), \(person.unit), \(person.division), \(person.shift), \(person.rank),
            \(person.classification.rawValue), \(person.isSupervisor), \(supervisor), \(person.hiredOn.text),
            \(person.area), \(person.costCentre), \(person.memorandum), \(person.investigates),
            \(person.retiresOn?.text))
            """
    }
}

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
