/// A line that answers whoever is in a crisis. A pack may name its agency's own; 988 needs no naming.
package struct CrisisLine: PolicyValue {
    package let id: String
    /// As people read it.
    package let name: String
    /// As it is dialled in the agency's country, such as `+1 202 555 0142`.
    package let telephone: String
    /// The number for text messages, which may be the same; nothing where the line takes calls alone.
    package let text: String?
    /// In words, such as `weekdays from 8 to 18`.
    package let hours: String
    package let basis: Basis

    /// The national Suicide and Crisis Lifeline of the United States.
    package static let lifeline = CrisisLine(
        id: "lifeline", name: "988 Suicide and Crisis Lifeline", telephone: "988", text: "988", hours: "at any hour",
        basis: .chosen("It answers everybody in the United States, day and night."))

    /// Police, fire brigade and ambulance in the United States.
    package static let emergencyNumber = "911"
}
