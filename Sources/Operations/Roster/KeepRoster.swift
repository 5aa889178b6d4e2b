import Program
import Store

// What the keepers of the roster do.
extension Programmes {
    /// Adds a rotation to a list, called after those it has, and gives its id; nothing where the pack has no such list.
    package func addRotation(
        _ rotation: Rotation, to list: RosterList.Kind, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepRoster)) { doing in
            try doing.keep(rotation, on: list, giving: rotation.id) {
                try doing.transaction.insert(rotation, on: list, agency: doing.agency.id)
            }
        }
    }

    /// Changes a rotation, and gives the list it is on; nothing where there is none of its id. Swaps agreed before stand.
    package func changeRotation(
        _ rotation: Rotation, by staff: Staff
    ) async throws -> Result<RosterList.Kind, Refusal>? {
        try await act(by: staff, .holding(.keepRoster)) { doing in
            guard let present = try doing.transaction.rotation(agency: doing.agency.id, id: rotation.id) else {
                return .nothing
            }
            return try doing.keep(rotation, on: present.list, giving: present.list) {
                try doing.transaction.update(rotation, agency: doing.agency.id)
            }
        }
    }

    /// Ends a rotation at once; nothing where there is none.
    package func removeRotation(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepRoster)) { doing in
            guard let present = try doing.transaction.rotation(agency: doing.agency.id, id: id) else { return .nothing }
            try doing.transaction.deleteRotation(agency: doing.agency.id, id: id)
            return .done(.entry(.rosterRotationRemoved, on: id, under: doing.policy.clauses(of: present.list)))
        }
    }

    /// Puts somebody on call for a while, and gives the id of it; nothing where the pack has no such list.
    package func addOverride(
        _ override: RosterOverride, to list: RosterList.Kind, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepRoster)) { doing in
            guard let present = try doing.rosterList(list) else { return .nothing }
            if let refusal = present.mayKeep(override, at: doing.now) { return .refused(refusal) }
            try doing.transaction.insert(override, on: list, agency: doing.agency.id)
            return .done(
                override.id,
                .entry(
                    .rosterOverrideMade, on: override.id, under: doing.policy.clauses(of: list),
                    details: [override.account]))
        }
    }

    /// Takes an override back; nothing where there is none.
    package func removeOverride(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepRoster)) { doing in
            guard let present = try doing.transaction.override(agency: doing.agency.id, id: id) else { return .nothing }
            try doing.transaction.deleteOverride(agency: doing.agency.id, id: id)
            return .done(.entry(.rosterOverrideRemoved, on: id, under: doing.policy.clauses(of: present.list)))
        }
    }
}

extension Doing {
    /// One list of the agency as it stands now; nothing where its pack has no such list.
    func rosterList(_ kind: RosterList.Kind) throws -> RosterList? {
        try transaction.rosterList(kind, of: agency, from: now)
    }

    fileprivate func keep<Value>(
        _ rotation: Rotation, on list: RosterList.Kind, giving value: Value, _ store: () throws -> Void
    ) throws -> Deed<Value> {
        guard let present = try rosterList(list) else { return .nothing }
        let shadows = try transaction.enrolledNames(agency: agency.id, of: rotation.shadows)
        if let refusal = present.mayKeep(rotation, staff: Set(shadows.keys), on: staff.today) {
            return .refused(refusal)
        }
        try store()
        return .done(
            value,
            .entry(
                .rosterRotationKept, on: rotation.id, under: policy.clauses(of: list), details: rotation.members))
    }
}
