/// A pack as a coordinator writes it, with everything in it that the mistakes of the tables spoil.
let coordinatorsPack = """
    id: springfield
    format: 3
    version: "1"
    extends: iacp
    country:
      extends: united-states
      business-hours:
        open:
          - {days: [monday, friday], from: "07:30", until: "16:00"}
        basis: {chosen: "Our front desk."}
    agency:
      kind: police
      title: Springfield Police
    terms:
      team: Wellness Team
    clauses:
      - {id: SP-1, place: "1", kind: schedule, duty: Sheets are due on the fifth}
    roles:
      - id: coordinator
        title: Wellness Sergeant
      - id: mayor
        title: Mayor
        powers: []
        needs-second-factor: true
        holders: one
        has-area: false
        basis: [SP-1]
    stat-sheet:
      due-day: 5
      basis: {clauses: [SP-1], said: {due-day: on the fifth}, chosen: {reminder-days: Three days leave time.}}
    threshold:
      smallest-count: 11
      smallest-population: 50
      basis: {chosen: "As CMS has it."}
    confidentiality:
      telling: {then-asked: {value: [coordinator], basis: {chosen: "Our own."}}}
      keepers:
        value: [supporter, coordinator, team-supervisor, clinical-supervisor]
        basis: [IACP-6.5, IACP-6.7]
      exceptions:
        - id: self
          force: mandatory
          recipients:
            - {who: {role: clinical-supervisor}, deadline: immediately, escalates: true, designee-allowed: false}
        - id: others
          force: mandatory
          recipients:
            - {who: {role: clinical-supervisor}, deadline: immediately, escalates: true, designee-allowed: false}
        - id: child-abuse
          force: mandatory
          recipients:
            - {who: authority-named-by-law, deadline: as-soon-as-possible, escalates: false, designee-allowed: false}
        - id: adult-abuse
          force: mandatory
          recipients:
            - {who: authority-named-by-law, deadline: as-soon-as-possible, escalates: false, designee-allowed: false}
    requests:
      anonymity:
        value: full
        basis: {chosen: "As the guidelines assure."}
    incidents:
      kinds:
        - {id: flood, label: Flood, basis: {chosen: "We have a river."}}
    statements:
      - id: welcome
        text: The door of the {team} is open
        to: everyone
        places: [public-page]
        basis: {chosen: "Ours."}
    crisis-lines:
      - {id: cop-line, name: The Cop Line, telephone: "+1 800 555 0142", hours: at any hour, basis: {chosen: Ours.}}
    """

/// A small edit that a coordinator makes, and what must be told.
struct CoordinatorMistake: Sendable {
    let name: String
    let right: String
    let wrong: String
    /// A text of the line on which it is told; that of the edit where nothing is given.
    let line: String?
    let path: String
    /// What to write, or what is wrong, as the message says it.
    let words: [String]

    init(_ name: String, _ right: String, _ wrong: String, line: String? = nil, at path: String, _ words: String...) {
        self.name = name
        self.right = right
        self.wrong = wrong
        self.line = line
        self.path = path
        self.words = words
    }
}
