import Foundation

/// Chance that falls the same for the same seed (SplitMix64), and the uneven shares that programmes have.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// From nought to one.
    mutating func share() -> Double { Double.random(in: 0..<1, using: &self) }

    mutating func happens(_ probability: Double) -> Bool { share() < probability }

    /// A gamma variable of that shape (Marsaglia and Tsang, 2000).
    private mutating func gamma(_ shape: Double) -> Double {
        guard shape >= 1 else { return gamma(shape + 1) * pow(max(share(), 1e-12), 1 / shape) }
        let (d, c) = (shape - 1.0 / 3, 1 / (9 * (shape - 1.0 / 3)).squareRoot())
        while true {
            let normal = (-2 * log(max(share(), 1e-12))).squareRoot() * cos(2 * .pi * share())
            let v = pow(1 + c * normal, 3)
            if v > 0, log(max(share(), 1e-12)) < normal * normal / 2 + d - d * v + d * log(v) { return d * v }
        }
    }

    /// Shares that add up to one, spread about these; the larger they are, the closer.
    mutating func shares(about shapes: [Double]) -> [Double] {
        let parts = shapes.map { max(gamma($0), 1e-9) }
        let sum = parts.reduce(0, +)
        return parts.map { $0 / sum }
    }

    /// Few large and many small shares, in any order (Zipf).
    mutating func skewedShares(_ count: Int) -> [Double] {
        guard count > 0 else { return [] }
        let shapes = (1...count).map { 2 * Double(count) / pow(Double($0), 1.1) }.shuffled(using: &self)
        let sum = shapes.reduce(0, +)
        return shares(about: shapes.map { $0 / sum * 2 * Double(count) })
    }

    /// One of them, each as likely as its share.
    mutating func position(by shares: [Double]) -> Int {
        var left = share()
        for (position, share) in shares.enumerated() {
            left -= share
            if left < 0 { return position }
        }
        return max(shares.count - 1, 0)
    }
}
