/// Which of the fixed texts is sent. None says who, about whom, from which agency or why: whoever picks up the phone, or
/// reads the provider's records, learns only that there is something to look at.
package enum Word: String, Sendable, CaseIterable {
    /// There is something to look at.
    case message
    /// Its owner wants to know whether it works.
    case test
    /// The digits that prove the address.
    case code
}
