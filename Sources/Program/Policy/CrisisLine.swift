/// A line that answers whoever is in a crisis. A country's profile names those for everybody; a pack may name its agency's own.
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
}
