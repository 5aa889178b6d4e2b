import Program
import Sealing
import Store

/// One push of a directory within its transaction. Nothing is written before everything is looked at.
struct Pushing {
    private let programmes: Programmes
    private let agency: Agency
    private let today: Day
    private let transaction: any Transaction
    private let now: Instant

    init(_ programmes: Programmes, _ agency: Agency, _ today: Day, _ transaction: any Transaction, _ now: Instant) {
        self.programmes = programmes
        self.agency = agency
        self.today = today
        self.transaction = transaction
        self.now = now
    }

    typealias Pushed = Result<DirectoryUser, PushProblem>

    // MARK: Somebody is pushed

    func push(_ push: DirectoryPush, to id: String?) throws -> Deed<Pushed> {
        if let id, try transaction.directoryEntry(of: id, agency: agency.id) == nil { return .nothing }
        do throws(Stopped) {
            let (before, record, manager) = try looked(push, id)
            return try carried(push, before, record, manager)
        } catch {
            switch error {
            case .problem(let problem): return .done(.failure(problem), .silent(.unchanged))
            case .fault(let fault): throw fault
            }
        }
    }

    private enum Stopped: Error {
        case problem(PushProblem)
        case fault(any Error)
    }

    private func asking<Value>(_ body: () throws -> Value) throws(Stopped) -> Value {
        do { return try body() } catch { throw .fault(error) }
    }

    /// Whom it is about, what holds of them then, and who supervises them.
    private func looked(
        _ push: DirectoryPush, _ id: String?
    ) throws(Stopped) -> (before: ListedPerson?, record: PersonRecord, manager: ListedPerson?) {
        let number = push.values[.employeeNumber] ?? ""
        let withNumber = try asking { try transaction.person(agency: agency.id, everWith: number) }
        var before = withNumber
        if let id {
            before = try asking { try transaction.people(withIDs: [id], agency: agency.id).first }
            if let withNumber, withNumber.id != id { throw .problem(.taken(.column(.employeeNumber))) }
        } else if let withNumber,
            try asking({ try transaction.directoryEntry(of: withNumber.id, agency: agency.id) }) != nil
        {
            throw .problem(.taken(.column(.employeeNumber)))
        }
        let named = try asking { try transaction.directoryEntry(named: push.userName, agency: agency.id) }
        if let named, named.person != before?.id { throw .problem(.taken(.userName)) }

        let manager = try manager(of: before, push)
        let supervises = try asking {
            try before.map { try transaction.supervisesAnybody($0.id, agency: agency.id) } ?? false
        }
        var said = push.values
        said[.supervisor] = manager?.record.employeeNumber
        let defaults = try asking { DirectoryDefaults(try transaction.directoryDefaults(agency: agency.id)) }
        let values = defaults.completed(said, before: before?.record, supervises: supervises, on: today)
        switch PersonnelFile.person(values, at: today) {
        case .failure(let problems):
            let first = problems.first[0]
            throw .problem(.invalid(.column(first.column ?? .employeeNumber), first.fault.words))
        case .success(let record) where supervises && !record.isSupervisor:
            throw .problem(.invalid(.column(.isSupervisor), "somebody has them as supervisor, so they supervise."))
        case .success(let record): return (before, record, manager)
        }
    }

    private func manager(of person: ListedPerson?, _ push: DirectoryPush) throws(Stopped) -> ListedPerson? {
        guard let id = push.manager else { return nil }
        let found = try asking { try transaction.people(withIDs: [id], agency: agency.id).first }
        guard let found, found.endedOn == nil else {
            throw .problem(.invalid(.column(.supervisor), "nobody who is with the agency has this id."))
        }
        // Up to the head of the agency; nobody is above themselves.
        var next: String? = id
        var steps = 0
        while let above = next, steps < 1000 {
            if above == person?.id {
                throw .problem(.invalid(.column(.supervisor), "they would be above themselves."))
            }
            next = try asking { try transaction.supervisor(of: above, agency: agency.id) }
            steps += 1
        }
        return found
    }

    private func carried(
        _ push: DirectoryPush, _ before: ListedPerson?, _ record: PersonRecord, _ manager: ListedPerson?
    ) throws(Stopped) -> Deed<Pushed> {
        try asking {
            let isEnding = before.map { $0.endedOn == nil } == true && !push.isActive
            if isEnding, let before, let problem = try holding(back: before) {
                return .done(.failure(problem), .silent(.unchanged))
            }
            var entries: [Trace.Entry] = []
            // Whoever is somebody's supervisor supervises.
            let promoted = manager.flatMap { manager -> PersonChange? in
                guard !manager.record.isSupervisor else { return nil }
                var record = manager.record
                record.isSupervisor = true
                return PersonChange(before: manager, record: record)
            }
            let isChanged = before.map { $0.record != record } ?? true
            var own: [PersonChange] = []
            if let before, push.isActive || before.endedOn == nil, isChanged || before.endedOn != nil {
                own = [PersonChange(before: before, record: record)]
            }
            let changed = own + (promoted.map { [$0] } ?? [])
            if push.isActive, let move = own.first, move.isMove, let problem = try holding(back: move) {
                return .done(.failure(problem), .silent(.unchanged))
            }
            let added = before == nil && push.isActive ? [record] : []
            if !changed.isEmpty || !added.isEmpty {
                entries += try change(added: added, changed: changed, ended: [], manager)
            }
            if !push.isActive { entries += try apart(record, before, manager, isEnding: isEnding) }
            return try kept(push, record, entries)
        }
    }

    /// What is kept of somebody who is not, or no longer, with the agency.
    private func apart(
        _ record: PersonRecord, _ before: ListedPerson?, _ manager: ListedPerson?, isEnding: Bool
    ) throws -> [Trace.Entry] {
        guard let before else {
            let id = RandomId().text
            var ids = manager.map { [$0.record.employeeNumber: $0.id] } ?? [:]
            ids[record.employeeNumber] = id
            try transaction.add([record], ids: ids, agency: agency.id)
            try transaction.endPeople([id], agency: agency.id, on: today)
            return []
        }
        guard isEnding else {
            try transaction.change(
                [ListedPerson(id: before.id, record: record, endedOn: before.endedOn)],
                ids: manager.map { [$0.record.employeeNumber: $0.id] } ?? [:], agency: agency.id)
            return []
        }
        let now = ListedPerson(id: before.id, record: record, endedOn: nil)
        return try change(added: [], changed: [], ended: [now], manager)
    }

    private func kept(_ push: DirectoryPush, _ record: PersonRecord, _ entries: [Trace.Entry]) throws -> Deed<Pushed> {
        guard let person = try transaction.person(agency: agency.id, everWith: record.employeeNumber) else {
            return .nothing
        }
        let entry = DirectoryEntry(person: person.id, userName: push.userName, externalID: push.externalID)
        try transaction.set(entry, agency: agency.id)
        if push.isActive { try transaction.deleteDirectoryEnding(of: person.id, agency: agency.id) }
        guard let user = try transaction.users([entry], agency: agency.id).first else { return .nothing }
        return .done(.success(user), entries.isEmpty ? .silent(.unchanged) : .entries(entries))
    }

    // MARK: Somebody is ended

    func end(_ id: String) throws -> Deed<Result<Void, PushProblem>> {
        guard try transaction.directoryEntry(of: id, agency: agency.id) != nil,
            let person = try transaction.people(withIDs: [id], agency: agency.id).first
        else { return .nothing }
        var entries: [Trace.Entry] = []
        if person.endedOn == nil {
            if let problem = try holding(back: person) { return .done(.failure(problem), .silent(.unchanged)) }
            entries = try change(added: [], changed: [], ended: [person], nil)
        }
        try transaction.deleteDirectoryEntry(of: id, agency: agency.id)
        return .done(.success(()), entries.isEmpty ? .silent(.unchanged) : .entries(entries))
    }

    /// What keeps the directory from ending somebody; whoever manages people sees then that it wants to.
    private func holding(back person: ListedPerson) throws -> PushProblem? {
        let update = DirectoryUpdate(
            added: [], changed: [], ended: [person], present: try transaction.countPeople(agency: agency.id))
        let before = try transaction.countPeople(agency: agency.id, endedOn: today)
        let ending = try transaction.ending(with: update, in: agency, on: today)
        let refusal = agency.policy.mayEndByFile(ending.roles)
        guard update.endsMany(after: before) || refusal != nil else { return nil }
        try transaction.setDirectoryEnding(of: person.id, agency: agency.id, on: today)
        return .held(
            refusal == nil
                ? """
                More than a tenth of the people would have ended today. Whoever manages people at the agency has to allow it, on the \
                page of the directory. Nothing was changed.
                """
                : """
                This person holds an office that ends with a second person's yes. Whoever manages people at the agency sees that \
                they are to end. Nothing was changed.
                """)
    }

    /// What keeps the directory from changing somebody in what rules go by; whoever manages people sees then that it wants to.
    private func holding(back move: PersonChange) throws -> PushProblem? {
        let present = try transaction.countPeople(agency: agency.id)
        let update = DirectoryUpdate(added: [], changed: [move], ended: [], present: present)
        let losesRole = try !transaction.ending(with: update, in: agency, on: today).holdings.isEmpty
        let before = try transaction.directoryChanges(agency: agency.id, on: today, besides: move.id)
        let hindrance = before.hindrance(losesRole: losesRole, of: present)
        try transaction.setDirectoryChange(
            of: move.id, agency: agency.id, on: today, isHeld: hindrance != nil, losesRole: losesRole)
        let why: String
        switch hindrance {
        case nil: return nil
        case .manyPeople?: why = "More than a tenth of the people would have changed today in what rules go by."
        case .manyRoles?: why = "More than five people would have lost a role of the programme today."
        }
        return .held(
            """
            \(why) Whoever manages people at the agency has to allow it, on the page of the directory. Nothing was changed; send it \
            again then.
            """)
    }

    private func change(
        added: [PersonRecord], changed: [PersonChange], ended: [ListedPerson], _ manager: ListedPerson?
    ) throws -> [Trace.Entry] {
        let update = DirectoryUpdate(
            added: added, changed: changed, ended: ended, present: try transaction.countPeople(agency: agency.id))
        var ids: [String: String] = manager.map { [$0.record.employeeNumber: $0.id] } ?? [:]
        for change in changed {
            // The manager's own place stays.
            guard let number = change.record.supervisor, ids[number] == nil else { continue }
            ids[number] = try transaction.person(agency: agency.id, everWith: number)?.id
        }
        let order = ImportOrder(actor: .directory, ending: nil, how: { "\($0)" }, endsOffices: false)
        switch try programmes.change(update, beside: ids, of: agency, order, at: now, transaction) {
        case .done(_, .entries(let entries)): return entries
        case .done, .nothing: return []
        // Whoever holds such an office is looked at before; another change ends none.
        case .refused(let refusal): throw OfficeInTheWay(refusal: refusal)
        }
    }
}

/// A change of the directory would have ended an office though nobody was to end by it.
struct OfficeInTheWay: Error {
    let refusal: Refusal
}
