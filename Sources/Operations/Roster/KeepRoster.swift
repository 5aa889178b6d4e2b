import Program
import Store

// What the keepers of the roster do.
extension Programmes {
    /// Adds a rotation to a list, called after those it has, and gives its id; nothing where the pack has no such list.
    package func addRotation(
        _ rotation: Rotation, to list: RosterList.Kind, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await keep(rotation, on: list, by: staff) { transaction in
            try transaction.insert(rotation, on: list, agency: staff.agency.id)
        }
    }

    /// Changes a rotation; nothing where there is none of its id. Swaps agreed before stand.
    package func changeRotation(_ rotation: Rotation, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let present = try await database.read { transaction in
            try transaction.rotation(agency: staff.agency.id, id: rotation.id)
        }
        guard let present else { return nil }
        return try await keep(rotation, on: present.list, by: staff) { transaction in
            try transaction.update(rotation, agency: staff.agency.id)
        }?.map { _ in }
    }

    private func keep(
        _ rotation: Rotation, on list: RosterList.Kind, by staff: Staff,
        _ store: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> Result<String, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let present = try transaction.rosterList(list, of: staff.agency, from: now) else { return nil }
            let shadows = try transaction.enrolledNames(agency: staff.agency.id, of: rotation.shadows)
            if let refusal = present.mayKeep(rotation, staff: Set(shadows.keys), on: staff.today) {
                return .failure(refusal)
            }
            try store(transaction)
            try transaction.record(
                .rosterRotationKept, in: staff.agency, by: staff.actor, on: rotation.id,
                under: staff.policy.clauses(of: list), details: rotation.members, at: now)
            return .success(rotation.id)
        }
    }

    /// Ends a rotation at once; nothing where there is none.
    package func removeRotation(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let present = try transaction.rotation(agency: staff.agency.id, id: id) else { return nil }
            try transaction.deleteRotation(agency: staff.agency.id, id: id)
            try transaction.record(
                .rosterRotationRemoved, in: staff.agency, by: staff.actor, on: id,
                under: staff.policy.clauses(of: present.list), at: now)
            return .success(())
        }
    }

    /// Puts somebody on call for a while, and gives the id of it; nothing where the pack has no such list.
    package func addOverride(
        _ override: RosterOverride, to list: RosterList.Kind, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let present = try transaction.rosterList(list, of: staff.agency, from: now) else { return nil }
            if let refusal = present.mayKeep(override, at: now) { return .failure(refusal) }
            try transaction.insert(override, on: list, agency: staff.agency.id)
            try transaction.record(
                .rosterOverrideMade, in: staff.agency, by: staff.actor, on: override.id,
                under: staff.policy.clauses(of: list), details: [override.account], at: now)
            return .success(override.id)
        }
    }

    /// Takes an override back; nothing where there is none.
    package func removeOverride(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let present = try transaction.override(agency: staff.agency.id, id: id) else { return nil }
            try transaction.deleteOverride(agency: staff.agency.id, id: id)
            try transaction.record(
                .rosterOverrideRemoved, in: staff.agency, by: staff.actor, on: id,
                under: staff.policy.clauses(of: present.list), at: now)
            return .success(())
        }
    }
}
