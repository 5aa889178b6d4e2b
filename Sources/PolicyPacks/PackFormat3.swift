extension PackNode {
    /// From packs in which a clause could stand for a value that its source does not give.
    func toFormat3() -> PackNode { self }
}
