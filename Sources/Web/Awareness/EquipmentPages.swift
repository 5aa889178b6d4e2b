import HTML
import Operations
import Program

/// The register of equipment and materials: what is due back first, then who has what, and how much there is to hand out.
enum EquipmentPages {
    static let title = "Equipment and materials"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.awareness.equipment else { return nil }
        let register = try await visit.programmes.equipment(for: visit.staff)
        return .page(html(register, rule, visit, refused), again: refused)
    }

    private static func html(
        _ register: EquipmentRegister, _ rule: EquipmentRule, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        page(
            title, in: Shells.staff(visit, at: EquipmentAddresses.equipment),
            lead: "What the programme lends, who has it, and what there is to hand out. \(rule.basis.notes)",
            announcement: refused?.announcement, width: .wide,
            main: """
                \(dueBack(register))
                \(section("Lent and here", items(register, visit)))
                \(lending(register, visit, refused))
                \(section("Take an item in", EquipmentActs.add.form(visit, refused: refused, button: "Take it in")))
                \(section("To hand out", materials(register, visit)))
                \(counting(register, visit, refused))
                \(section(
                    "Take a material in",
                    EquipmentActs.addMaterial.form(visit, refused: refused, button: "Take it in")))
                """)
    }

    private static func dueBack(_ register: EquipmentRegister) -> HTML? {
        let due = register.items.filter(\.isDueBack)
        guard !due.isEmpty else { return nil }
        return callout(
            "Due back", tone: .warning,
            """
            <p>Whoever has these is of the team no more.</p>
            <ul>\(due.map { "<li>\($0.item.name), with \($0.holder ?? "somebody")</li>" as HTML })</ul>
            """)
    }

    private static func items(_ register: EquipmentRegister, _ visit: StaffVisit) -> HTML {
        guard !register.items.isEmpty else {
            return emptyState("Nothing is in the register", "Take the first item in below.")
        }
        return dataTable(
            "Items", columns: ["What", "With", "Since", "Given back", ""],
            rows: register.items.map { row($0, visit) }, captioned: .unseen)
    }

    private static func row(_ listed: ListedItem, _ visit: StaffVisit) -> [HTML] {
        let (item, id) = (listed.item, PathID(listed.item.id))
        let name = listed.holder ?? ""
        let holder: HTML = listed.isDueBack ? "\(name) \(badge("Due back", tone: .warning))" : HTML(text: name)
        return [
            HTML(text: item.name), holder, HTML(text: item.loan?.since.longName ?? ""),
            HTML(text: item.givenBackOn?.longName ?? ""),
            actions(
                item.loan == nil ? "" : EquipmentActs.takeBack.asButton("Given back", visit, id),
                EquipmentActs.remove.asConfirmation(
                    "Take out", "<p>It is worn out, or lost. It stands in the register no more.</p>",
                    button: "Take it out", visit, id, style: .quiet)),
        ]
    }

    private static func lending(_ register: EquipmentRegister, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        let here = register.items.filter { $0.item.loan == nil }
        guard !here.isEmpty || refused?.act == EquipmentActs.lend.id else { return nil }
        let filled = Filled(options: [
            EquipmentActs.item.name: here.map { FieldOption($0.item.id, $0.item.name) },
            EquipmentActs.account.name: register.members.map { FieldOption($0.account, $0.name) },
        ])
        return section(
            "Lend an item", EquipmentActs.lend.form(visit, filled: filled, refused: refused, button: "Lend it"))
    }

    private static func materials(_ register: EquipmentRegister, _ visit: StaffVisit) -> HTML {
        guard !register.materials.isEmpty else {
            return emptyState("Nothing to hand out is in the register", "Take brochures and the like in below.")
        }
        return dataTable(
            "Materials", columns: ["What", TableColumn("There are", .number), "Counted", ""],
            rows: register.materials.map { material in
                [
                    material.isLow
                        ? "\(material.title) \(badge("Time for more", tone: .warning))" : HTML(text: material.title),
                    "\(material.count)", HTML(text: material.countedOn.longName),
                    EquipmentActs.removeMaterial.asConfirmation(
                        "Take out", "<p>It stands in the register no more.</p>", button: "Take it out", visit,
                        PathID(material.id), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    private static func counting(_ register: EquipmentRegister, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard !register.materials.isEmpty else { return nil }
        let filled = Filled(options: [
            EquipmentActs.material.name: register.materials.map { FieldOption($0.id, $0.title) }
        ])
        return section(
            "Count a material", EquipmentActs.count.form(visit, filled: filled, refused: refused, button: "Count"))
    }

    /// On the home of whoever keeps the register: what is due back, and what runs low.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.keepsEquipment, visit.staff.powers.contains(.keepEquipment) else { return [] }
        let register = try await visit.programmes.equipment(for: visit.staff)
        let words = [
            register.dueBack > 0 ? "\(counted(register.dueBack, "item")) due back" : nil,
            register.low > 0 ? "time for more of \(counted(register.low, "material"))" : nil,
        ].compactMap(\.self)
        guard !words.isEmpty else { return [] }
        return [
            linkCard(
                title, detail: words.joined(separator: ", ").capitalisedFirst, to: EquipmentAddresses.equipment.link(),
                icon: .sheet, badge: badge("To look at", tone: .warning))
        ]
    }

    /// On a member's own home: what they have of the programme's.
    @Sendable
    static func ownOnHome(_ visit: StaffVisit) async throws -> HTML? {
        let items = try await visit.programmes.ownEquipment(of: visit.staff)
        guard !items.isEmpty, let rule = visit.pack.awareness.equipment else { return nil }
        return section(
            "What you have of the programme’s",
            lead:
                "Give it back to the \(visit.pack.title(of: rule.keptBy)) when you leave the team. \(rule.basis.notes)",
            "<ul>\(items.map { "<li>\($0.name)\($0.loan.map { ", since \($0.since.longName)" })</li>" as HTML })</ul>")
    }
}

extension EquipmentItem {
    /// Such as `Telephone T-01`.
    fileprivate var name: String { "\(kind) \(number)" }
}
