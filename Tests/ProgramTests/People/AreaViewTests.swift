import Program
import Testing

/// What somebody with areas sees first of the agency (OCP-I.C.2.a).
@Suite struct AreaViewTests {
    /// Their areas; where the directory puts nobody there, everybody, for an empty page would help nobody.
    @Test func whereNobodyIsThereAll() {
        let units = [(name: "Jail", people: 12), (name: "Patrol", people: 30)]
        let view = AreaView(of: ["North"], units: units)
        #expect(view == .areas(["North"], units: ["Jail", "Patrol"], people: 42) && view.areas == ["North"])
        let empty = AreaView(of: ["North"], units: [])
        #expect(empty == .empty(["North"]) && empty.areas == nil)
        #expect(AreaView.whole.areas == nil)
    }
}
