import Program
import Sealing
import Store

// What is handed out and not given back: how much there is of it.
extension Programmes {
    /// Takes a material into the register; gives its id.
    ///
    /// - Parameter few: from how many on it is time for more.
    package func addMaterial(
        _ title: String, count: Int, few: Int, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            guard let rule = doing.policy.awareness.equipment else { return .nothing }
            let materials = try doing.transaction.materials(agency: doing.agency.id)
            if let refusal = rule.mayAdd(material: title, to: materials) { return .refused(refusal) }
            let material = MaterialStock(
                id: RandomId().text, title: title, count: count, few: few, countedOn: doing.staff.today)
            try doing.transaction.insert(material, agency: doing.agency.id)
            return .done(
                material.id,
                .entry(.materialKept, on: material.id, under: rule.basis.clauses, details: [title, String(count)]))
        }
    }

    /// Writes down how many there are today.
    package func countMaterial(_ id: String, _ count: Int, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            guard let rule = doing.policy.awareness.equipment,
                try doing.transaction.count(material: id, count, agency: doing.agency.id, on: doing.staff.today)
            else { return .nothing }
            return .done(.entry(.materialKept, on: id, under: rule.basis.clauses, details: [String(count)]))
        }
    }

    /// Takes a material out of the register.
    package func removeMaterial(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepEquipment)) { doing in
            guard let rule = doing.policy.awareness.equipment,
                try doing.transaction.deleteMaterial(id, agency: doing.agency.id)
            else { return .nothing }
            return .done(.entry(.materialKept, on: id, under: rule.basis.clauses))
        }
    }
}
