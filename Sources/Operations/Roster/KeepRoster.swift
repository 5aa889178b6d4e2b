import Program
import Store

// What the keepers of the roster do.
extension Programmes {
    /// Adds a rotation to a list, called after those it has; nothing where the pack has no such list.
    package func addRotation(
        _ rotation: Rotation, to list: RosterList.Kind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await keep(rotation, on: list, by: staff) { session in
            try session.insert(rotation, on: list, agency: staff.agency.id)
        }
    }

    /// Changes a rotation; nothing where there is none of its id. Swaps agreed before stand.
    package func changeRotation(_ rotation: Rotation, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let present = try await database.read { session in
            try session.rotation(agency: staff.agency.id, id: rotation.id)
        }
        guard let present else { return nil }
        return try await keep(rotation, on: present.list, by: staff) { session in
            try session.update(rotation, agency: staff.agency.id)
        }
    }

    private func keep(
        _ rotation: Rotation, on list: RosterList.Kind, by staff: Staff,
        _ store: @escaping @Sendable (any Session) throws -> Void
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { session in
            guard let present = try session.rosterList(list, of: staff.agency, from: now) else { return nil }
            let shadows = try session.enrolledNames(agency: staff.agency.id, of: rotation.shadows)
            if let refusal = present.mayKeep(rotation, staff: Set(shadows.keys), on: staff.today) {
                return .failure(refusal)
            }
            try store(session)
            try session.record(
                .rosterRotationKept, in: staff.agency, by: staff.actor, on: rotation.id,
                under: staff.policy.clauses(of: list), details: rotation.members, at: now)
            return .success(())
        }
    }

    /// Ends a rotation at once; nothing where there is none.
    package func removeRotation(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { session in
            guard let present = try session.rotation(agency: staff.agency.id, id: id) else { return nil }
            try session.deleteRotation(agency: staff.agency.id, id: id)
            try session.record(
                .rosterRotationRemoved, in: staff.agency, by: staff.actor, on: id,
                under: staff.policy.clauses(of: present.list), at: now)
            return .success(())
        }
    }

    /// Puts somebody on call for a while; nothing where the pack has no such list.
    package func addOverride(
        _ override: RosterOverride, to list: RosterList.Kind, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { session in
            guard let present = try session.rosterList(list, of: staff.agency, from: now) else { return nil }
            if let refusal = present.mayKeep(override, at: now) { return .failure(refusal) }
            try session.insert(override, on: list, agency: staff.agency.id)
            try session.record(
                .rosterOverrideMade, in: staff.agency, by: staff.actor, on: override.id,
                under: staff.policy.clauses(of: list), details: [override.account], at: now)
            return .success(())
        }
    }

    /// Takes an override back; nothing where there is none.
    package func removeOverride(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { session in
            guard let present = try session.override(agency: staff.agency.id, id: id) else { return nil }
            try session.deleteOverride(agency: staff.agency.id, id: id)
            try session.record(
                .rosterOverrideRemoved, in: staff.agency, by: staff.actor, on: id,
                under: staff.policy.clauses(of: present.list), at: now)
            return .success(())
        }
    }
}
